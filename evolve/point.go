package evolve

import (
	"cellshell/evolve/act"
	"cellshell/tissue"
)

// pointIn tells a scene what the sentence came with: what and where its speaker pointed.
func (r Request) pointIn(s *Scene) {
	switch {
	case r.At != (act.Target{}):
		s.Point = pointAt(s, r.At)
	case r.Here != nil:
		s.Point = r.Here
	}
	if r.There != nil {
		s.Point2 = r.There
	}
	if len(r.With) > 0 {
		s.Selection = r.With
	}
}

// pointAt makes a point of a target named by hand.
func pointAt(s *Scene, t act.Target) *Point {
	p := &Point{Target: t, Given: true}
	if box, ok := s.NodeBounds(tissue.CellID(t.Cell), t.Node); ok {
		p.X, p.Y = box.Center()
	}
	return p
}
