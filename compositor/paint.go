package compositor

import (
	"maps"
	"slices"
	"time"

	"cellshell/compositor/layout"
	"cellshell/compositor/theme"
	"cellshell/gpu/paint"
	"cellshell/tissue"
)

// Theme is the theme a document asks for.
func Theme(doc *tissue.Document) theme.Theme {
	if doc == nil {
		return theme.New("", "", "")
	}
	return theme.New(doc.Theme.Mode, doc.Theme.Accent, doc.Theme.Contrast)
}

// Color is the #rrggbb[aa] that a role or hue is written in at a node of a cell, and the one that grounds and borders are
// filled with; "" for what is no colour.
func (l *Layout) Color(doc *tissue.Document, cell tissue.CellID, node, color string) (ink, fill string) {
	th := Theme(doc)
	if c := doc.Cells[cell]; c != nil {
		th = th.WithAccent(c.Accent)
	}
	if box, ok := l.Node(cell, node); ok {
		th = th.WithAccent(box.Accent)
	}
	letters, _ := th.Color(color)
	ground, ok := th.Fill(color)
	if !ok {
		return "", ""
	}
	return theme.Hex(letters), theme.Hex(ground)
}

// Paint turns a layout, and the input it was made of, into a display list. m holds what is still moving at the instant now
// (any clock that only grows); nil shows everything where it belongs. Animated shaders run by the same clock.
func Paint(in Input, l *Layout, m *Motion, now time.Duration) *paint.Scene {
	p := &painter{in: in, l: l, th: Theme(in.Doc), scale: l.Scale, move: m, now: now}
	base := p.th
	if m != nil {
		m.advance(now.Seconds())
	}
	p.wallpaper()
	p.painted(wallpaperVeil, 0)
	left := m == nil
	for _, c := range l.Stack() {
		if !left && layer(c.Kind) >= layer(tissue.KindPanel) {
			left = true
			p.leaving(base)
		}
		p.cell, p.th = c, base.WithAccent(c.cell.Accent)
		shown, alpha := m.shown(c)
		from := len(p.ops)
		p.placed(shown, alpha)
		p.painted(c.ID, from)
	}
	if !left {
		p.leaving(base)
	}
	m.pictured(p.ops)
	return &paint.Scene{W: l.W, H: l.H, Scale: l.Scale, Ops: p.ops}
}

// wallpaper paints the desktop's background: a plain colour, or one of the theme's.
func (p *painter) wallpaper() {
	r := paint.Rect{W: p.l.W, H: p.l.H}
	name := ""
	if p.in.Doc != nil {
		name = p.in.Doc.Theme.Wallpaper
		if c, ok := p.th.Fill(name); ok && c.A > 0 {
			p.fill(r, 0, c)
			return
		}
	}
	if w, ok := p.th.Wallpaper(name); ok {
		w.Rect, w.Phase = r, p.in.Phase
		p.add(w)
		return
	}
	from, to := p.th.Ground()
	p.add(paint.RoundRect{Rect: r, Blend: &paint.Gradient{From: from, To: to, Angle: 90}})
}

// leaving paints the cells that are fading out.
func (p *painter) leaving(base theme.Theme) {
	ids := slices.Sorted(maps.Keys(p.move.gone))
	for _, id := range ids {
		g := p.move.gone[id]
		p.cell, p.th = g.cell, base.WithAccent(g.cell.cell.Accent)
		p.placed(g.cell, g.left.d)
	}
}

// placed paints one cell.
func (p *painter) placed(c *Placed, alpha float64) {
	if o := c.cell.Opacity; o > 0 {
		alpha *= min(o, 1)
	}
	if alpha < 1 {
		p.add(paint.PushLayer{Alpha: alpha})
		defer p.add(paint.PopLayer{})
	}
	p.frame(c)
	body := p.snap(c.Body)
	radius := frameRadius(c)
	p.add(paint.PushClip{Rect: p.snap(c.Bounds), Radius: radius})
	if c.Bar.H > 0 {
		p.add(paint.PushClip{Rect: body})
	}
	from := len(p.ops)
	p.node(c.root)
	note := c.Note
	if p.afford(from, body) && note == "" {
		note = "draws more than can be shown"
	}
	p.cellScroll(c)
	if c.Bar.H > 0 {
		p.add(paint.PopClip{})
	}
	dead := c.Dead != "" && !c.standIn
	if dead {
		p.dead(c)
	}
	p.add(paint.PopClip{})
	if note != "" && !dead {
		p.remark(c, note)
	}
}

// workOf is what one cell may take to draw, for each pixel of the desktop: a picture must not freeze the screen, and this is
// dozens of times what covers all of it.
const workOf = 48

// afford takes out of what was painted from an operation on what is too much, and says whether there was any.
func (p *painter) afford(from int, area paint.Rect) bool {
	budget := workOf * max(p.l.W*p.l.H, 640*400) * p.scale * p.scale
	n, closing := paint.Afford(p.ops[from:], area, p.scale, budget)
	if from+n == len(p.ops) {
		return false
	}
	p.ops = append(p.ops[:from+n], closing...)
	return true
}

// cellScroll paints the scrollbars of a cell whose tree is larger than it.
func (p *painter) cellScroll(c *Placed) {
	if c.Kind != tissue.KindWindow {
		return
	}
	p.scrollbars(c.Body, c.root.Extent, c.Scale)
}

// scrollbars paints thin bars where content is larger than its view.
func (p *painter) scrollbars(view, content paint.Rect, s float64) {
	c := theme.Alpha(p.th.Or("text", ""), 0.28)
	across, down := bars(view, content, s)
	for _, b := range []Bar{down, across} {
		if b.Max > 0 {
			p.fill(b.Thumb, min(b.Thumb.W, b.Thumb.H)/2, c)
		}
	}
}

// node paints a box and what is in it.
func (p *painter) node(b *layout.Box) {
	if b.Rect.Intersect(b.Clip) == (paint.Rect{}) && len(b.Kids) == 0 {
		return
	}
	saved := p.th
	if b.Style.Accent != "" {
		p.th = p.th.WithAccent(b.Style.Accent)
	}
	alpha := 1.0
	if o := b.Style.Opacity; o != nil {
		alpha = min(max(*o, 0), 1)
	}
	if alpha < 1 {
		p.add(paint.PushLayer{Alpha: alpha})
	}
	if b.Parent != nil {
		p.decorate(b)
	}
	p.leaf(b)
	p.kids(b)
	if alpha < 1 {
		p.add(paint.PopLayer{})
	}
	p.th = saved
}
