package evolve

import "cellshell/evolve/act"

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

// fromEdge is where the cell stands that far from the edges which the anchor names. Along an edge it stays where it is; what
// stands there already is covered, for the place was said exactly.
func (s *subject) fromEdge(args act.Args, now Rect, room float64) Rect {
	area, want := s.before.Area, now
	switch x, y := side(args.Anchor); {
	case x < 0 && args.Axis != "height":
		want.X = area.X + room
	case x > 0 && args.Axis != "height":
		want.X = area.X + area.W - now.W - room
	case y == 0:
		want.X = area.X + (area.W-now.W)/2
	}
	switch _, y := side(args.Anchor); {
	case y < 0 && args.Axis != "width":
		want.Y = area.Y + room
	case y > 0 && args.Axis != "width":
		want.Y = area.Y + area.H - now.H - room
	}
	if want = within(area, want); !apart(want, s.occupied(s.id), 0) {
		s.ahead()
	}
	return want
}

// fromCorner is where the cell stands so far from the two edges of a corner.
func (s *subject) fromCorner(args act.Args, now Rect) Rect {
	area, want := s.before.Area, now
	want.X, want.Y = area.X+*args.X, area.Y+*args.Y
	x, y := side(args.Anchor)
	if x > 0 {
		want.X = area.X + area.W - now.W - *args.X
	}
	if y > 0 {
		want.Y = area.Y + area.H - now.H - *args.Y
	}
	if want = within(area, want); !apart(want, s.occupied(s.id), 0) {
		s.ahead()
	}
	return want
}
