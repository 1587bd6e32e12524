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

// TestStraightToASide moves a cell to a side without moving it along that side, and makes one as wide or high as the desktop.
func TestStraightToASide(t *testing.T) {
	d := doorDesk(t)
	was := d.cell("door").Bounds
	d.done("stick the door to the bottom")
	if is := d.cell("door").Bounds; is.X != was.X || !near(is.Y+is.H, 800-24) {
		t.Errorf("it went from %v to %v", was, is)
	}
	d.done("pin the door to the right")
	if is := d.cell("door").Bounds; !near(is.X+is.W, 1280-24) || !near(is.Y+is.H, 800-24) {
		t.Errorf("it stands at %v", is)
	}
	was = d.cell("lamp").Bounds
	d.done("stretch the lamp across the full width")
	if is := d.cell("lamp").Bounds; is.X != 0 || !near(is.W, 1280) || is.Y != was.Y || !near(is.H, was.H) {
		t.Errorf("it went from %v to %v", was, is)
	}
}
