package body

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// TestNoRoomForHistory: a change that cannot be recorded is not made, says why, and works later.
func TestNoRoomForHistory(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := desktop(t, o)
	objects := filepath.Join(o.Paths.tissue(), ".git", "objects")
	if err := os.Rename(objects, objects+".away"); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(objects, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := by(t, b, "counter", `cell.Text("Counter")`, `cell.Text("Zahl")`)
	if r.Status != act.Failed || r.Reason == "" {
		t.Errorf("%s: %s", r.Status, r.Reason)
	}
	t.Log(r.Reason)
	answers(t, b)
	if d := detail(t, b, "counter"); d.Generation != 1 {
		t.Errorf("generation %d", d.Generation)
	}
	if err := os.Remove(objects); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(objects+".away", objects); err != nil {
		t.Fatal(err)
	}
	done(t, by(t, b, "counter", `cell.Text("Counter")`, `cell.Text("Zahl")`))
	answers(t, b)
}

// TestStaleSockets: what a dead body left in the runtime folder is in nobody's way.
func TestStaleSockets(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	cells := filepath.Join(o.Paths.Runtime, "cells")
	if err := os.MkdirAll(cells, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{controlPath(o.Paths), filepath.Join(cells, "counter.1.77.sock")} {
		l, err := net.ListenUnix("unix", &net.UnixAddr{Name: path, Net: "unix"})
		if err != nil {
			t.Fatal(err)
		}
		l.SetUnlinkOnClose(false)
		l.Close()
	}
	for name, text := range map[string]string{
		"counter.1.77.json": `{"cell":"counter","generation":1,"pid":1,"start":1,"engine":"yaegi"}`, "notes.1.78.json": `{"pid":`, "x": "y",
	} {
		if err := os.WriteFile(filepath.Join(cells, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b := desktop(t, o)
	answers(t, b)
}

// TestHangingCellAtStart: a cell that shows nothing holds up nobody.
func TestHangingCellAtStart(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := open(t, o)
	source := strings.Replace(trickySource, "if t.Bad {", "for t.Count == 7 {", 1)
	spawnSource(t, b, "hang", strings.Replace(source, `panic("bad state")`, "t.Count = 7", 1))
	end(b)
	if err := os.WriteFile(filepath.Join(o.Paths.cells(), "hang.json"), []byte(`{"Count":7}`), 0o600); err != nil {
		t.Fatal(err)
	}
	began := time.Now()
	b = desktop(t, o)
	if took := time.Since(began); took > populateTime+time.Second {
		t.Errorf("the start took %v", took)
	}
	answers(t, b)
	testenv.Eventually(t, 8*time.Second, "a word in its log", func() bool { return strings.Contains(logOf(t, b, "hang"), "no answer within") })
}

// TestOwnLog: without a cell the log is the body's own, and can be followed.
func TestOwnLog(t *testing.T) {
	o, dir := place(t)
	interpreted(t, dir)
	b := desktop(t, o)
	ctx, cancel := context.WithCancel(context.Background())
	heard := make(chan string, 100)
	var wg sync.WaitGroup
	wg.Go(func() {
		_, _ = b.logs(ctx, control.LogsParams{Follow: true}, func(v any) error {
			heard <- v.(control.LogLine).Text
			return nil
		})
	})
	testenv.Eventually(t, time.Second, "a follower", func() bool {
		b.own.mu.Lock()
		defer b.own.mu.Unlock()
		return len(b.own.followers) == 1
	})
	b.log.With("a", 1).WithGroup("g").Warn("something odd", "file", "x y")
	for line := range heard {
		if line == `warn: something odd a=1 g.file="x y"` {
			break
		}
	}
	cancel()
	wg.Wait()
	if !strings.Contains(logOf(t, b, ""), "something odd") {
		t.Error("the line is not kept")
	}
	for range 2 * ownLines {
		b.own.add(control.LogLine{})
	}
	if n := len(b.own.newest()); n != ownLines {
		t.Errorf("%d lines kept", n)
	}
}
