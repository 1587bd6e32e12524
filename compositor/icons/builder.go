package icons

import (
	"math"

	"cellshell/gpu/paint"
)

// builder collects a path.
type builder struct{ p paint.Path }

func (b *builder) add(v paint.Verb, xy ...float64) {
	b.p.Verbs = append(b.p.Verbs, v)
	for i := 0; i+1 < len(xy); i += 2 {
		b.p.Points = append(b.p.Points, paint.Point{X: xy[i], Y: xy[i+1]})
	}
}

func (b *builder) move(x, y float64) { b.add(paint.MoveTo, x, y) }
func (b *builder) line(x, y float64) { b.add(paint.LineTo, x, y) }

func (b *builder) cubic(x1, y1, x2, y2, x, y float64) { b.add(paint.CubicTo, x1, y1, x2, y2, x, y) }

// arc draws part of a circle, beginning a new outline; degrees clockwise from three o'clock.
func (b *builder) arc(x, y, r, from, to float64) {
	b.p.Verbs, b.p.Points = AppendArc(b.p.Verbs, b.p.Points, x, y, r, from, to, true)
}

func (b *builder) round(x, y, w, h, r float64) {
	const k = 0.4477 // 1 − 0.5523: where a quarter circle's handles stand
	b.move(x+r, y)
	b.line(x+w-r, y)
	b.cubic(x+w-r*k, y, x+w, y+r*k, x+w, y+r)
	b.line(x+w, y+h-r)
	b.cubic(x+w, y+h-r*k, x+w-r*k, y+h, x+w-r, y+h)
	b.line(x+r, y+h)
	b.cubic(x+r*k, y+h, x, y+h-r*k, x, y+h-r)
	b.line(x, y+r)
	b.cubic(x, y+r*k, x+r*k, y, x+r, y)
	b.add(paint.Close)
}

// AppendArc appends part of a circle as curves: with move it begins an outline, else it goes on with a straight line to its
// start. Angles are degrees clockwise from three o'clock.
func AppendArc(v []paint.Verb, p []paint.Point, x, y, r, from, to float64, move bool) ([]paint.Verb, []paint.Point) {
	sweep := math.Max(-720, math.Min(720, to-from))
	n := max(1, int(math.Ceil(math.Abs(sweep)/90)))
	step := sweep / float64(n) * math.Pi / 180
	h := 4.0 / 3 * math.Tan(step/4) * r
	a := from * math.Pi / 180
	first := paint.LineTo
	if move {
		first = paint.MoveTo
	}
	v = append(v, first)
	p = append(p, paint.Point{X: x + r*math.Cos(a), Y: y + r*math.Sin(a)})
	for range n {
		s, c := math.Sincos(a)
		s2, c2 := math.Sincos(a + step)
		v = append(v, paint.CubicTo)
		p = append(
			p, paint.Point{X: x + r*c - h*s, Y: y + r*s + h*c},
			paint.Point{X: x + r*c2 + h*s2, Y: y + r*s2 - h*c2}, paint.Point{X: x + r*c2, Y: y + r*s2},
		)
		a += step
	}
	return v, p
}
