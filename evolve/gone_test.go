package evolve_test

import (
	"strings"
	"testing"

	"cellshell/evolve/act"
)

// TestBringBack brings a removed cell back by its name, however much was done since, and what was undone by "put it back".
func TestBringBack(t *testing.T) {
	d := newDesk(t)
	d.done("add a calculator")
	d.done("add a clock")
	d.done("make the calculator blue")
	blue := d.Desk.Scene().Doc.Cells["calculator"].Overrides
	d.done("remove the calculator")
	d.done("light mode")
	if r := d.done("bring the calculator back"); r.Acts[0].Intent != act.Undo {
		t.Errorf("done by %+v", r.Acts)
	}
	if c := d.Desk.Scene().Doc.Cells["calculator"]; c == nil || len(c.Overrides) != len(blue) {
		t.Fatal("the calculator is not back as it was")
	}
	if d.Desk.Scene().Doc.Theme.Mode != "light" {
		t.Error("a later change was taken back too")
	}
	d.done("make the clock bigger")
	big := d.placement("clock")
	d.done("undo that")
	if r := d.done("no wait, put it back"); r.Acts[0].Intent != act.Redo || d.placement("clock") != big {
		t.Errorf("%+v: the clock is at %+v, want %+v", r.Acts, d.placement("clock"), big)
	}
	d.done("put it back")
	if d.placement("clock") == big {
		t.Error("what was just done is not taken back")
	}
	d.done("remove the calculator")
	d.done("add a calculator")
	if r := d.say("bring the calculator back"); r.Status == act.Done && r.Acts[0].Intent == act.Undo {
		t.Errorf("there is one, but: %+v", r.Acts)
	}
}

// TestAPartGoesWithItsNames takes out the only part that uses a variable: the source that is left is good Go.
func TestAPartGoesWithItsNames(t *testing.T) {
	d := newDesk(t)
	d.done("add a timer")
	d.done("remove the start button")
	if src := string(d.Desk.Scene().Cells["timer"].Source); strings.Contains(src, `Key("go")`) || !strings.Contains(src, "_ = verb") {
		t.Errorf("the start button, or a name that only it used, is left:\n%s", src)
	}
	d.done("undo")
	if src := string(d.Desk.Scene().Cells["timer"].Source); !strings.Contains(src, `Key("go")`) || strings.Contains(src, "_ = verb") {
		t.Errorf("not as it was:\n%s", src)
	}
}
