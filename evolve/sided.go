package evolve

import (
	"slices"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// sided are the acts of a receipt with the side that a cell came to stand at: where there was no room beside another on the
// one that was said, it went to the other.
func sided(acts []act.Act, after *Scene) []act.Act {
	out := slices.Clone(acts)
	for i, a := range out {
		me, like := after.Cells[tissue.CellID(a.Target.Cell)], after.Cells[tissue.CellID(a.Args.LikeCell)]
		if a.Intent != act.Move || a.Target.Node != "" || a.Args.LikeNode != "" || me == nil || like == nil {
			continue
		}
		left, right := me.Bounds.X+me.Bounds.W <= like.Bounds.X+1, me.Bounds.X >= like.Bounds.X+like.Bounds.W-1
		switch {
		case a.Args.Relation == "right-of" && left:
			out[i].Args.Relation = "left-of"
		case a.Args.Relation == "left-of" && right:
			out[i].Args.Relation = "right-of"
		}
	}
	return out
}
