package evolve

import (
	"fmt"

	"cellshell/evolve/act"
)

// align lines cells up along one edge: that of the one furthest out, or their common middle.
func (d *draft) align(acts []act.Act) error {
	var subjects []*subject
	var all Rect
	for _, a := range acts {
		s, err := d.about(act.Target{Cell: a.Target.Cell})
		if err != nil {
			return err
		}
		b := s.cell.Bounds
		if b.Empty() {
			return fmt.Errorf("%s is not on the screen, so it cannot be moved", s.name)
		}
		all = around(all, b)
		subjects = append(subjects, s)
	}
	if len(subjects) < 2 {
		return &unsure{text: fmt.Sprintf("Align %s with what? Select several cells, or name another one.", subjects[0].name)}
	}
	for i, s := range subjects {
		want := s.cell.Bounds
		if !want.align(acts[i].Args.Relation, all) {
			return fmt.Errorf("nobody knows how to %q", acts[i].Args.Relation)
		}
		s.place(want, first(s.doc.Placement.Anchor, "top-left"))
	}
	return nil
}

// align moves r to the edge, or the middle, of around that the relation names; false when it names none.
func (r *Rect) align(relation string, around Rect) bool {
	switch relation {
	case "align-left":
		r.X = around.X
	case "align-right":
		r.X = around.X + around.W - r.W
	case "align-top":
		r.Y = around.Y
	case "align-bottom":
		r.Y = around.Y + around.H - r.H
	case "align-center":
		r.X = around.X + (around.W-r.W)/2
	case "align-middle":
		r.Y = around.Y + (around.H-r.H)/2
	default:
		return false
	}
	return true
}
