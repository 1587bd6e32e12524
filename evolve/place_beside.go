package evolve

import "math"

// alongside moves r, which stands at a side of like, along that side to where it covers none of the others; edge names the
// edge of r that faces like. Where there is no such place it stays: what it covers then is told.
func alongside(area, r, like Rect, edge string, others []Rect) Rect {
	if apart(r, others, 0) && within(area, r) == r {
		return r
	}
	down := edge == "left" || edge == "right" // it may go up and down
	best, cost := r, math.Inf(1)
	try := func(at float64) {
		c := r
		if down {
			c.Y = at
		} else {
			c.X = at
		}
		touches := down && c.Y < like.Y+like.H && c.Y+c.H > like.Y || !down && c.X < like.X+like.W && c.X+c.W > like.X
		if far := math.Abs(c.X-r.X) + math.Abs(c.Y-r.Y); touches && far < cost && within(area, c) == c && apart(c, others, 0) {
			best, cost = c, far
		}
	}
	for _, o := range append(others, area.Inset(-gap)) {
		if down {
			try(o.Y + o.H + gap)
			try(o.Y - gap - r.H)
			try(o.Y + o.H - gap - r.H)
		} else {
			try(o.X + o.W + gap)
			try(o.X - gap - r.W)
			try(o.X + o.W - gap - r.W)
		}
	}
	return best
}
