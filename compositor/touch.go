package compositor

import (
	"cellshell/compositor/layout"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
)

// Touch is a node, or the close button of a window, that the pointer is on, was on a moment ago, or presses.
type Touch struct {
	At    Target
	Hover float64 // 0 to 1, as it comes and goes
	Press float64 // 0 to 1
}

// touchOf is how strongly a node is touched, 0 to 1.
func (p *painter) touchOf(node string, part Part) float64 {
	for _, t := range p.in.Touch {
		if t.At.Cell == p.cell.ID && t.At.Node == node && (t.At.Part == PartClose) == (part == PartClose) {
			return min(max(t.Hover*0.5+t.Press*0.5, 0), 1)
		}
	}
	return 0
}

// touched tints a node's ground while it is touched: with what is written on it, as that stands out on any ground.
func (p *painter) touched(b *layout.Box, radius float64, ink paint.Color) {
	if len(p.in.Touch) == 0 || b.Dim {
		return
	}
	if k := p.touchOf(b.ID, ""); k > 0 {
		p.fill(p.snap(b.Rect), rounding(b, radius), theme.Alpha(ink, 0.13*k))
	}
}

// halo glows around the knob of a slider or a toggle while it is touched.
func (p *painter) halo(b *layout.Box, x, y, r float64) {
	if k := p.touchOf(b.ID, ""); k > 0 && !b.Dim {
		r *= 1 + 0.55*k
		p.fill(paint.Rect{X: x - r, Y: y - r, W: 2 * r, H: 2 * r}, r, theme.Alpha(p.th.Accent, 0.24*k))
	}
}

// Seen is where a node stands at the instant of the newest picture, and what of it is not clipped away: while it moves, that is not
// where the layout has it. A node of "" is the cell.
func (m *Motion) Seen(l *Layout, id Target) (bounds, visible paint.Rect, ok bool) {
	c, ok := l.Cell(id.Cell)
	if !ok {
		return paint.Rect{}, paint.Rect{}, false
	}
	if m != nil && c.root != nil {
		c, _ = m.shown(c)
	}
	if id.Node == "" {
		return c.Bounds, c.Bounds, true
	}
	if c.root == nil || c.standIn {
		return paint.Rect{}, paint.Rect{}, false
	}
	b := find(c.root, id.Node)
	if b == nil {
		return paint.Rect{}, paint.Rect{}, false
	}
	return b.Rect, b.Rect.Intersect(b.Clip), true
}
