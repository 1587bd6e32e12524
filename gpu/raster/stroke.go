package raster

import "math"

// Stroke is the outline of a line of the given width along contours, with round joins and, unless butt, round caps.
// Filled by the non-zero rule it covers what a round pen would.
func Stroke(contours [][]Point, closed []bool, width float64, butt bool) [][]Point {
	r := width / 2
	if !(r > 0) {
		return nil
	}
	var out [][]Point
	for i, c := range contours {
		c = distinct(c, closed[i])
		switch {
		case len(c) == 0:
		case len(c) == 1:
			if !butt {
				out = append(out, arc(nil, c[0], r, 0, 2*math.Pi))
			}
		case closed[i] && len(c) > 2:
			out = append(out, side(c, r), side(reversed(c), r))
		default:
			s := pen{r: r}
			s.run(c, butt)
			s.run(reversed(c), butt)
			out = append(out, s.out)
		}
	}
	return out
}

// distinct leaves out points that repeat the one before.
func distinct(c []Point, closed bool) []Point {
	const near = 1e-6
	var out []Point
	for _, p := range c {
		if n := len(out); n == 0 || math.Abs(p.X-out[n-1].X) > near || math.Abs(p.Y-out[n-1].Y) > near {
			out = append(out, p)
		}
	}
	for closed && len(out) > 1 && math.Abs(out[0].X-out[len(out)-1].X) <= near && math.Abs(out[0].Y-out[len(out)-1].Y) <= near {
		out = out[:len(out)-1]
	}
	return out
}

func reversed(c []Point) []Point {
	out := make([]Point, len(c))
	for i, p := range c {
		out[len(c)-1-i] = p
	}
	return out
}

// pen collects the outline on the left of a line.
type pen struct {
	r   float64
	out []Point
}

// run follows an open line on its left, then turns round its end.
func (s *pen) run(c []Point, butt bool) {
	s.out = append(s.out, s.beside(c[0], c[0], c[1]))
	for i := 2; i < len(c); i++ {
		s.join(c[i-2], c[i-1], c[i])
	}
	a, b := c[len(c)-2], c[len(c)-1]
	s.out = append(s.out, s.beside(b, a, b))
	if !butt {
		end := angle(a, b)
		s.out = arc(s.out, b, s.r, end, end-math.Pi)
	}
}

// side is the outline on the left of a closed line.
func side(c []Point, r float64) []Point {
	s := pen{r: r}
	for i := range c {
		s.join(c[i], c[(i+1)%len(c)], c[(i+2)%len(c)])
	}
	return s.out
}

// join goes from the left of a→b to the left of b→c: round on the outer side. On the inner one the sides meet where they
// cross; where they are too short for that they go through the middle, so that no notch is cut and the winding stays.
func (s *pen) join(a, b, c Point) {
	from, to := angle(a, b), angle(b, c)
	turn := math.Remainder(to-from, 2*math.Pi)
	if turn <= 0 || turn > math.Pi-1e-6 { // straight back counts as outside on both sides
		s.out = append(s.out, s.beside(b, a, b))
		s.out = arc(s.out, b, s.r, from, from-math.Abs(turn))
		s.out = append(s.out, s.beside(b, b, c))
		return
	}
	half := math.Tan(turn / 2)
	if s.r*half <= math.Min(math.Hypot(b.X-a.X, b.Y-a.Y), math.Hypot(c.X-b.X, c.Y-b.Y)) {
		sin, cos := math.Sincos(from + turn/2)
		d := s.r * math.Hypot(1, half)
		s.out = append(s.out, Point{b.X + d*cos, b.Y + d*sin})
		return
	}
	s.out = append(s.out, s.beside(b, a, b), b, s.beside(b, b, c))
}

// beside is the place on the left of p when going a→b.
func (s *pen) beside(p, a, b Point) Point {
	nx, ny := normal(a, b)
	return Point{p.X + nx*s.r, p.Y + ny*s.r}
}

// arc appends points around a centre, leaving out the first and the last.
func arc(out []Point, at Point, r, from, to float64) []Point {
	step := 2 * math.Acos(1-math.Min(1, tolerance/r))
	n := int(math.Max(1, math.Min(math.Ceil(math.Abs(to-from)/step), 512)))
	for i := 1; i < n; i++ {
		a := from + (to-from)*float64(i)/float64(n)
		out = append(out, Point{at.X + r*math.Cos(a), at.Y + r*math.Sin(a)})
	}
	return out
}

// normal is the unit vector on the left of a→b.
func normal(a, b Point) (x, y float64) {
	l := math.Hypot(b.X-a.X, b.Y-a.Y)
	return -(b.Y - a.Y) / l, (b.X - a.X) / l
}

// angle is the direction of the normal on the left of a→b, radians.
func angle(a, b Point) float64 {
	x, y := normal(a, b)
	return math.Atan2(y, x)
}
