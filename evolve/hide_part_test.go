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
		walk(d.cell("clock").Tree, func(n *ui.Node) { found = found || n.Key == "date" })
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
	italic := false
	walk(d.cell("clock").Tree, func(n *ui.Node) { italic = italic || n.Key == "time" && n.Style.Italic != nil })
	if !italic {
		t.Error("what was done since is gone too")
	}
	d.done("hide the date")
	d.done("show it again")
	if !date() {
		t.Error("“it” did not bring it back")
	}
}

// TestColorsAreExchanged gives letters the colour behind them and back, and two buttons the colour of each other.
func TestColorsAreExchanged(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	d.done("make the counter's background white and its text black")
	looks := func() (ground, letters string) {
		doc := d.Scene().Doc.Cells["counter"]
		root := d.cell("counter").Tree
		if ground = root.Style.Background; ground == "" {
			ground = doc.Overrides[""].Background
		}
		walk(root, func(n *ui.Node) {
			if n.Key == "count" {
				letters = n.Style.Color
			}
		})
		return ground, letters
	}
	ground, letters := looks()
	if ground != "white" || letters != "black" {
		t.Fatalf("it begins with %s behind %s", ground, letters)
	}
	d.done("swap its colours")
	if ground, letters = looks(); ground == "white" || letters == "black" || ground == letters {
		t.Errorf("%s behind %s", ground, letters)
	}
	dark := ground
	d.done("now the other way round")
	if ground, letters = looks(); letters != dark {
		t.Errorf("%s behind %s, want letters %s", ground, letters, dark)
	}
}

func walk(n *ui.Node, f func(*ui.Node)) {
	f(n)
	for _, c := range n.Children {
		walk(c, f)
	}
}
