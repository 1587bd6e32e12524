package body

import (
	"context"
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/membrane/ui"
	"cellshell/shell/control"
	"cellshell/tissue"
)

// TestHostileCells: whatever a program says on its socket, it is contained and named in its log, and the other cells
// answer.
func TestHostileCells(t *testing.T) {
	program, err := hostile()
	if err != nil {
		t.Fatal(program, err)
	}
	o, _ := place(t)
	b := desktop(t, o)
	for _, c := range []struct {
		mode, log string
		refused   bool // it never gets onto the desktop
		undone    bool // it dies on probation, and is taken back by itself
	}{
		{mode: "silent", log: "no answer within", refused: true},
		{mode: "patch", log: "patch before any tree", refused: true},
		{mode: "huge", log: "16777217", undone: true},
		{mode: "nonsense", log: "what is no message", undone: true},
		{mode: "unknown"},
		{mode: "million", log: "too large", undone: true},
		{mode: "deep", log: "too large", undone: true},
		{mode: "views"},
		{mode: "seq"},
		{mode: "calls", log: "refused", undone: true},
		{mode: "timers", log: "timers already"},
		{mode: "logs", log: "xxx"},
		{mode: "reopen", log: "closed its connection", undone: true},
		{mode: "deaf"},
		{mode: "bye", log: "I am off", undone: true},
		{mode: "slow"},
	} {
		t.Run(c.mode, func(t *testing.T) {
			v, err := b.spawn(context.Background(), control.SpawnParams{Name: c.mode, Program: []string{program, c.mode, ui.Protocol}}, nothing)
			if err != nil {
				t.Fatal(err)
			}
			r := v.(act.Receipt)
			if c.refused != (r.Status != act.Done) {
				t.Fatalf("%s: %s", r.Status, r.Reason)
			}
			answers(t, b)
			if c.log != "" {
				testenv.Eventually(t, 8*time.Second, c.log+" in its log", func() bool { return strings.Contains(logOf(t, b, c.mode), c.log) })
			}
			if c.mode == "slow" { // slower than the next message comes, and alive
				pid := detail(t, b, "slow").PID
				b.mu.Lock()
				slow := b.cells["slow"]
				b.mu.Unlock()
				ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
				defer cancel()
				for range 10 {
					if err := b.event(ctx, slow, ui.Event{Node: "text0", Kind: ui.EventKey, Text: "x"}); err != nil {
						t.Fatal(err)
					}
				}
				if err := slow.sess.settled(context.Background()); err != nil {
					t.Error(err)
				}
				if now := detail(t, b, "slow").PID; now != pid {
					t.Error("a slow cell was killed")
				}
			}
			answers(t, b)
			if c.undone {
				testenv.Eventually(t, 3*time.Second, "the roll-back", func() bool {
					b.mu.Lock()
					defer b.mu.Unlock()
					return b.cells[tissue.CellID(c.mode)] == nil
				})
			} else if !c.refused {
				done(t, b.engine.Remove(context.Background(), tissue.CellID(c.mode)))
			}
		})
	}
}
