package evolve

import (
	"cellshell/evolve/act"
	"cellshell/tissue"
)

// pushes moves a cell aside, by as much as lacks for another to stand beside it. It reports false where that cell stays where it is, or
// has no room there.
func (s *subject) pushes(id tissue.CellID, at Rect, dx, dy float64) bool {
	dc := s.draft.doc.Cells[id]
	to := Rect{at.X + dx, at.Y + dy, at.W, at.H}
	if dc == nil || dc.Locked || !standing(dc.Kind) || within(s.before.Area, to) != to || !apart(to, s.occupied(s.id, id), 0) {
		return false
	}
	s.moveAside(id, to)
	return true
}

// makeRoom moves the cell whose place is taken to the nearest free one.
func (s *subject) makeRoom(id tissue.CellID, taken Rect) {
	c, dc := s.before.Cells[id], s.draft.doc.Cells[id]
	if c == nil || dc == nil || c.Bounds.Empty() || dc.Locked || dc.Hidden {
		return
	}
	others := append(s.occupied(s.id, id), taken)
	s.moveAside(id, free(s.before.Area, within(s.before.Area, c.Bounds), "center", others))
}

// moveAside moves a cell that makes room, and expects it there within one pixel; the receipt tells where that is.
func (d *draft) moveAside(id tissue.CellID, to Rect) {
	dc := d.doc.Cells[id]
	d.named[id], d.moved[id] = true, to
	dc.Placement = placed(dc.Placement, d.before.Area, first(dc.Placement.Anchor, "top-left"), to)
	d.expectTunable(act.Aside, func(_, after *Scene) (string, string, bool) {
		c := after.Cells[id]
		if c == nil {
			return string(id), "gone", false
		}
		return string(id), titleOf(after, id) + " moved to " + pointText(c.Bounds), near1(c.Bounds.X, to.X) && near1(c.Bounds.Y, to.Y)
	})
}
