package evolve_test

import "testing"

// TestColorsAreExchanged gives letters the colour behind them, that the colour of the letters, and both back.
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
		count, _ := d.node("counter", "count")
		return ground, count.Style.Color
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
