package evolve

import (
	"maps"
	"slices"

	"cellshell/evolve/reflex"
	"cellshell/tissue"
)

// stood tells where a cell stood before it was last moved or removed, or where it stood first. Without a cell it is the newest
// of that gene which is here no more. false: it never stood anywhere else.
func (e *Engine) stood(s *Scene, cell, gene string, first bool) (reflex.Spot, bool) {
	id := tissue.CellID(cell)
	now := s.Doc.Cells[id]
	found, known := reflex.Spot{}, false
	for i, h := range e.o.Store.Log() {
		if i == lookBack {
			break
		}
		plan, err := e.o.Store.PlanRestore(h.N)
		if err != nil {
			break
		}
		if id == "" {
			id = goneOf(s, plan.Doc, gene)
		}
		then := plan.Doc.Cells[id]
		if then == nil || !first && now != nil && samePlace(then.Placement, now.Placement) {
			continue
		}
		p := s.fromNearEdge(then.Placement, id)
		found, known = reflex.Spot{Anchor: p.Anchor, X: p.X, Y: p.Y, W: p.W, H: p.H}, true
		if now != nil {
			found.Scale = orOne(ptr(p.Scale)) / orOne(ptr(now.Placement.Scale))
		}
		if !first {
			break
		}
	}
	return found, known
}

// goneOf is a cell of a gene that a document has and the desktop has no more, "" without one.
func goneOf(s *Scene, doc *tissue.Document, gene string) tissue.CellID {
	for _, id := range slices.Backward(slices.Sorted(maps.Keys(doc.Cells))) {
		if ofGene(string(id), gene) && s.Doc.Cells[id] == nil {
			return id
		}
	}
	return ""
}

// samePlace reports whether two placements differ in nothing but size and depth.
func samePlace(a, b tissue.Placement) bool {
	return a.Anchor == b.Anchor && a.X == b.X && a.Y == b.Y
}

// fromNearEdge is a place told from the corner that it is nearest to: what is larger or smaller than what stood there begins where
// people saw it begin.
func (s *Scene) fromNearEdge(p tissue.Placement, id tissue.CellID) tissue.Placement {
	c := s.Cells[id]
	x, y := side(p.Anchor)
	if c == nil || x == 0 && y == 0 || x*y != 0 && p.X < s.Area.W/2 && p.Y < s.Area.H/2 {
		return p
	}
	return placed(p, s.Area, "top-left", anchoredAt(s.Area, p, c.Bounds.W, c.Bounds.H))
}
