package compositor

import (
	"slices"

	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Focusable tells whether a node can have the keyboard: editors, and what listens for a tap or a change.
func (n NodeBox) Focusable() bool {
	if n.Disabled || n.Node == nil {
		return false
	}
	if n.Kind == ui.KindField || n.Kind == ui.KindArea {
		return true
	}
	return slices.Contains(n.Node.Events, ui.EventTap) || slices.Contains(n.Node.Events, ui.EventChange)
}

// Focusables lists the nodes of a cell that can have the keyboard, in the order Tab visits them.
func (l *Layout) Focusables(id tissue.CellID) []string {
	c, ok := l.Cell(id)
	if !ok || c.Dead != "" {
		return nil
	}
	var out []string
	for _, node := range c.Order {
		if c.Nodes[node].Focusable() {
			out = append(out, node)
		}
	}
	return out
}

// Tab is where the focus goes from a node: to the next in its cell, after the last to the first of the next cell in
// reading order, and round. From nothing it goes to the first of all. The zero Target means there is nothing to focus.
func (l *Layout) Tab(from Target, back bool) Target {
	var all []Target
	at := -1
	for i := range l.Cells {
		id := l.Cells[i].ID
		for _, node := range l.Focusables(id) {
			if id == from.Cell && node == from.Node {
				at = len(all)
			}
			all = append(all, Target{Cell: id, Node: node})
		}
	}
	if len(all) == 0 {
		return Target{}
	}
	if at < 0 {
		for i, t := range all {
			if t.Cell == from.Cell {
				return all[i]
			}
		}
		at = len(all) - 1
		if back {
			at = 0
		}
	}
	step := 1
	if back {
		step = -1
	}
	return all[(at+step+len(all))%len(all)]
}

// TextAt is the byte offset of an editor's text nearest to a point: where a click puts the cursor.
func (l *Layout) TextAt(id tissue.CellID, node string, x, y float64) (int, bool) {
	c, ok := l.Cell(id)
	if !ok {
		return 0, false
	}
	b := find(c.root, node)
	if b == nil || b.Block == nil || b.Node.Kind != ui.KindField && b.Node.Kind != ui.KindArea {
		return 0, false
	}
	return b.Block.Index(x-b.At.X, y-b.At.Y), true
}

// Lines is how an editor's text is broken into lines, for edit.Options; nil when the node is no editor.
func (l *Layout) Lines(id tissue.CellID, node string) edit.Geometry {
	c, ok := l.Cell(id)
	if !ok {
		return nil
	}
	if b := find(c.root, node); b != nil && b.Block != nil && (b.Node.Kind == ui.KindArea || b.Node.Kind == ui.KindField) {
		return b.Block
	}
	return nil
}

// Caret is where the caret of the field stands that has the keyboard, in what is seen of it; false when none has.
func (l *Layout) Caret(e *Edits) (paint.Rect, bool) {
	if e == nil {
		return paint.Rect{}, false
	}
	c, ok := l.Cell(e.Focus.Cell)
	if !ok || c.Dead != "" {
		return paint.Rect{}, false
	}
	b := find(c.root, e.Focus.Node)
	if b == nil || b.Block == nil || b.Dim || b.Node.Kind != ui.KindArea && b.Node.Kind != ui.KindField {
		return paint.Rect{}, false
	}
	s, from, _, _ := e.shown(e.Focus.Cell, e.Focus.Node)
	at := s.Cursor
	if e.Preedit != nil && e.Preedit.Text != "" {
		at = from // what is offered stands below the beginning of what is composed
	}
	x, y, h := b.Block.Caret(min(max(at, 0), len(b.Text)))
	return paint.Rect{X: b.At.X + x, Y: b.At.Y + y, W: 1, H: h}, true
}
