package compositor

import (
	"math"

	"cellshell/compositor/layout"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
)

// curve paints one series as a smooth line, over a tinted area where the chart is one.
func (p *painter) curve(b *layout.Box, in paint.Rect, i int, lo, hi float64) {
	s := b.Scale
	c := fade(p.seriesColor(b.Node, i), b.Dim)
	w := 2 * s
	box := paint.Rect{X: in.X + w, Y: in.Y + 2*w, W: max(in.W-3.5*w, 1), H: max(in.H-3*w, 1)}
	pts := samples(b.Node.Series[i].Values, box, lo, hi)
	if len(pts) == 0 {
		return
	}
	verbs, points := smooth(pts)
	if b.Style.Variant == "area" && len(pts) > 1 {
		p.under(verbs, points, in, c)
	}
	p.add(paint.Path{Verbs: verbs, Points: points, Stroke: c, Width: w})
	last := pts[len(pts)-1]
	r := 3.2 * s
	p.fill(paint.Rect{X: last.X - 2*r, Y: last.Y - 2*r, W: 4 * r, H: 4 * r}, 2*r, theme.Alpha(c, 0.22))
	p.fill(paint.Rect{X: last.X - r, Y: last.Y - r, W: 2 * r, H: 2 * r}, r, c)
}

// under fills what lies below a curve, fading towards the foot: a strip for every pixel, each a piece of one gradient.
func (p *painter) under(verbs []paint.Verb, points []paint.Point, in paint.Rect, c paint.Color) {
	const top, foot = 0.34, 0.02
	base := p.px(in.Y + in.H)
	step := max(1/p.scale, in.W/2000)
	x := points[0].X
	for i := range len(verbs) - 1 {
		if verbs[i+1] != paint.CubicTo {
			return
		}
		q := points[3*i : 3*i+4]
		for ; x < q[3].X; x += step {
			t := (min(x+step/2, q[3].X) - q[0].X) / max(q[3].X-q[0].X, 1e-9) // the handles stand at thirds, so t is even in x
			u := 1 - t
			y := u*u*u*q[0].Y + 3*u*u*t*q[1].Y + 3*u*t*t*q[2].Y + t*t*t*q[3].Y
			if y >= base {
				continue
			}
			a := foot + (top-foot)*(base-y)/max(in.H, 1)
			w := min(step, q[3].X-x)
			if i < len(verbs)-2 {
				w = step
			}
			p.add(paint.RoundRect{Rect: paint.Rect{X: x, Y: y, W: w, H: base - y}, Blend: &paint.Gradient{From: theme.Alpha(c, a), To: theme.Alpha(c, foot), Angle: 90}})
		}
	}
}

// samples are the points of a series in a box, at most one a pixel: of those that fall together the furthest from the
// middle is kept, so that peaks stay.
func samples(values []float64, box paint.Rect, lo, hi float64) []paint.Point {
	n := len(values)
	at := func(i int, v float64) paint.Point {
		x := 1.0
		if n > 1 {
			x = float64(i) / float64(n-1)
		}
		t := min(max((v-lo)/(hi-lo), 0), 1)
		return paint.Point{X: box.X + x*box.W, Y: box.Y + box.H*(1-t)}
	}
	most := max(int(box.W), 2)
	if n <= most {
		out := make([]paint.Point, n)
		for i, v := range values {
			out[i] = at(i, v)
		}
		return out
	}
	out := make([]paint.Point, 0, most)
	for k := range most {
		from, to := k*n/most, (k+1)*n/most
		best := from
		for i := from; i < to; i++ {
			if math.Abs(values[i]-(lo+hi)/2) > math.Abs(values[best]-(lo+hi)/2) {
				best = i
			}
		}
		out = append(out, at(best, values[best]))
	}
	return out
}

// smooth joins points by curves that never swing beyond them (monotone cubic interpolation).
func smooth(pts []paint.Point) ([]paint.Verb, []paint.Point) {
	verbs, out := []paint.Verb{paint.MoveTo}, []paint.Point{pts[0]}
	n := len(pts)
	if n == 1 {
		return append(verbs, paint.LineTo), append(out, pts[0])
	}
	slope := make([]float64, n-1)
	for i := range slope {
		slope[i] = (pts[i+1].Y - pts[i].Y) / max(pts[i+1].X-pts[i].X, 1e-9)
	}
	tan := make([]float64, n)
	tan[0], tan[n-1] = slope[0], slope[n-2]
	for i := 1; i < n-1; i++ {
		if slope[i-1]*slope[i] > 0 {
			tan[i] = 2 * slope[i-1] * slope[i] / (slope[i-1] + slope[i])
		}
	}
	for i := range n - 1 {
		a, b := pts[i], pts[i+1]
		d := (b.X - a.X) / 3
		verbs = append(verbs, paint.CubicTo)
		out = append(out, paint.Point{X: a.X + d, Y: a.Y + tan[i]*d}, paint.Point{X: b.X - d, Y: b.Y - tan[i+1]*d}, b)
	}
	return verbs, out
}
