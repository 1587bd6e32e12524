package evolve_test

import (
	"math"
	"testing"
)

// TestANewCellIsAsWideAsSaid holds that the size said with the wish for a cell is its size.
func TestANewCellIsAsWideAsSaid(t *testing.T) {
	d := newDesk(t)
	r := d.done("add a clock, 420 px wide")
	if b := d.cell("clock").Bounds; math.Abs(b.W-420) > 1 {
		t.Errorf("it is %v wide: %s", b.W, r.Line())
	}
	r = d.done("add a calculator with a height of 480")
	if b := d.cell("calculator").Bounds; math.Abs(b.H-480) > 1 {
		t.Errorf("it is %v high: %s", b.H, r.Line())
	}
}
