package compositor

import (
	"cellshell/compositor/edit"
	"cellshell/compositor/layout"
	"cellshell/compositor/text"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// editor paints a field or an area: its ground, the selection, the text or the placeholder, and the caret.
func (p *painter) editor(b *layout.Box) {
	s := b.Scale
	focused := p.in.Edit.focused(p.cell.ID, b.ID)
	border, width := p.th.Or("outline", ""), p.hair(s)
	if focused {
		border = p.th.Accent
	}
	p.ground(b, p.th.Or("sunken", ""), border, width, defaultRadius(b))
	if focused {
		r := p.snap(b.Rect)
		glow := 3.0
		radius := rounding(b, defaultRadius(b))
		r = paint.Rect{X: r.X - glow, Y: r.Y - glow, W: r.W + 2*glow, H: r.H + 2*glow}
		p.add(paint.RoundRect{Rect: r, Radius: min(radius+glow, r.W/2, r.H/2), Border: theme.Alpha(p.th.Accent, 0.25), Width: glow})
	}
	view := b.Inner
	view.X, view.W = view.X-2*s, view.W+4*s
	if b.Node.Kind == ui.KindArea {
		view.Y, view.H = b.Rect.Y+s, max(b.Rect.H-2*s, 0)
	}
	p.add(paint.PushClip{Rect: p.snap(view)})
	if b.Zoom == 0 || b.Zoom == 1 {
		p.pane = view
	}
	p.typed(b, focused)
	p.pane = paint.Rect{}
	p.add(paint.PopClip{})
	if b.Node.Kind == ui.KindArea {
		view, content, _ := viewOf(b)
		p.scrollbars(view, content, s)
	}
}

func (p *painter) typed(b *layout.Box, focused bool) {
	s := b.Scale
	var f edit.State
	var composed, end int
	if p.in.Edit != nil {
		f, composed, end, _ = p.in.Edit.shown(p.cell.ID, b.ID)
	}
	from, to := f.Selection()
	from, to = min(from, len(b.Text)), min(to, len(b.Text))
	if focused && to > from {
		for _, r := range b.Block.Select(from, to) {
			if r.X, r.Y = r.X+b.At.X, r.Y+b.At.Y; p.pane.H > 0 && r.Intersect(p.pane).H == 0 {
				continue
			}
			p.fill(p.snap(r), 3*s, theme.Alpha(p.th.Accent, 0.32))
		}
	}
	if b.Text == "" && b.Node.Placeholder != "" {
		st := b.Font
		ph := text.Layout(text.Params{Text: b.Node.Placeholder, Style: st, Width: b.Inner.W, Lines: 1})
		p.block(ph, b.At.X, b.At.Y, fade(theme.Alpha(p.th.Or("muted", ""), 0.8), b.Dim))
	}
	p.text(b, p.ink(b))
	if end > composed && end <= len(b.Text) {
		p.composed(b, composed, end)
	}
	if focused && !b.Dim {
		x, y, h := b.Block.Caret(min(max(f.Cursor, 0), len(b.Text)))
		w := max(p.hair(1.5*s), 1/p.scale)
		c := paint.Rect{X: p.px(b.At.X + x - w/2), Y: p.px(b.At.Y + y + h*0.08), W: w, H: p.px(h * 0.84)}
		p.fill(c, w/2, p.th.Accent)
	}
}

// composed underlines what an input method is composing, and what of it is being chosen with a thicker line.
func (p *painter) composed(b *layout.Box, from, to int) {
	c, pre := p.ink(b), p.in.Edit.Preedit
	line := func(from, to int, w float64) {
		for _, r := range b.Block.Select(from, to) {
			p.fill(paint.Rect{X: r.X + b.At.X, Y: p.px(b.At.Y + r.Y + r.H*0.9), W: r.W, H: max(p.px(w), 1/p.scale)}, 0, c)
		}
	}
	line(from, to, 1*b.Scale)
	if pre.From < pre.To {
		line(from+max(pre.From, 0), min(from+pre.To, to), 2*b.Scale)
	}
}
