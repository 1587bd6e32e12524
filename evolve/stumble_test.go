package evolve_test

import (
	"log/slog"
	"strings"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/tissue"
)

// A reader or a writer with a fault in it loses the sentence, says so, and leaves the desktop and the next sentence alone.
func TestFaultInTheEngine(t *testing.T) {
	var log strings.Builder
	d := doorDesk(t)
	d.Engine = evolve.New(evolve.Options{Desk: d.Desk, Gate: d.Gate, Store: d.Store, Log: slog.New(slog.NewTextHandler(&log, nil))})
	t.Cleanup(func() { _ = d.Engine.Close() })
	before := d.Desk.Scene().Doc.Clone()
	faulty := func(r act.Receipt) {
		t.Helper()
		if !strings.HasPrefix(r.Reason, "This sentence brings a fault of CellShell to light, and nothing was changed") {
			t.Errorf("%s: %s", r.Status, r.Reason)
		}
		if !tissue.Equal(before, d.Desk.Scene().Doc) {
			t.Error("the desktop is another")
		}
	}
	whole := d.Engine.SetReader(func(string, *reflex.Scene) reflex.Result { panic("no such token") })
	faulty(d.say("light mode"))
	if p := d.Preview(evolve.Request{Sentence: "light mode"}); p.Lane != evolve.LaneRefuse {
		t.Errorf("while typing: %v", p.Lane)
	}
	d.Engine.SetReader(whole)
	faulty(d.ByHand(func() { panic("no such node") }))
	if n := strings.Count(log.String(), "fault="); n != 3 {
		t.Errorf("the log tells of %d faults, want 3:\n%s", n, log.String())
	}
	if r := d.say("light mode"); r.Status != act.Done {
		t.Errorf("the next sentence: %s", r.Line())
	}
}
