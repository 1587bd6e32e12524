package compositor

import (
	"slices"

	"cellshell/compositor/layout"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// How far around its edges a window can be taken hold of to resize it, logical pixels: more outside, where nothing else of
// it is, and more at the corners.
const (
	edgeOutside = 6.0
	edgeInside  = 4.0
	edgeCorner  = 16.0
)

// edges are those of a window that a point is at.
func (p *Placed) edges(x, y float64) (e Edge) {
	r := p.Bounds
	if p.Bar.H <= 0 || p.cell.Locked || !grow(r, edgeOutside).Contains(x, y) {
		return 0
	}
	left, right := x-r.X, r.X+r.W-x
	top, bottom := y-r.Y, r.Y+r.H-y
	if min(left, right, top, bottom) >= edgeInside && !(right < edgeCorner && bottom < edgeCorner) {
		return 0 // inside; of the corners only that at the bottom right is as large there, where nothing else is
	}
	if left < edgeCorner {
		e |= EdgeLeft
	} else if right < edgeCorner {
		e |= EdgeRight
	}
	if top < edgeCorner {
		e |= EdgeTop
	} else if bottom < edgeCorner {
		e |= EdgeBottom
	}
	return e
}

func grow(r paint.Rect, by float64) paint.Rect {
	return paint.Rect{X: r.X - by, Y: r.Y - by, W: r.W + 2*by, H: r.H + 2*by}
}

// Hit is what a point touches: the nearest cell there and the deepest node of it, whether it listens or not. The zero
// Target means the bare desktop.
func (l *Layout) Hit(x, y float64) Target {
	for _, i := range slices.Backward(l.stack) {
		p := &l.Cells[i]
		t := Target{Cell: p.ID, Part: PartBody, X: x - p.Bounds.X, Y: y - p.Bounds.Y}
		if !p.Close.Contains(x, y) {
			if t.Edge = p.edges(x, y); t.Edge != 0 {
				t.Part = PartResize
				return t
			}
		}
		if !p.Bounds.Contains(x, y) {
			continue
		}
		switch {
		case p.Close.Contains(x, y):
			t.Part = PartClose
			return t
		case p.Bar.Contains(x, y):
			t.Part = PartTitle
			return t
		}
		b := deepest(p.root, x, y)
		if b == nil || p.standIn {
			if p.Kind == tissue.KindWallpaper {
				return Target{}
			}
			b = nil
		} else {
			t.Node, t.X, t.Y = b.ID, x-b.Rect.X, y-b.Rect.Y
		}
		if node, part := p.barAt(b, x, y); part != "" {
			t.Node, t.Part = node, part
		}
		return t
	}
	return Target{}
}

func deepest(b *layout.Box, x, y float64) *layout.Box {
	if b == nil || !b.Clip.Contains(x, y) {
		return nil
	}
	kids := b.Kids
	if b.Node.Kind == ui.KindShader {
		kids = nil // one points at the picture, not at what stands in for it
	}
	for _, k := range slices.Backward(kids) {
		if hit := deepest(k, x, y); hit != nil {
			return hit
		}
	}
	if b.Rect.Contains(x, y) {
		return b
	}
	return nil
}

// Handler is the node that gets an event at a target: the node itself or the nearest around it that listens for the kind
// and is not disabled; "" when none does.
func (l *Layout) Handler(t Target, kind ui.EventKind) string {
	p, ok := l.Cell(t.Cell)
	if !ok {
		return ""
	}
	for b := find(p.root, t.Node); b != nil; b = b.Parent {
		if slices.Contains(b.Node.Events, kind) {
			if b.Dim {
				return ""
			}
			return b.ID
		}
	}
	return ""
}

func find(b *layout.Box, id string) *layout.Box {
	if b == nil || b.ID == id {
		return b
	}
	for _, k := range b.Kids {
		if hit := find(k, id); hit != nil {
			return hit
		}
	}
	return nil
}
