package evolve_test

import (
	"testing"

	"cellshell/evolve/act"
)

// TestTwoActsOnOneThing: what one sentence asks of one thing twice is measured by what comes of both.
func TestTwoActsOnOneThing(t *testing.T) {
	t.Run("a colour that it has, and thinner letters", func(t *testing.T) {
		d := newDesk(t)
		for _, s := range []string{"switch to light mode", "add a counter", "make the accent purple", "make the number purple and not so bold"} {
			d.done(s)
		}
		if n, _ := d.node("counter", "count"); n.Style.Color != "purple" || n.Style.Weight == nil || *n.Style.Weight != 400 {
			t.Errorf("the number is %+v", n.Style)
		}
	})
	t.Run("smaller letters in another colour", func(t *testing.T) {
		d := newDesk(t)
		d.done("switch to light mode")
		d.done("add a counter")
		d.done("make the counter font 10px and green")
		if n, _ := d.node("counter", "count"); n.Style.Color != "green" || n.Style.Size == nil || *n.Style.Size != 10 {
			t.Errorf("the number is %+v", n.Style)
		}
	})
	t.Run("larger in another look", func(t *testing.T) {
		d := newDesk(t)
		d.done("add a clock")
		d.done("make the clock analog and twice as big")
		if p := d.Desk.Scene().Doc.Cells["clock"].Placement; p.Scale != 2 {
			t.Errorf("the clock has the scale %v", p.Scale)
		}
	})
	t.Run("a border taken away by that", func(t *testing.T) {
		d := newDesk(t)
		d.done("add notes")
		d.done("give the notes a thin dark blue border and rounder corners")
		r := d.done("The border is a little too much, would you take only that away")
		doc := d.Desk.Scene().Doc.Cells["notes"]
		if doc == nil || len(r.Acts) != 1 || r.Acts[0].Intent != act.Border || r.Acts[0].Args.On == nil || *r.Acts[0].Args.On {
			t.Fatalf("notes is %+v after %+v", doc, r.Acts)
		}
		if root := d.cell("notes").Tree.Style; root.BorderWidth == nil || *root.BorderWidth != 0 || root.Radius == nil || *root.Radius != 18 {
			t.Errorf("the notes have %+v", root)
		}
	})
	t.Run("bigger, and twice that", func(t *testing.T) {
		d := newDesk(t)
		d.done("add a counter")
		was := d.cell("counter").Bounds
		d.done("make the counter bigger and twice as big")
		if is := d.cell("counter").Bounds; !near(is.W, 3*was.W) || !near(is.H, 3*was.H) {
			t.Errorf("the counter went from %v to %v", was, is)
		}
	})
}
