package window

import (
	"image"
	"math"

	"cellshell/gpu/paint"
	"cellshell/gpu/raster"
)

// shape is a rectangle with rounded corners in device pixels.
type shape struct{ x0, y0, x1, y1, r float64 }

// newShape scales a logical rectangle. What cannot be drawn becomes empty.
func newShape(rect paint.Rect, radius, scale float64) shape {
	s := shape{rect.X * scale, rect.Y * scale, (rect.X + rect.W) * scale, (rect.Y + rect.H) * scale, 0}
	if !raster.Finite(s.x0, s.y0, s.x1, s.y1) || s.x1 <= s.x0 || s.y1 <= s.y0 {
		return shape{}
	}
	return s.rounded(radius * scale)
}

// rounded is the shape with another radius, as far as its sides allow.
func (s shape) rounded(r float64) shape {
	s.r = 0
	if r > 0 {
		s.r = min(r, (s.x1-s.x0)/2, (s.y1-s.y0)/2)
	}
	return s
}

// grown is the shape made larger on all sides, smaller with a negative d. The corners keep their centres.
func (s shape) grown(d float64) shape {
	out := shape{x0: s.x0 - d, y0: s.y0 - d, x1: s.x1 + d, y1: s.y1 + d}
	if !(out.x1 > out.x0 && out.y1 > out.y0) {
		return shape{}
	}
	if s.r == 0 && d > 0 {
		return out
	}
	return out.rounded(s.r + d)
}

// snapped is the shape on whole pixels.
func (s shape) snapped() shape {
	return shape{math.Round(s.x0), math.Round(s.y0), math.Round(s.x1), math.Round(s.y1), s.r}
}

func (s shape) moved(dx, dy float64) shape {
	return shape{s.x0 + dx, s.y0 + dy, s.x1 + dx, s.y1 + dy, s.r}
}

// bounds is the smallest rectangle of whole pixels around it.
func (s shape) bounds() image.Rectangle {
	return image.Rect(int(math.Floor(s.x0)), int(math.Floor(s.y0)), int(math.Ceil(s.x1)), int(math.Ceil(s.y1)))
}

// contains reports whether pixels are covered whole, leaving all corners out.
func (s *shape) contains(in image.Rectangle) bool {
	x0, y0, x1, y1 := float64(in.Min.X), float64(in.Min.Y), float64(in.Max.X), float64(in.Max.Y)
	if x0 < s.x0 || y0 < s.y0 || x1 > s.x1 || y1 > s.y1 {
		return false
	}
	return s.r == 0 || x0 >= s.x0+s.r && x1 <= s.x1-s.r || y0 >= s.y0+s.r && y1 <= s.y1-s.r
}

// core is a rectangle of whole pixels that the shape covers whole.
func (s shape) core() image.Rectangle {
	in := s.r * (1 - math.Sqrt2/2)
	r := image.Rectangle{
		image.Pt(int(math.Ceil(s.x0+in)), int(math.Ceil(s.y0+in))),
		image.Pt(int(math.Floor(s.x1-in)), int(math.Floor(s.y1-in))),
	}
	if in > 0 {
		r = r.Inset(1)
	}
	if r.Empty() {
		return image.Rectangle{}
	}
	return r
}
