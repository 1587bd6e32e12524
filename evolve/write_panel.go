package evolve

import (
	"math"
	"strings"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// movePanel puts a bar along another edge.
func (s *subject) movePanel(args act.Args) error {
	switch args.Anchor {
	case "top", "bottom", "left", "right":
	default:
		return refuse("%s is a bar: it can be at the top, bottom, left or right.", s.name)
	}
	s.doc.Placement.Anchor, s.doc.Placement.X, s.doc.Placement.Y = args.Anchor, 0, 0
	s.makesRoom(s.id)
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

// makesRoom is what a bar does that comes, goes or changes its edge: the room of all others is another. The receipt says
// which of them moved with it, and which cannot be seen in full any more.
func (d *draft) makesRoom(bar tissue.CellID) {
	for id := range d.before.Cells {
		d.named[id] = true
	}
	d.expect("moved along", func(before, after *Scene) (string, string, bool) {
		var moved, lost []string
		for _, id := range before.IDs() {
			a := after.Cells[id]
			if id == bar || a == nil || !shifted(before.Cells[id].Bounds, a.Bounds) {
				continue
			}
			moved = append(moved, titleOf(before, id))
			if onScreen(before.Viewport, before.Cells[id].Bounds) && !onScreen(after.Viewport, a.Bounds) {
				lost = append(lost, titleOf(before, id))
			}
		}
		if len(moved) == 0 {
			return "", "nothing", true
		}
		told := strings.Join(moved, ", ")
		if len(lost) > 0 {
			told += "; past the edge of the screen now: " + strings.Join(lost, ", ")
		}
		return "", told, true
	})
}

// onScreen reports whether all of an area is within the screen.
func onScreen(v, r Rect) bool {
	return r.X >= v.X-1 && r.Y >= v.Y-1 && r.X+r.W <= v.X+v.W+1 && r.Y+r.H <= v.Y+v.H+1
}
