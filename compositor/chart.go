package compositor

import (
	"math"

	"cellshell/compositor/layout"
	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// chartHues colour the series that say no colour; the first takes the accent.
var chartHues = []string{"accent", "teal", "orange", "pink", "purple", "yellow", "green", "cyan", "red", "indigo"}

func (p *painter) seriesColor(n *ui.Node, i int) paint.Color {
	if i < len(n.Series) {
		if c, ok := p.th.Color(n.Series[i].Color); ok {
			return c
		}
	}
	return p.th.Or(chartHues[i%len(chartHues)], "accent")
}

// chart paints a node's series without axes: shape first, names in a legend.
func (p *painter) chart(b *layout.Box) {
	in := b.Inner
	if in.W <= 0 || in.H <= 0 {
		return
	}
	if b.Style.Variant == "ring" {
		p.rings(b)
		return
	}
	if b.Legend() {
		h := layout.LegendH * b.Scale
		p.legend(b, in.X, in.Y+(h-8*b.Scale)/2)
		in.Y, in.H = in.Y+h, max(in.H-h, 1)
	}
	lo, hi := chartRange(b.Node, b.Style.Variant)
	switch b.Style.Variant {
	case "bar":
		p.bars(b, in, lo, hi)
	default:
		line := p.hair(1)
		p.fill(paint.Rect{X: in.X, Y: p.px(in.Y+in.H) - line, W: in.W, H: line}, 0, theme.Alpha(p.th.Or("outline", ""), 0.7))
		for i := range b.Node.Series {
			p.curve(b, in, i, lo, hi)
		}
	}
}

// chartRange is the value axis: as the node says, or what the values need. Bars and areas stand on zero.
func chartRange(n *ui.Node, variant string) (lo, hi float64) {
	if n.Max > n.Min {
		return n.Min, n.Max
	}
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, s := range n.Series {
		for _, v := range s.Values {
			lo, hi = min(lo, v), max(hi, v)
		}
	}
	if lo > hi {
		return 0, 1
	}
	if variant == "bar" || variant == "area" || lo >= 0 && lo < 0.4*hi {
		lo, hi = min(lo, 0), max(hi, 0)
	}
	if hi-lo < 1e-12*max(1, math.Abs(hi)) {
		return lo - 0.5, hi + 0.5
	}
	room := (hi - lo) * 0.06
	if lo != 0 {
		lo -= room
	}
	return lo, hi + room
}

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

// bars paints the series side by side, value by value.
func (p *painter) bars(b *layout.Box, in paint.Rect, lo, hi float64) {
	n := 0
	for _, s := range b.Node.Series {
		n = max(n, len(s.Values))
	}
	if n == 0 {
		return
	}
	m := len(b.Node.Series)
	slot := in.W / float64(n)
	gap := min(slot*0.32, 12*b.Scale)
	w := (slot - gap) / float64(m)
	y := func(v float64) float64 { return in.Y + in.H*(1-min(max((v-lo)/(hi-lo), 0), 1)) }
	zero := p.px(y(min(max(0, lo), hi)))
	for i := range b.Node.Series {
		c := fade(p.seriesColor(b.Node, i), b.Dim)
		for k, v := range b.Node.Series[i].Values {
			top := y(v)
			r := paint.Rect{X: in.X + slot*float64(k) + gap/2 + w*float64(i), Y: min(top, zero), W: max(w-min(w*0.12, 2*b.Scale)*float64(min(m-1, 1)), 0.5), H: max(math.Abs(zero-top), 1.5*b.Scale)}
			p.fill(r, min(4*b.Scale, r.W*0.35), c)
		}
	}
}

// rings paints shares of a whole as a ring, with their names and percentages beside it.
func (p *painter) rings(b *layout.Box) {
	in, s := b.Inner, b.Scale
	values, names := shares(b.Node)
	total := 0.0
	for _, v := range values {
		total += v
	}
	whole := max(total, b.Node.Max)
	d := min(in.H, in.W)
	w := d * 0.15
	x, y, r := in.X+d/2, in.Y+in.H/2, (d-w)/2
	if !b.Legend() {
		x = in.X + in.W/2
	}
	p.arc(x, y, r, 0, 360, theme.Mix(p.th.Or("raised", ""), p.th.Or("text", ""), 0.06), w)
	if whole <= 0 {
		return
	}
	from := -90.0
	pad := 0.0
	if len(values) > 1 {
		pad = math.Asin(min(1, 1.25*s/r)) * 180 / math.Pi
	}
	for i, v := range values {
		to := from + 360*v/whole
		c := fade(p.seriesColor(b.Node, i), b.Dim)
		if to-from > 2*pad {
			p.sector(x, y, r, from+pad, to-pad, c, w)
		}
		from = to
	}
	if !b.Legend() {
		st := b.Font
		st.Size, st.Weight, st.Tabular = d*0.2, 600, true
		p.words(percent(total/whole), st, x, y, 0.5, d, p.ink(b, "text"))
		return
	}
	p.ringNames(b, paint.Rect{X: in.X + d + 16*s, Y: in.Y, W: max(in.W-d-16*s, 0), H: in.H}, names, values, whole)
}

func (p *painter) ringNames(b *layout.Box, r paint.Rect, names []string, values []float64, whole float64) {
	s := b.Scale
	st := text.Style{Size: 12 * s, Leading: 1.5}
	row := min(20*s, r.H/float64(max(len(names), 1)))
	y := r.Y + (r.H-row*float64(len(names)))/2 + row/2
	for i, name := range names {
		dot := 8 * s
		p.fill(paint.Rect{X: r.X, Y: y - dot/2, W: dot, H: dot}, dot/2, fade(p.seriesColor(b.Node, i), b.Dim))
		num := st
		num.Tabular, num.Weight = true, 500
		used := p.words(percent(values[i]/whole), num, r.X+r.W, y, 1, r.W, p.ink(b, "text"))
		p.words(name, st, r.X+dot+8*s, y, 0, r.W-used-dot-16*s, fade(p.th.Or("muted", ""), b.Dim))
		y += row
	}
}

// shares are what a ring shows: the newest value of each series, or all values of the only one.
func shares(n *ui.Node) (values []float64, names []string) {
	if len(n.Series) == 1 {
		for _, v := range n.Series[0].Values {
			values, names = append(values, max(v, 0)), append(names, n.Series[0].Name)
		}
		return values, names
	}
	for _, s := range n.Series {
		v := 0.0
		if len(s.Values) > 0 {
			v = max(s.Values[len(s.Values)-1], 0)
		}
		values, names = append(values, v), append(names, s.Name)
	}
	return values, names
}

func percent(v float64) string { return Number(math.Round(v*100)) + "%" }

// legend paints the names of the series in a line.
func (p *painter) legend(b *layout.Box, x, y float64) {
	s := b.Scale
	st := text.Style{Size: 12 * s, Leading: 1.4}
	end := b.Inner.X + b.Inner.W
	for i, series := range b.Node.Series {
		if series.Name == "" || x >= end {
			continue
		}
		dot := 8 * s
		p.fill(paint.Rect{X: x, Y: y - dot/2, W: dot, H: dot}, dot/2, fade(p.seriesColor(b.Node, i), b.Dim))
		x += dot + 6*s
		x += p.words(series.Name, st, x, y, 0, end-x, fade(p.th.Or("muted", ""), b.Dim)) + 14*s
	}
}
