package evolve

import (
	"cellshell/evolve/act"
	"cellshell/tissue"
)

// distance is how far from another thing, or from an edge, a move shall end, and whether that was said: without a word it
// is the usual gap.
func distance(args act.Args) (px float64, said bool) {
	switch {
	case args.Pixels > 0:
		return args.Pixels, true
	case args.Off(): // touching
		return 0, true
	}
	return gap, false
}

// fromEdge is where the cell stands that far from the edges which the anchor names. Along an edge it stays where it is.
func (s *subject) fromEdge(args act.Args, now Rect, room float64) Rect {
	area, want := s.before.Area, now
	x, y := side(args.Anchor)
	switch {
	case x != 0 && args.Axis != "height":
		want.X = at(area.X, area.W, now.W, room, x)
	case y == 0:
		want.X = at(area.X, area.W, now.W, 0, 0)
	}
	if y != 0 && args.Axis != "width" {
		want.Y = at(area.Y, area.H, now.H, room, y)
	}
	return s.exactly(within(area, want))
}

// fromCorner is where the cell stands so far from the two edges of a corner.
func (s *subject) fromCorner(args act.Args, now Rect) Rect {
	area := s.before.Area
	return s.exactly(within(area, anchoredAt(area, tissue.Placement{Anchor: args.Anchor, X: *args.X, Y: *args.Y}, now.W, now.H)))
}

// exactly is a place that was said exactly: what stands there already is covered.
func (s *subject) exactly(want Rect) Rect {
	if !apart(want, s.occupied(s.id), 0) {
		s.ahead()
	}
	return want
}
