package soft

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
	s := shape{rect.X * scale, rect.Y * scale, (rect.X + rect.W) * scale, (rect.Y + rect.H) * scale, radius * scale}
	if !raster.Finite(s.x0, s.y0, s.x1, s.y1) || s.x1 <= s.x0 || s.y1 <= s.y0 {
		return shape{}
	}
	return s.rounded(s.r)
}

// rounded is the shape with another radius, as far as its sides allow.
func (s shape) rounded(r float64) shape {
	s.r = math.Max(0, math.Min(r, math.Min(s.x1-s.x0, s.y1-s.y0)/2))
	if math.IsNaN(s.r) {
		s.r = 0
	}
	return s
}

// inset is the shape made smaller on all sides, larger with a negative d. The corners keep their centres.
func (s shape) inset(d float64) shape {
	in := shape{x0: s.x0 + d, y0: s.y0 + d, x1: s.x1 - d, y1: s.y1 - d}
	if in.x1 <= in.x0 || in.y1 <= in.y0 {
		return shape{}
	}
	if s.r == 0 && d < 0 {
		return in
	}
	return in.rounded(s.r - d)
}

// bounds is the smallest rectangle of whole pixels around it.
func (s shape) bounds() image.Rectangle {
	return image.Rect(int(math.Floor(s.x0)), int(math.Floor(s.y0)), int(math.Ceil(s.x1)), int(math.Ceil(s.y1)))
}

// at is the part of a pixel that is covered, 0 to 1.
func (s shape) at(x, y int) float64 {
	px, py := float64(x), float64(y)
	straight := overlap(px, s.x0, s.x1) * overlap(py, s.y0, s.y1)
	if s.r == 0 || straight == 0 {
		return straight
	}
	cx, cy := px+0.5, py+0.5
	dx := math.Max(s.x0+s.r-cx, cx-(s.x1-s.r))
	dy := math.Max(s.y0+s.r-cy, cy-(s.y1-s.r))
	if dx <= 0 || dy <= 0 {
		return straight
	}
	return math.Max(0, math.Min(straight, 0.5-(math.Hypot(dx, dy)-s.r)))
}

// overlap is how much of the pixel starting at p lies between lo and hi.
func overlap(p, lo, hi float64) float64 {
	return math.Max(0, math.Min(p+1, hi)-math.Max(p, lo))
}

// solid is the range of columns that are covered whole in the row y. It may be empty.
func (s shape) solid(y int) (from, to int) {
	py := float64(y)
	if py < s.y0 || py+1 > s.y1 {
		return 0, 0
	}
	in := 0.0
	cy := py + 0.5
	if dy := math.Max(s.y0+s.r-cy, cy-(s.y1-s.r)); s.r > 0 && dy > 0 {
		in = s.r // between the corners the first row is covered too
		if reach := s.r - 0.5; dy < reach {
			in = math.Max(0, s.r-math.Sqrt(reach*reach-dy*dy)-0.5) // pixel centres this far in are covered
		}
	}
	return int(math.Ceil(s.x0 + in - 1e-9)), int(math.Floor(s.x1 - in + 1e-9))
}

// cover multiplies a row of coverage, beginning at the column x0, by the shape's.
func (s shape) cover(row []uint8, x0, y int) {
	from, to := s.solid(y)
	for i := 0; i < len(row); i++ {
		x := x0 + i
		if x >= from && x < to {
			i += to - x - 1
			continue
		}
		if row[i] != 0 {
			row[i] = uint8(float64(row[i])*s.at(x, y) + 0.5)
		}
	}
}
