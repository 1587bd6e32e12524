package nucleus_test

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"cellshell/nucleus"
)

// TestRemovedFolder: when the socket folder is removed, or moved away, the cells end as by a kill from outside, and there is
// a new folder in which others start, print, and are found by a later body.
func TestRemovedFolder(t *testing.T) {
	opt := options(t, 1)
	s, err := nucleus.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	for i, remove := range []func() error{
		func() error { return os.RemoveAll(opt.RunDir) },
		func() error { return os.Rename(opt.RunDir, opt.RunDir+".away") },
		func() error { return os.RemoveAll(filepath.Join(opt.RunDir, "cells")) },
	} {
		p := start(t, s, "counter", i+1)
		w := talk(t, p)
		w.tap(firstView(t, w, counter).ID)
		wait(t, "what it prints", func() bool { return strings.Contains(logText(s, "counter"), "tapped 1") })
		wait(t, "a waiting host", func() bool { return nucleus.WarmHosts(s) == 1 })
		if err := remove(); err != nil {
			t.Fatal(err)
		}
		<-p.Done()
		if e := p.Exit(); e.Signal != syscall.SIGKILL || e.Killed {
			t.Errorf("it ended by %+v, want a kill that is not our own", e)
		}
		wait(t, "another waiting host", func() bool { return nucleus.WarmHosts(s) == 1 })
	}
	w := talk(t, start(t, s, "counter", 9))
	w.tap(firstView(t, w, counter).ID)
	s.Detach()
	second := supervise(t, opt)
	if found, err := second.Reattach(t.Context()); err != nil || len(found) != 1 {
		t.Errorf("a later body found %d cells, %v; want 1", len(found), err)
	}
}
