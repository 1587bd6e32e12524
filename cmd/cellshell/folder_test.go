package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// folderComesBack removes the runtime folder under a running desktop: what is shown and typed stays, commands reach the
// desktop, the launcher too, new cells start, and the next body finds them all.
func folderComesBack(t *testing.T, d *testenv.Desk) {
	t.Helper()
	area := editable(t, d, "notes")
	d.Call(control.MethodTap, control.NodeParams{Target: area.ID}, nil)
	d.Call(control.MethodType, control.TypeParams{Text: "before "}, nil)
	count := countOf(t, d)
	was := map[string]int{"counter": process(d, "counter"), "notes": process(d, "notes"), "panel": process(d, "panel")}
	folder := filepath.Dir(d.Socket())
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	testenv.Eventually(t, 10*time.Second, "the cells run in a new folder", func() bool {
		for cell, pid := range was {
			var c control.CellDetail
			if d.Try(control.MethodInspect, control.CellParams{Cell: cell}, &c) != nil || c.PID == 0 || c.PID == pid {
				return false
			}
		}
		return true
	})
	if info, err := os.Stat(folder); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the new folder: %v, %v", info, err)
	}
	d.Call(control.MethodType, control.TypeParams{Text: "and after"}, nil)
	d.Must("", "add a clock to my desktop")
	d.Call(control.MethodTap, control.NodeParams{Target: "counter/plus"}, nil)
	testenv.Eventually(t, 2*time.Second, "the count", func() bool { return countOf(t, d) == count.(float64)+1 })
	testenv.Eventually(t, 10*time.Second, "the launcher answers", func() bool {
		c, err := control.DialPath(t.Context(), filepath.Join(folder, filepath.Base(control.DoorPath())))
		if err == nil {
			c.Close()
		}
		return err == nil
	})
	was["clock"] = 0
	testenv.Eventually(t, 60*time.Second, "no cell changes its process any more", func() bool {
		for cell := range was {
			c := d.Inspect(cell)
			if was[cell] = c.PID; c.Engine != "native" {
				return false
			}
		}
		return true
	})
	body := d.BodyPID()
	d.KillBody()
	testenv.Eventually(t, 10*time.Second, "another body", func() bool {
		var st control.Status
		return d.Try(control.MethodStatus, nil, &st) == nil && st.PID != body
	})
	for cell, pid := range was {
		if now := process(d, cell); now != pid {
			t.Errorf("%s: process %d before the body died and %d after", cell, pid, now)
		}
	}
	if got := editable(t, d, "notes").Text; !strings.Contains(got, "before and after") {
		t.Errorf("the note is %q", got)
	}
}
