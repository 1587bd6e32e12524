package evolve

import (
	"math"

	"cellshell/evolve/act"
)

// movePanel puts a bar along another edge.
func (s *subject) movePanel(args act.Args) error {
	switch args.Anchor {
	case "top", "bottom", "left", "right":
	default:
		return refuse("%s is a bar: it can be at the top, bottom, left or right.", s.name)
	}
	s.doc.Placement.Anchor, s.doc.Placement.X, s.doc.Placement.Y = args.Anchor, 0, 0
	for id := range s.before.Cells {
		s.named[id] = true // the room of all others changes
	}
	id := s.id
	s.expect("edge", func(before, after *Scene) (string, string, bool) {
		c := after.Cells[id]
		if c == nil {
			return "", "gone", false
		}
		v, b := after.Viewport, c.Bounds
		at := map[string]bool{
			"top": near1(b.Y, v.Y), "left": near1(b.X, v.X), "bottom": near1(b.Y+b.H, v.Y+v.H), "right": near1(b.X+b.W, v.X+v.W),
		}
		return before.Doc.Cells[id].Placement.Anchor, args.Anchor, at[args.Anchor]
	})
	return nil
}

func near1(a, b float64) bool { return math.Abs(a-b) <= 1 }
