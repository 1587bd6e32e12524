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
	for i := 1; i < len(c); i++ {
		nx, ny := normal(c[i-1], c[i])
		s.out = append(s.out, Point{c[i-1].X + nx*s.r, c[i-1].Y + ny*s.r}, Point{c[i].X + nx*s.r, c[i].Y + ny*s.r})
		if i+1 < len(c) {
			s.join(c[i-1], c[i], c[i+1])
		}
	}
	if !butt {
		a := angle(c[len(c)-2], c[len(c)-1])
		s.out = arc(s.out, c[len(c)-1], s.r, a, a-math.Pi)
	}
}

// side is the outline on the left of a closed line.
func side(c []Point, r float64) []Point {
	s := pen{r: r}
	n := len(c)
	for i := range c {
		a, b := c[i], c[(i+1)%n]
		nx, ny := normal(a, b)
		s.out = append(s.out, Point{a.X + nx*r, a.Y + ny*r}, Point{b.X + nx*r, b.Y + ny*r})
		s.join(a, b, c[(i+2)%n])
	}
	return s.out
}

// join goes from the left of a→b to the left of b→c: round on the outer side, through the middle on the inner one, so that
// no notch is cut and the winding stays.
func (s *pen) join(a, b, c Point) {
	from, to := angle(a, b), angle(b, c)
	turn := math.Remainder(to-from, 2*math.Pi)
	if turn < 0 || turn > math.Pi-1e-6 { // straight back counts as outside on both sides
		turn = -math.Abs(turn)
		s.out = arc(s.out, b, s.r, from, from+turn)
		return
	}
	if turn > 1e-3 {
		s.out = append(s.out, b)
	}
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
