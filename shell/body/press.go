package body

import (
	"math"
	"slices"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/shell/attach"
)

// press is what a button went down on.
type press struct {
	what   compositor.Target // the cell, and in it the node that listens
	kind   ui.EventKind      // that a release over the node makes; "" for none
	x, y   float64           // where
	from   paint.Rect        // the cell's bounds then
	value  float64           // of a slider, newest told
	moved  bool              // far enough to be a drag
	editor bool              // the button selects text
	slider bool
	bar    compositor.Part // of a scrollbar, "" for none
	scroll paint.Point     // where it stood
	button int

	grip   grip // on the whole cell
	edge   compositor.Edge
	now    paint.Rect // where that is dragged to
	filled bool       // it is a part of the area
}

// slop is how far the pointer may stray before a press becomes a drag, logical pixels.
const slop = 3.0

// down begins a press. mu is held.
func (b *Body) down(s *screen, e attach.Event) {
	b.letGo(s)
	l := b.arrangeFor(s)
	t := l.Hit(e.X, e.Y)
	b.pointAt(t, e.X, e.Y)
	c := b.cells[t.Cell]
	if c == nil {
		b.edits.Focus = compositor.Target{}
		b.touch()
		b.dirtyInput()
		return
	}
	placed, _ := l.Cell(t.Cell)
	p := &press{what: t, x: e.X, y: e.Y, from: placed.Bounds, button: e.Button}
	dc := b.doc.Cells[t.Cell]
	p.grip, p.edge = gripOf(t, placed, dc == nil || dc.Locked, e)
	s.hand.press = p
	b.raise(l, placed)
	switch {
	case t.Part == compositor.PartTitle && e.Clicks == 2 && p.grip == gripMove:
		s.hand.press = nil
		b.fill(l, t.Cell, "")
		return
	case p.grip == gripNone && (t.Part == compositor.PartBarX || t.Part == compositor.PartBarY):
		p.bar = t.Part
		b.grabBar(l, p)
		return
	case p.grip != gripNone || t.Part != compositor.PartBody:
		return
	}
	focus := compositor.Target{Cell: c.id}
	box, _ := l.Node(c.id, t.Node)
	switch {
	case box.Node == nil:
	case editable(box.Node) && !box.Disabled:
		p.editor = true
		b.placeCaret(l, c, box.Node, e)
		return
	case box.Kind == ui.KindSlider && !box.Disabled && slices.Contains(box.Node.Events, ui.EventChange):
		p.slider, p.value = true, math.NaN()
		focus.Node = t.Node
		b.slide(l, p, e.X)
	case box.Kind == ui.KindToggle && !box.Disabled && slices.Contains(box.Node.Events, ui.EventChange):
		p.kind, focus.Node = ui.EventChange, t.Node
	default:
		if n := l.Handler(t, ui.EventTap); n != "" {
			p.what.Node, p.kind = n, ui.EventTap
			if q, ok := l.Node(c.id, n); ok && q.Focusable() {
				focus.Node = n
			}
		}
	}
	if b.edits.Focus != focus {
		b.edits.Focus = focus
		b.touch()
		b.dirtyInput()
	}
}

// up ends a press: over what it went down on, it is a click. mu is held.
func (b *Body) up(s *screen) {
	p := s.hand.press
	if p == nil {
		return
	}
	s.hand.press = nil
	c := b.cells[p.what.Cell]
	l := b.arrangeFor(s)
	t := l.Hit(s.hand.x, s.hand.y)
	if c == nil {
		b.release()
		return
	}
	switch {
	case p.grip != gripNone:
		if p.moved {
			b.settle(c, p)
		}
		return
	case p.what.Part == compositor.PartClose:
		if t.Cell == p.what.Cell && t.Part == compositor.PartClose {
			b.remove(c.id)
		}
		return
	}
	b.pointAt(t, s.hand.x, s.hand.y)
	if p.kind == "" || t.Cell != p.what.Cell {
		return
	}
	box, ok := l.Node(c.id, p.what.Node)
	switch {
	case !ok:
	case p.kind == ui.EventChange && t.Node == p.what.Node:
		b.post(c, ui.Event{Node: box.ID, Kind: ui.EventChange, Value: 1 - box.Node.Value})
	case p.kind == ui.EventTap && l.Handler(t, ui.EventTap) == p.what.Node:
		b.post(c, ui.Event{Node: box.ID, Kind: ui.EventTap, X: s.hand.x - box.Bounds.X, Y: s.hand.y - box.Bounds.Y})
	}
}

// drag follows the pointer with the button down. mu is held.
func (b *Body) drag(s *screen) {
	p := s.hand.press
	c := b.cells[p.what.Cell]
	if c == nil || b.doc.Cells[p.what.Cell] == nil {
		b.letGo(s)
		return
	}
	if math.Hypot(s.hand.x-p.x, s.hand.y-p.y) > slop {
		p.moved = true
	}
	l := b.arrangeFor(s)
	switch {
	case p.grip != gripNone:
		if p.moved {
			b.hold(s, l, p)
		}
	case p.bar != "":
		b.dragBar(s, l, p)
	case p.slider:
		b.slide(l, p, s.hand.x)
	case p.editor:
		b.selectTo(l, c, p.what.Node, s.hand.x, s.hand.y)
	}
}

// slide sets a slider to where the pointer is. mu is held.
func (b *Body) slide(l *compositor.Layout, p *press, x float64) {
	box, ok := l.Node(p.what.Cell, p.what.Node)
	if !ok || box.Kind != ui.KindSlider {
		return
	}
	if v := compositor.SliderValue(box, x-box.Bounds.X); v != p.value {
		p.value = v
		b.post(b.cells[p.what.Cell], ui.Event{Node: box.ID, Kind: ui.EventChange, Value: v})
	}
}
