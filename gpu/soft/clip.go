package soft

import "image"

// clip is the area that may be drawn on. Its shapes are shared between clips and never change.
type clip struct {
	bounds image.Rectangle
	shapes []shape // those that cut finer than bounds does
}

// with is the clip narrowed by a shape.
func (c clip) with(s shape) clip {
	out := clip{bounds: c.bounds.Intersect(s.bounds()), shapes: c.shapes}
	whole := shape{float64(out.bounds.Min.X), float64(out.bounds.Min.Y), float64(out.bounds.Max.X), float64(out.bounds.Max.Y), 0}
	if out.bounds.Empty() || s.contains(whole) {
		return out
	}
	out.shapes = append(append([]shape(nil), c.shapes...), s)
	return out
}

// contains reports whether a plain rectangle lies inside the shape, leaving all corners out.
func (s shape) contains(in shape) bool {
	if in.x0 < s.x0 || in.y0 < s.y0 || in.x1 > s.x1 || in.y1 > s.y1 {
		return false
	}
	return s.r == 0 || in.x0 >= s.x0+s.r && in.x1 <= s.x1-s.r || in.y0 >= s.y0+s.r && in.y1 <= s.y1-s.r
}

// cover multiplies a row of coverage by the clip's shapes.
func (c clip) cover(row []uint8, x0, y int) {
	for _, s := range c.shapes {
		s.cover(row, x0, y)
	}
}

// plain reports whether the row y from x0 to x1, within bounds, is not cut by any shape.
func (c clip) plain(x0, x1, y int) bool {
	for _, s := range c.shapes {
		if from, to := s.solid(y); x0 < from || x1 > to {
			return false
		}
	}
	return true
}
