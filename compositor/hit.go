package compositor

import (
	"slices"

	"cellshell/compositor/layout"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// resizeCorner is the side of the square in a window's bottom right corner that resizes it, logical pixels.
const resizeCorner = 16.0

// Hit is what a point touches: the nearest cell there and the deepest node of it, whether it listens or not. The zero
// Target means the bare desktop.
func (l *Layout) Hit(x, y float64) Target {
	for _, i := range slices.Backward(l.stack) {
		p := &l.Cells[i]
		if !contains(p.Bounds, x, y) {
			continue
		}
		t := Target{Cell: p.ID, Part: PartBody, X: x - p.Bounds.X, Y: y - p.Bounds.Y}
		switch {
		case contains(p.Close, x, y):
			t.Part = PartClose
			return t
		case contains(p.Bar, x, y):
			t.Part = PartTitle
			return t
		case p.Bar.H > 0 && x > p.Bounds.X+p.Bounds.W-resizeCorner && y > p.Bounds.Y+p.Bounds.H-resizeCorner:
			t.Part = PartResize
			return t
		}
		if b := deepest(p.root, x, y); b != nil && !p.standIn {
			t.Node, t.X, t.Y = b.ID, x-b.Rect.X, y-b.Rect.Y
		} else if p.Kind == "wallpaper" {
			return Target{}
		}
		return t
	}
	return Target{}
}

func contains(r paint.Rect, x, y float64) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

func deepest(b *layout.Box, x, y float64) *layout.Box {
	if b == nil || !contains(b.Clip, x, y) {
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
	if contains(b.Rect, x, y) {
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
