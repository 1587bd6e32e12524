package compositor

import (
	"math"

	"cellshell/compositor/layout"
	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// chartHues colour the series that say no colour after the first, which takes the accent: that hue is left out.
var chartHues = []string{"teal", "orange", "pink", "purple", "yellow", "green", "cyan", "red", "indigo"}

func (p *painter) seriesColor(n *ui.Node, i int) paint.Color {
	if i < len(n.Series) {
		if c, ok := p.th.Color(n.Series[i].Color); ok {
			return c
		}
	}
	accent := p.th.Or("accent", "")
	if i == 0 {
		return accent
	}
	hues := make([]paint.Color, 0, len(chartHues))
	for _, hue := range chartHues {
		if c := p.th.Or(hue, ""); c != accent {
			hues = append(hues, c)
		}
	}
	return hues[(i-1)%len(hues)] // the hues of a theme differ, so at most one was left out
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
