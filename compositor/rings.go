package compositor

import (
	"math"

	"cellshell/compositor/layout"
	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

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
	if b.Legend() && whole > 0 { // a smaller ring rather than half a name
		d = max(min(d, in.W-16*s-namesWidth(names, values, whole, s)), 0.6*d)
	}
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
		switch {
		case to-from >= 360:
			p.arc(x, y, r, 0, 360, c, w)
		case to-from > 2*pad:
			p.sector(x, y, r, from+pad, to-pad, c, w)
		}
		from = to
	}
	if !b.Legend() {
		st := b.Font
		st.Size, st.Weight, st.Tabular = d*0.2, 600, true
		p.words(percent(total/whole), st, x, y, 0.5, d, p.ink(b))
		return
	}
	p.ringNames(b, paint.Rect{X: in.X + d + 16*s, Y: in.Y, W: max(in.W-d-16*s, 0), H: in.H}, names, values, whole)
}

// namesWidth is the room that names and percentages beside a ring take.
func namesWidth(names []string, values []float64, whole, s float64) float64 {
	w := 0.0
	for i, name := range names {
		w = max(w, lineWidth(name, nameStyle(s))+lineWidth(percent(values[i]/whole), shareStyle(s)))
	}
	return w + 24*s
}

func nameStyle(s float64) text.Style {
	return text.Style{Size: 12 * s, Leading: 1.5, Tracking: text.Tracking(12 * s)}
}

func shareStyle(s float64) text.Style {
	st := nameStyle(s)
	st.Tabular, st.Weight = true, 500
	return st
}

// lineWidth is how wide a text is in one line.
func lineWidth(t string, st text.Style) float64 {
	return text.Layout(text.Params{Text: t, Style: st}).W
}

func (p *painter) ringNames(b *layout.Box, r paint.Rect, names []string, values []float64, whole float64) {
	s := b.Scale
	row := min(20*s, r.H/float64(max(len(names), 1)))
	y := r.Y + (r.H-row*float64(len(names)))/2 + row/2
	for i, name := range names {
		dot := 8 * s
		p.fill(paint.Rect{X: r.X, Y: y - dot/2, W: dot, H: dot}, dot/2, fade(p.seriesColor(b.Node, i), b.Dim))
		used := p.words(percent(values[i]/whole), shareStyle(s), r.X+r.W, y, 1, r.W, p.ink(b))
		p.words(name, nameStyle(s), r.X+dot+8*s, y, 0, r.W-used-dot-16*s, fade(p.th.Or("muted", ""), b.Dim))
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
