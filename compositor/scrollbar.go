package compositor

import (
	"cellshell/compositor/layout"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Bar is a scrollbar: a thumb in a track. Rectangles are absolute, logical pixels.
type Bar struct {
	Track, Thumb paint.Rect
	Page         float64 // what is seen at once
	Max          float64 // how far it can be scrolled
}

// barGrip is how wide the strip is that takes clicks for a scrollbar, which is painted thinner.
const barGrip = 12.0

// bars are the scrollbars of a view onto some content, at a magnification; a zero one is not needed.
func bars(view, content paint.Rect, s float64) (across, down Bar) {
	w, inset := 5*s, 3*s
	if content.H > view.H+0.5 {
		room := view.H - 2*inset
		h := max(room*view.H/content.H, min(24*s, room))
		down = Bar{
			Track: paint.Rect{X: view.X + view.W - barGrip*s, Y: view.Y + inset, W: barGrip * s, H: room},
			Thumb: paint.Rect{X: view.X + view.W - w - inset, W: w, H: h}, Page: view.H, Max: content.H - view.H,
		}
		down.Thumb.Y = down.Track.Y + (view.Y-content.Y)/down.Max*(room-h)
	}
	if content.W > view.W+0.5 {
		room := view.W - 2*inset
		l := max(room*view.W/content.W, min(24*s, room))
		across = Bar{
			Track: paint.Rect{X: view.X + inset, Y: view.Y + view.H - barGrip*s, W: room, H: barGrip * s},
			Thumb: paint.Rect{Y: view.Y + view.H - w - inset, W: l, H: w}, Page: view.W, Max: content.W - view.W,
		}
		across.Thumb.X = across.Track.X + (view.X-content.X)/across.Max*(room-l)
	}
	return across, down
}

// viewOf is what of a scrolled container is seen, and where all of its content would stand; false for others.
func viewOf(b *layout.Box) (view, content paint.Rect, ok bool) {
	switch b.Node.Kind {
	case ui.KindScroll, ui.KindList:
		return b.Inner, b.Content, true
	case ui.KindArea:
		r := b.Rect
		return r, paint.Rect{X: r.X, Y: b.Content.Y - (b.Inner.Y - r.Y), W: r.W, H: b.Content.H + r.H - b.Inner.H}, true
	}
	return paint.Rect{}, paint.Rect{}, false
}

// Bars are the scrollbars of a container of a cell, or with a node of "" of a window.
func (l *Layout) Bars(id tissue.CellID, node string) (across, down Bar) {
	p, ok := l.Cell(id)
	if !ok {
		return Bar{}, Bar{}
	}
	if node == "" {
		return p.bars()
	}
	if b := find(p.root, node); b != nil {
		if view, content, ok := viewOf(b); ok {
			return bars(view, content, b.Scale)
		}
	}
	return Bar{}, Bar{}
}

func (p *Placed) bars() (across, down Bar) {
	if p.Kind != tissue.KindWindow || p.root == nil {
		return Bar{}, Bar{}
	}
	return bars(p.Body, p.root.Extent, p.Scale)
}

// barAt finds the scrollbar at a point: that of the innermost container around a box, else the window's.
func (p *Placed) barAt(b *layout.Box, x, y float64) (node string, part Part) {
	hit := func(across, down Bar) Part {
		switch {
		case down.Max > 0 && down.Track.Contains(x, y):
			return PartBarY
		case across.Max > 0 && across.Track.Contains(x, y):
			return PartBarX
		}
		return ""
	}
	for ; b != nil; b = b.Parent {
		if view, content, ok := viewOf(b); ok {
			if part := hit(bars(view, content, b.Scale)); part != "" {
				return b.ID, part
			}
		}
	}
	return "", hit(p.bars())
}
