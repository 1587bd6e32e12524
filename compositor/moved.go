package compositor

import (
	"math"

	"cellshell/compositor/layout"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// shown is a cell as it is seen now: where its motion has brought it, and how opaque it is.
func (m *Motion) shown(c *Placed) (*Placed, float64) {
	if m == nil || len(m.known) == 0 && len(m.fades) == 0 {
		return c, 1
	}
	alpha := 1.0
	to := m.known[Key(c.ID, "")+"\x00"].over(c.Bounds)
	if f, ok := m.fades[c.ID]; ok {
		alpha = min(max(1-f.d, 0), 1)
		to = shrink(to, 1-0.04*f.d)
	}
	out := *c
	out.Bounds = to
	at := mapping{from: c.Bounds, to: to}
	out.Bar, out.Close, out.Body = at.rect(c.Bar), at.rect(c.Close), at.rect(c.Body)
	if c.Bar.H > 0 { // a title bar keeps its height
		out.Bar.H, out.Close.H, out.Close.W = c.Bar.H, c.Close.H, c.Close.W
		out.Bar.Y, out.Close.Y = to.Y+c.Bar.Y-c.Bounds.Y, to.Y+c.Close.Y-c.Bounds.Y
		out.Close.X = to.X + to.W - (c.Bounds.X + c.Bounds.W - c.Close.X)
		out.Body.Y, out.Body.H = to.Y+c.Bar.H, max(to.H-c.Bar.H, 0)
	}
	out.root = m.box(c, &out, c.root, nil)
	return &out, alpha
}

// labelShare is how much of a button's spare width stands left of its label.
func labelShare(b *layout.Box) float64 {
	switch b.Style.TextAlign {
	case "start":
		return 0
	case "end":
		return 1
	}
	return 0.5
}

func shrink(r paint.Rect, k float64) paint.Rect {
	return paint.Rect{X: r.X + r.W*(1-k)/2, Y: r.Y + r.H*(1-k)/2, W: r.W * k, H: r.H * k}
}

// box is a copy of a box, and of all in it, as it is seen now.
func (m *Motion) box(was, is *Placed, b, parent *layout.Box) *layout.Box {
	out := *b
	out.Parent = parent
	s := m.known[Key(was.ID, b.ID)]
	r := b.Rect
	if parent == nil {
		r.X += is.Body.X - was.Body.X
		r.Y += is.Body.Y - was.Body.Y
		if was.Bar.H == 0 {
			r.W, r.H = is.Body.W, is.Body.H
		}
	} else {
		r.X += parent.Content.X - b.Parent.Content.X
		r.Y += parent.Content.Y - b.Parent.Content.Y
		r = s.over(r)
	}
	out.Rect = r
	if parent == nil {
		out.Extent = paint.Rect{X: b.Extent.X + r.X - b.Rect.X, Y: b.Extent.Y + r.Y - b.Rect.Y, W: b.Extent.W, H: b.Extent.H}
		if b.Extent.W <= was.Body.W+0.5 { // what needs no scrollbar at rest gets none on its way there
			out.Extent.W = min(b.Extent.W, is.Body.W)
		}
		if b.Extent.H <= was.Body.H+0.5 {
			out.Extent.H = min(b.Extent.H, is.Body.H)
		}
	}
	at := mapping{from: b.Rect, to: r}
	out.Inner, out.Content = at.rect(b.Inner), at.rect(b.Content)
	out.Clip = moveClip(b, was, is)
	if k := at.zoom(); k != 1 {
		out.Zoom, out.Scale = k, b.Scale*k
		out.Font.Size *= k
	}
	out.At = at.point(b.At)
	if b.Node.Kind == ui.KindButton && out.Zoom == 0 { // its label stays in the middle, and does not hang at one end while it grows
		out.At.X = b.At.X + r.X - b.Rect.X + (r.W-b.Rect.W)*labelShare(b)
	}
	out.Kids = make([]*layout.Box, len(b.Kids))
	for i, k := range b.Kids {
		out.Kids[i] = m.box(was, is, k, &out)
	}
	return &out
}

// moveClip lets a moving cell's boxes be seen anywhere in it: what scrolls is clipped when it is painted.
func moveClip(b *layout.Box, was, is *Placed) paint.Rect {
	if was.Bounds == is.Bounds {
		return b.Clip
	}
	return is.Bounds
}

// mapping takes points of one rectangle to those of another.
type mapping struct{ from, to paint.Rect }

func (m mapping) point(p paint.Point) paint.Point {
	kx, ky := 1.0, 1.0
	if k := m.zoom(); k != 1 {
		kx, ky = k, k
	}
	// Without a common zoom the middle stays in the middle.
	dx := (m.to.W - m.from.W*kx) / 2
	dy := (m.to.H - m.from.H*ky) / 2
	if kx == 1 && ky == 1 && p.X-m.from.X < m.from.W*0.2 {
		dx = 0
	}
	return paint.Point{X: m.to.X + dx + (p.X-m.from.X)*kx, Y: m.to.Y + dy + (p.Y-m.from.Y)*ky}
}

// rect keeps the distances from the edges, multiplied where the whole is.
func (m mapping) rect(r paint.Rect) paint.Rect {
	k := m.zoom()
	l, t := (r.X-m.from.X)*k, (r.Y-m.from.Y)*k
	right, bottom := (m.from.X+m.from.W-r.X-r.W)*k, (m.from.Y+m.from.H-r.Y-r.H)*k
	return paint.Rect{X: m.to.X + l, Y: m.to.Y + t, W: max(m.to.W-l-right, 0), H: max(m.to.H-t-bottom, 0)}
}

// zoom is the factor both sides have in common; 1 when they have none.
func (m mapping) zoom() float64 {
	if m.from.W < 1 || m.from.H < 1 || m.to.H < 1 {
		return 1
	}
	kx, ky := m.to.W/m.from.W, m.to.H/m.from.H
	if math.Abs(kx/ky-1) > 0.02 {
		return 1
	}
	return (kx + ky) / 2
}
