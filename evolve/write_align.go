package evolve

import (
	"fmt"

	"cellshell/evolve/act"
)

// align lines cells up along one edge: that of the one furthest out, or their common middle.
func (d *draft) align(acts []act.Act) error {
	var subjects []*subject
	var around Rect
	for _, a := range acts {
		s, err := d.about(act.Target{Cell: a.Target.Cell})
		if err != nil {
			return err
		}
		b := s.cell.Bounds
		if b.Empty() {
			return fmt.Errorf("%s is not on the screen, so it cannot be moved", s.name)
		}
		if len(subjects) == 0 {
			around = b
		}
		x, y := min(around.X, b.X), min(around.Y, b.Y)
		around = Rect{x, y, max(around.X+around.W, b.X+b.W) - x, max(around.Y+around.H, b.Y+b.H) - y}
		subjects = append(subjects, s)
	}
	if len(subjects) < 2 {
		return &unsure{text: fmt.Sprintf("Align %s with what? Select several cells, or name another one.", subjects[0].name)}
	}
	for i, s := range subjects {
		want := s.cell.Bounds
		switch acts[i].Args.Relation {
		case "align-left":
			want.X = around.X
		case "align-right":
			want.X = around.X + around.W - want.W
		case "align-top":
			want.Y = around.Y
		case "align-bottom":
			want.Y = around.Y + around.H - want.H
		case "align-center":
			want.X = around.X + (around.W-want.W)/2
		case "align-middle":
			want.Y = around.Y + (around.H-want.H)/2
		default:
			return fmt.Errorf("nobody knows how to %q", acts[i].Args.Relation)
		}
		s.place(want, first(s.doc.Placement.Anchor, "top-left"))
	}
	return nil
}
