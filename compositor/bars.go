package compositor

import (
	"math"

	"cellshell/compositor/layout"
	"cellshell/gpu/paint"
)

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
	w := min((slot-gap)/float64(m), 44*b.Scale) // a few values are no wall
	gap = slot - w*float64(m)
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
