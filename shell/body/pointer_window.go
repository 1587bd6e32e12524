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

// The least size a window can be dragged to, logical pixels.
const (
	leastW = 160.0
	leastH = 96.0
)

// hold shows a window where the pointer drags it; the document does not change before it is let go. mu is held.
func (b *Body) hold(s *screen, l *compositor.Layout, p *press) {
	dc := b.doc.Cells[p.what.Cell]
	if dc.Locked {
		return
	}
	r := held(p, l.Area, s.hand.x, s.hand.y)
	place := dc.Placement
	place.Anchor, place.X, place.Y = "top-left", r.X-l.Area.X, r.Y-l.Area.Y
	if p.what.Part == compositor.PartResize {
		k := place.Scale
		if k <= 0 {
			k = 1
		}
		place.W, place.H = r.W/k, r.H/k
	}
	b.held = attach.Held{Cell: p.what.Cell, Placement: place}
	b.wakeScreens()
}

// held is the rectangle of a window in the hand: it stays within the area, and not smaller than can be used.
func held(p *press, area paint.Rect, x, y float64) paint.Rect {
	r, dx, dy := p.from, math.Round(x-p.x), math.Round(y-p.y)
	if p.what.Part == compositor.PartResize {
		r.W = max(min(r.W+dx, area.X+area.W-r.X), leastW)
		r.H = max(min(r.H+dy, area.Y+area.H-r.Y), leastH)
		return r
	}
	r.X = max(min(r.X+dx, area.X+area.W-r.W), area.X)
	r.Y = max(min(r.Y+dy, area.Y+area.H-r.H), area.Y)
	return r
}

// settle makes one change of the document out of a drag. mu is held.
func (b *Body) settle(c *live, p *press) {
	place, dc := b.held.Placement, b.doc.Cells[c.id]
	if b.held.Cell != c.id || dc == nil {
		b.release()
		return
	}
	area := b.arrange().Area
	x, y := area.X+place.X, area.Y+place.Y
	target := act.Target{Cell: string(c.id)}
	text := fmt.Sprintf("move %s", c.id)
	acts := []act.Act{{Intent: act.Move, Target: target, Args: act.Args{X: &x, Y: &y}}}
	if p.what.Part == compositor.PartResize {
		k := place.Scale
		if k <= 0 {
			k = 1
		}
		text = fmt.Sprintf("resize %s", c.id)
		acts = append([]act.Act{{Intent: act.Resize, Target: target, Args: act.Args{Width: place.W * k, Height: place.H * k}}}, acts...)
	}
	if !b.background(func() { // ends with the change
		r := b.engine.Do(b.ctx, text, acts)
		if r.Status != act.Done {
			b.log.Warn("a window stays where it was", "cell", c.id, "why", r.Reason)
		}
		b.mu.Lock()
		b.release()
		b.mu.Unlock()
	}) {
		b.release()
	}
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
		if other.Kind == p.Kind && other.Z > p.Z && overlap(other.Bounds, p.Bounds) {
			id := string(p.ID)
			b.background(func() { // ends with the change
				b.engine.Do(b.ctx, "raise "+id, []act.Act{{Intent: act.Raise, Target: act.Target{Cell: id}, Args: act.Args{Part: "front"}}})
			})
			return
		}
	}
}

func overlap(a, z paint.Rect) bool {
	return a.X < z.X+z.W && z.X < a.X+a.W && a.Y < z.Y+z.H && z.Y < a.Y+a.H
}
