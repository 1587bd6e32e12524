package body

import (
	"fmt"
	"math"

	"cellshell/compositor"
	"cellshell/evolve/act"
	"cellshell/gpu/paint"
	"cellshell/shell/attach"
	"cellshell/tissue"
)

// grip is what a press does with a whole cell.
type grip int

const (
	gripNone grip = iota
	gripMove
	gripSize
)

// gripOf tells what a press takes hold of: the title and the edges of a window, and with Alt any place of a cell, the left
// button to move it and the right one to resize it.
func gripOf(t compositor.Target, p *compositor.Placed, locked bool, e attach.Event) (grip, compositor.Edge) {
	free := p.Kind != tissue.KindPanel && p.Kind != tissue.KindWallpaper
	switch {
	case locked || !free:
		return gripNone, 0
	case e.Alt && e.Button == attach.Left:
		return gripMove, 0
	case e.Alt && e.Button == attach.Right:
		return gripSize, nearest(p.Bounds, e.X, e.Y)
	case e.Button != attach.Left:
		return gripNone, 0
	case t.Part == compositor.PartTitle:
		return gripMove, 0
	case t.Part == compositor.PartResize:
		return gripSize, t.Edge
	}
	return gripNone, 0
}

// hold shows a window where the pointer drags it; the document does not change before it is let go. mu is held.
func (b *Body) hold(s *screen, l *compositor.Layout, p *press) {
	dc := b.doc.Cells[p.what.Cell]
	var r paint.Rect
	if p.grip == gripSize {
		r, p.filled = stretched(p.from, l.Area, p.edge, s.hand.x-p.x, s.hand.y-p.y), false
	} else {
		from := p.from
		if was, ok := b.before[p.what.Cell]; ok && dc.Kind == tissue.KindWindow { // it filled a part: it becomes what it was
			from = was
			from.X = p.x - (p.x-p.from.X)*was.W/p.from.W
			from.Y = p.from.Y
		}
		r, p.filled = moved(from, l.Area, p.x, p.y, s.hand.x, s.hand.y, dc.Kind == tissue.KindWindow)
	}
	p.now = r
	place := dc.Placement
	place.Anchor, place.X, place.Y = "top-left", r.X-l.Area.X, r.Y-l.Area.Y
	if r.W != p.from.W || r.H != p.from.H {
		k := place.Scale
		if k <= 0 {
			k = 1
		}
		place.W, place.H = r.W/k, r.H/k
	}
	if is := (attach.Held{Cell: p.what.Cell, Placement: place}); is != b.held {
		b.held = is
		b.wakeScreens()
	}
}

// settle makes one change of the document out of a drag. mu is held.
func (b *Body) settle(c *live, p *press) {
	if b.held.Cell != c.id || b.doc.Cells[c.id] == nil || p.now == p.from {
		b.release()
		return
	}
	was, knows := b.before[c.id]
	if !knows {
		was = p.from
	}
	verb := "move"
	switch {
	case p.filled:
		verb = "snap"
	case p.grip == gripSize:
		verb = "resize"
	}
	if !b.put(c.id, verb, p.from, p.now) {
		b.release()
		return
	}
	if p.filled {
		b.before[c.id] = was
	} else {
		delete(b.before, c.id)
	}
}

// put moves and resizes a cell as one change of the document, and lets it go when that is done. mu is held.
func (b *Body) put(id tissue.CellID, verb string, from, to paint.Rect) bool {
	target := act.Target{Cell: string(id)}
	var acts []act.Act
	if to.W != from.W || to.H != from.H {
		acts = append(acts, act.Act{Intent: act.Resize, Target: target, Args: act.Args{Width: to.W, Height: to.H}})
	}
	if to.X != from.X || to.Y != from.Y || len(acts) > 0 { // a size alone would be taken from the anchor
		acts = append(acts, act.Act{Intent: act.Move, Target: target, Args: act.Args{X: &to.X, Y: &to.Y}})
	}
	return len(acts) > 0 && b.background(func() { // ends with the change
		r := b.engine.Do(b.ctx, fmt.Sprintf("%s %s", verb, id), acts)
		if r.Status != act.Done {
			b.log.Warn("a window stays where it was", "cell", id, "why", r.Reason)
		}
		b.mu.Lock()
		b.release()
		b.mu.Unlock()
	})
}

// fill gives a window a part of the area: "", all of it. A window that has it already becomes what it was. mu is held.
func (b *Body) fill(l *compositor.Layout, id tissue.CellID, name string) {
	p, ok := l.Cell(id)
	dc := b.doc.Cells[id]
	if !ok || dc == nil || dc.Locked || p.Kind != tissue.KindWindow || b.held.Cell != "" {
		return
	}
	to, verb := part(l.Area, name), "snap"
	if name == "" {
		verb = "maximize"
	}
	was, knows := b.before[id]
	if near(p.Bounds, to) || name == "restore" {
		if !knows && name == "restore" {
			return
		}
		if !knows { // by what this body knows it has always been like that
			to = paint.Rect{W: math.Round(l.Area.W * 0.6), H: math.Round(l.Area.H * 0.6)}
			to.X, to.Y = l.Area.X+math.Round((l.Area.W-to.W)/2), l.Area.Y+math.Round((l.Area.H-to.H)/2)
		} else {
			to = was
		}
		if b.put(id, "restore", p.Bounds, to) {
			delete(b.before, id)
			b.dirtyInput()
		}
		return
	}
	if b.put(id, verb, p.Bounds, to) && !knows {
		b.before[id] = p.Bounds
		b.dirtyInput()
	}
}

func near(a, z paint.Rect) bool {
	return math.Abs(a.X-z.X)+math.Abs(a.Y-z.Y)+math.Abs(a.W-z.W)+math.Abs(a.H-z.H) < 2
}

// remove takes a cell off the desktop, by its close button or a key. mu is held.
func (b *Body) remove(id tissue.CellID) {
	b.background(func() { b.engine.Remove(b.ctx, id) }) // ends with the change
}

// release puts what is held back into the document's place. mu is held.
func (b *Body) release() {
	if b.held.Cell != "" {
		b.held = attach.Held{}
		b.wakeScreens()
	}
}

// letGo forgets what a screen's pointer holds down. mu is held.
func (b *Body) letGo(s *screen) {
	if s.hand.press != nil {
		s.hand.press = nil
		b.release()
	}
}

// raise brings a window before those that cover it. mu is held.
func (b *Body) raise(l *compositor.Layout, p *compositor.Placed) {
	dc := b.doc.Cells[p.ID]
	if p.Kind != tissue.KindWindow || dc == nil || dc.Locked {
		return
	}
	for _, other := range l.Stack() {
		if other.Kind == p.Kind && other.Z > p.Z && other.Bounds.Meets(p.Bounds) {
			id := string(p.ID)
			b.background(func() { // ends with the change
				b.engine.Do(b.ctx, "raise "+id, []act.Act{{Intent: act.Raise, Target: act.Target{Cell: id}, Args: act.Args{Part: "front"}}})
			})
			return
		}
	}
}
