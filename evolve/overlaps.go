package evolve

import (
	"slices"

	"cellshell/tissue"
)

// overlaps names the cells that one which the sentence is about shares room with now and did not before: what it covers, or
// what covers it. It may be what was asked for; it is never kept quiet.
func (d *draft) overlaps(after *Scene) []string {
	shown := func(s *Scene, id tissue.CellID) (Rect, bool) {
		c, dc := s.Cells[id], s.Doc.Cells[id]
		if c == nil || dc == nil || dc.Hidden || !standing(dc.Kind) {
			return Rect{}, false
		}
		return c.Bounds.Inset(0.5), !c.Bounds.Empty()
	}
	both := func(s *Scene, a, b tissue.CellID) bool {
		x, ok := shown(s, a)
		y, too := shown(s, b)
		return ok && too && x.Intersects(y)
	}
	var out []string
	ids := after.IDs()
	for i, a := range ids {
		for j, b := range ids {
			if d.named[a] && a != b && !(d.named[b] && j < i) && both(after, a, b) && !both(d.before, a, b) {
				if name := titleOf(after, b); !slices.Contains(out, name) {
					out = append(out, name)
				}
			}
		}
	}
	return out
}
