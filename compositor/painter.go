package compositor

import (
	"time"

	"cellshell/compositor/icons"
	"cellshell/compositor/layout"
	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/internal/fonts"
)

// painter collects the display list of one picture.
type painter struct {
	in    Input
	l     *Layout
	th    theme.Theme // with the accent of the cell being painted
	scale float64     // device pixels per logical pixel
	cell  *Placed
	move  *Motion // nil: everything stands where it belongs
	now   time.Duration
	ops   []paint.Op

	pane paint.Rect // of a long text what is seen of it; empty: all
}

func (p *painter) add(op paint.Op) { p.ops = append(p.ops, op) }

// px moves a length or position to the nearest device pixel.
func (p *painter) px(v float64) float64 { return paint.Px(v, p.scale) }

// snap moves the edges of a rectangle to device pixels, so that they are sharp.
func (p *painter) snap(r paint.Rect) paint.Rect { return paint.Snap(r, p.scale) }

// hair is a line one logical pixel wide, or s times that, but at least a device pixel.
func (p *painter) hair(s float64) float64 { return max(p.px(s), 1/p.scale) }

// fill paints a rounded rectangle.
func (p *painter) fill(r paint.Rect, radius float64, c paint.Color) {
	if c.A > 0 && r.W > 0 && r.H > 0 {
		p.add(paint.RoundRect{Rect: r, Radius: min(radius, r.W/2, r.H/2), Fill: c})
	}
}

// shape paints a rounded rectangle with a border.
func (p *painter) shape(r paint.Rect, radius float64, c, border paint.Color, width float64) {
	p.add(paint.RoundRect{Rect: r, Radius: min(radius, r.W/2, r.H/2), Fill: c, Border: border, Width: width})
}

// shadow paints the two shadows of something that stands above what is below: a wide soft one and a narrow one near the
// edge. height is that of Style.Shadow: 1 card, 2 raised, 3 floating.
func (p *painter) shadow(r paint.Rect, radius, height, s float64) {
	if height <= 0 {
		return
	}
	height = min(height, 3)
	c := p.th.Shadow()
	radius = min(radius, r.W/2, r.H/2)
	p.add(paint.RoundRect{Rect: r, Radius: radius, Shadow: paint.Shadow{
		Color: theme.Alpha(c, 0.55+0.15*height), DY: (2 + 4*height) * s, Blur: (5 + 7*height) * s, Spread: -2 * s,
	}})
	p.add(paint.RoundRect{Rect: r, Radius: radius, Shadow: paint.Shadow{Color: theme.Alpha(c, 0.5), DY: s, Blur: 1.5 * s}})
}

// block paints laid-out text with its top left at a point.
func (p *painter) block(b *text.Block, x, y float64, c paint.Color) {
	if b != nil && c.A > 0 {
		p.ops = b.Ops(p.ops, x, y, p.scale, c, p.pane)
	}
}

// text paints a node's own text, at the size the node is seen at.
func (p *painter) text(b *layout.Box, c paint.Color) {
	if b.Zoom == 0 || b.Zoom == 1 {
		p.block(b.Block, b.At.X, b.At.Y, c)
		return
	}
	from := len(p.ops)
	p.block(b.Block, 0, 0, c)
	for _, op := range p.ops[from:] {
		if g, ok := op.(paint.Glyphs); ok {
			for i, q := range g.Glyphs {
				g.Glyphs[i].X, g.Glyphs[i].Y = b.At.X+q.X*b.Zoom, b.At.Y+q.Y*b.Zoom
			}
			g.Size *= b.Zoom
			p.ops[from] = g
			from++
		}
	}
}

// rules paints the lines under and through a text.
func (p *painter) rules(b *layout.Box, c paint.Color) {
	under, strike := b.Style.Underline != nil && *b.Style.Underline, b.Style.Strike != nil && *b.Style.Strike
	if !under && !strike {
		return
	}
	m, size := fonts.Metrics(string(b.Font.Font())), b.Font.Size
	for _, l := range b.Block.Lines {
		base := b.At.Y + l.Baseline
		h := p.hair(max(m.UnderlineSize, 0.06) * size)
		if under {
			p.fill(paint.Rect{X: b.At.X + l.X, Y: p.px(base + 0.12*size), W: l.W, H: h}, 0, c)
		}
		if strike {
			p.fill(paint.Rect{X: b.At.X + l.X, Y: p.px(base - m.XHeight*size/2 - h/2), W: l.W, H: h}, 0, c)
		}
	}
}

// words paints one line of text that is not a node's own, and returns its width. align 0 starts, 0.5 centres, 1 ends at x;
// y is its middle.
func (p *painter) words(s string, st text.Style, x, y, align, room float64, c paint.Color) float64 {
	if s == "" || room <= 0 {
		return 0
	}
	if st.Tracking == 0 && !st.Mono {
		st.Tracking = text.Tracking(st.Size)
	}
	b := text.Layout(text.Params{Text: s, Style: st, Width: room, Lines: 1})
	p.block(b, x-b.W*align, y-b.H/2, c)
	return b.W
}

// icon paints a symbol in a square.
func (p *painter) icon(name string, x, y, size float64, c paint.Color) {
	if q, ok := icons.At(name, x, y, size, c); ok && c.A > 0 {
		p.add(q)
	}
}

func fade(c paint.Color, dim bool) paint.Color {
	if dim {
		return theme.Alpha(c, 0.45)
	}
	return c
}
