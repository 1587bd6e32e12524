package raster

import "math"

// tolerance is how far a flattened curve may be from the true one, device pixels.
const tolerance = 0.05

// Flattener turns curves into contours of straight lines.
type Flattener struct {
	Contours [][]Point
	Closed   []bool // one for each contour: it was closed on purpose
	open     bool
	start    Point // of a path that does not say where it begins
}

// MoveTo begins a new contour.
func (f *Flattener) MoveTo(p Point) {
	f.Contours = append(f.Contours, []Point{p})
	f.Closed = append(f.Closed, false)
	f.open = true
}

// LineTo goes straight to p.
func (f *Flattener) LineTo(p Point) {
	if !f.open {
		f.MoveTo(f.last())
	}
	i := len(f.Contours) - 1
	f.Contours[i] = append(f.Contours[i], p)
}

// QuadTo goes to p by a quadratic curve with the control point c.
func (f *Flattener) QuadTo(c, p Point) {
	a := f.last()
	n := pieces(math.Hypot(a.X-2*c.X+p.X, a.Y-2*c.Y+p.Y) / 4)
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		f.LineTo(Point{u*u*a.X + 2*u*t*c.X + t*t*p.X, u*u*a.Y + 2*u*t*c.Y + t*t*p.Y})
	}
	f.LineTo(p)
}

// CubicTo goes to p by a cubic curve with the control points c and d.
func (f *Flattener) CubicTo(c, d, p Point) {
	a := f.last()
	bend := math.Max(math.Hypot(a.X-2*c.X+d.X, a.Y-2*c.Y+d.Y), math.Hypot(c.X-2*d.X+p.X, c.Y-2*d.Y+p.Y))
	n := pieces(bend * 3 / 4)
	for i := 1; i < n; i++ {
		t := float64(i) / float64(n)
		u := 1 - t
		k0, k1, k2, k3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		f.LineTo(Point{k0*a.X + k1*c.X + k2*d.X + k3*p.X, k0*a.Y + k1*c.Y + k2*d.Y + k3*p.Y})
	}
	f.LineTo(p)
}

// Close ends the contour with a line to its start.
func (f *Flattener) Close() {
	if f.open {
		f.Closed[len(f.Closed)-1] = true
		f.open = false
	}
}

// last is where the pen is: after Close, at the start of the contour that was closed.
func (f *Flattener) last() Point {
	if len(f.Contours) == 0 {
		return f.start
	}
	c := f.Contours[len(f.Contours)-1]
	if f.open {
		return c[len(c)-1]
	}
	return c[0]
}

// pieces is how many lines a curve needs whose middle is bend away from a straight line.
func pieces(bend float64) int {
	n := math.Ceil(math.Sqrt(bend / tolerance))
	return int(math.Max(1, math.Min(n, 256))) // a NaN becomes 256, and Fill drops it
}
