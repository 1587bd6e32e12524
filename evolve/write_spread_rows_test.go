package evolve

import (
	"slices"
	"testing"
)

// TestRowEnds cuts rows as evenly as can be, and many boxes at once.
func TestRowEnds(t *testing.T) {
	wide := func(w ...float64) (out []Rect) {
		for _, w := range w {
			out = append(out, Rect{W: w, H: 10})
		}
		return out
	}
	for _, c := range []struct {
		boxes []Rect
		rows  int
		want  []int
	}{
		{wide(100, 100, 100, 100), 1, []int{4}},
		{wide(100, 100, 100, 100), 2, []int{2, 4}},
		{wide(300, 100, 100, 100), 2, []int{1, 4}},
		{wide(100, 100, 100, 300), 3, []int{1, 3, 4}},
	} {
		if ends, _ := rowEnds(c.boxes, c.rows); !slices.Equal(ends, c.want) {
			t.Errorf("%v in %d rows: %v, want %v", c.boxes, c.rows, ends, c.want)
		}
	}
	many := wide(slices.Repeat([]float64{120}, 60)...)
	if ends, _ := rowEnds(many, 12); len(ends) != 12 || ends[11] != 60 {
		t.Errorf("60 boxes in 12 rows: %v", ends)
	}
}
