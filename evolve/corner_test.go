package evolve_test

import "testing"

// What is sent to a corner is there, even when a window fills that.
func TestACornerIsThatCorner(t *testing.T) {
	d := newDesk(t)
	d.done("add a time machine")
	d.done("add a clock")
	for say, right := range map[string]bool{"move the clock to the top right": true, "move the clock to the bottom left": false} {
		r := d.done(say)
		b, area := d.cell("clock").Bounds, d.Scene().Area
		if x, _ := b.Center(); x > area.X+area.W/2 != right {
			t.Errorf("%q: it stands at %v of %v: %s", say, b, area, r.Line())
		}
	}
}
