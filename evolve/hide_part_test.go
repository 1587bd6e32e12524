package evolve_test

import (
	"testing"

	"cellshell/membrane/ui"
)

// TestPartsAreHidden hides one line of a cell, and has it back by its name after something else was done.
func TestPartsAreHidden(t *testing.T) {
	d := newDesk(t)
	d.done("add a clock")
	date := func() bool {
		found := false
		ui.Walk(d.cell("clock").Tree, func(n *ui.Node) bool { found = found || n.Key == "date"; return !found })
		return found
	}
	d.done("hide the date")
	if date() || d.Scene().Doc.Cells["clock"].Hidden {
		t.Fatal("the date is still there, or all of the clock is gone")
	}
	d.done("make the time italic")
	d.done("show the date again")
	if !date() {
		t.Fatal("the date is not back")
	}
	if n, _ := d.node("clock", "time"); n.Style.Italic == nil {
		t.Error("what was done since is gone too")
	}
	d.done("hide the date")
	d.done("show it again")
	if !date() {
		t.Error("“it” did not bring it back")
	}
}
