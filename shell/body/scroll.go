package body

import (
	"strings"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/shell/attach"
	"cellshell/tissue"
)

// wheel scrolls the innermost container under the pointer that has something left to show in that direction. mu is held.
func (b *Body) wheel(s *screen, e attach.Event) {
	l := b.arrangeFor(s)
	t := l.Hit(e.X, e.Y)
	placed, ok := l.Cell(t.Cell)
	if !ok {
		return
	}
	for node := t.Node; node != ""; node = parent(node) {
		if box, ok := placed.Nodes[node]; ok && b.scroll(t.Cell, node, box.Scroll, box.ScrollMax, e) {
			return
		}
	}
	b.scroll(t.Cell, "", placed.Scroll, placed.ScrollMax, e)
}

// scroll moves a container's content and says whether it could. mu is held.
func (b *Body) scroll(cell tissue.CellID, node string, at, most paint.Point, e attach.Event) bool {
	to := paint.Point{X: min(max(at.X+e.DX, 0), most.X), Y: min(max(at.Y+e.DY, 0), most.Y)}
	if to == at {
		return false
	}
	b.scrollTo(cell, node, to)
	return true
}

// scrollTo scrolls a container. In a text area the caret may then be out of sight, until it moves. mu is held.
func (b *Body) scrollTo(cell tissue.CellID, node string, to paint.Point) {
	key := compositor.Key(cell, node)
	b.edits.Scroll[key] = to
	if b.edits.Field(cell, node) != nil {
		b.edits.Loose = key
	}
	b.touch()
	b.dirtyInput()
}

// grabBar takes hold of a scrollbar. A press beside its thumb brings it there first. mu is held.
func (b *Body) grabBar(l *compositor.Layout, p *press) {
	across, down := l.Bars(p.what.Cell, p.what.Node)
	p.scroll = scrolled(l, p.what)
	bar, at, thumb, size := down, p.y, down.Thumb.Y, down.Thumb.H
	if p.bar == compositor.PartBarX {
		bar, at, thumb, size = across, p.x, across.Thumb.X, across.Thumb.W
	}
	if at >= thumb && at < thumb+size {
		return
	}
	b.slideBar(p, bar, at-(thumb+size/2))
	p.scroll = b.edits.Scroll[compositor.Key(p.what.Cell, p.what.Node)]
}

// dragBar follows the pointer with a scrollbar. mu is held.
func (b *Body) dragBar(s *screen, l *compositor.Layout, p *press) {
	across, down := l.Bars(p.what.Cell, p.what.Node)
	if p.bar == compositor.PartBarX {
		b.slideBar(p, across, s.hand.x-p.x)
	} else {
		b.slideBar(p, down, s.hand.y-p.y)
	}
}

// slideBar moves a thumb by so much from where it was taken. mu is held.
func (b *Body) slideBar(p *press, bar compositor.Bar, by float64) {
	if bar.Max <= 0 {
		return
	}
	to := p.scroll
	if p.bar == compositor.PartBarX {
		to.X = min(max(to.X+by*bar.Max/max(bar.Track.W-bar.Thumb.W, 1), 0), bar.Max)
	} else {
		to.Y = min(max(to.Y+by*bar.Max/max(bar.Track.H-bar.Thumb.H, 1), 0), bar.Max)
	}
	b.scrollTo(p.what.Cell, p.what.Node, to)
}

// scrolled is how far a container, or a window, is scrolled.
func scrolled(l *compositor.Layout, t compositor.Target) paint.Point {
	p, ok := l.Cell(t.Cell)
	if !ok {
		return paint.Point{}
	}
	if t.Node == "" {
		return p.Scroll
	}
	return p.Nodes[t.Node].Scroll
}

// scrollKey scrolls by key what is around the focus, else the whole cell, and says whether it could. mu is held.
func (b *Body) scrollKey(c *live, chord string) bool {
	l := b.arrange()
	p, ok := l.Cell(c.id)
	if !ok {
		return false
	}
	for node := b.edits.Focus.Node; ; node = parent(node) {
		at, most, page := p.Scroll, p.ScrollMax, p.Body.H
		if box, ok := p.Nodes[node]; ok && node != "" {
			at, most, page = box.Scroll, box.ScrollMax, box.Bounds.H
		}
		by := 0.0
		switch chord {
		case "pageup", "shift+space":
			by = -page * 0.9
		case "pagedown", "space":
			by = page * 0.9
		case "home":
			by = -most.Y
		case "end":
			by = most.Y
		case "up":
			by = -lineStep
		case "down":
			by = lineStep
		}
		if by != 0 && b.scroll(c.id, node, at, most, attach.Event{DY: by}) {
			return true
		}
		if node == "" {
			return false
		}
	}
}

// lineStep is what the arrow keys scroll, logical pixels.
const lineStep = 40.0

// reveal scrolls what is around a node so that it is seen. mu is held.
func (b *Body) reveal(t compositor.Target) {
	for node := parent(t.Node); ; node = parent(node) {
		l := b.arrange() // what is around it may have moved
		p, ok := l.Cell(t.Cell)
		if !ok {
			return
		}
		box, ok := p.Nodes[t.Node]
		view, at, most := p.Body, p.Scroll, p.ScrollMax
		if around, has := p.Nodes[node]; has {
			view, at, most = around.Bounds, around.Scroll, around.ScrollMax
			if around.Kind != ui.KindScroll && around.Kind != ui.KindList {
				most = paint.Point{}
			}
		}
		if !ok {
			return
		}
		dx := intoView(box.Bounds.X, box.Bounds.W, view.X, view.W)
		dy := intoView(box.Bounds.Y, box.Bounds.H, view.Y, view.H)
		b.scroll(t.Cell, node, at, most, attach.Event{DX: dx, DY: dy})
		if node == "" {
			return
		}
	}
}

// ringRoom is what is left around a node that is scrolled into view: its focus ring is seen too.
const ringRoom = 6.0

// intoView is how far a view has to move so that a stretch is in it; its beginning when it is too long.
func intoView(at, size, from, room float64) float64 {
	if at-ringRoom < from || size+2*ringRoom > room {
		return at - ringRoom - from
	}
	return max(at+size+ringRoom-from-room, 0)
}

// parent is the id of the node around a node, "" for the root's.
func parent(node string) string {
	if i := strings.LastIndexByte(node, '/'); i >= 0 {
		return node[:i]
	}
	return ""
}
