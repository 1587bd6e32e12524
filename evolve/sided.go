package evolve

import (
	"cellshell/evolve/act"
	"cellshell/tissue"
)

// sided tells at which side of another a cell came to stand where that is not the one that was said: there was no room there,
// so it went to the other.
func sided(acts []act.Act, after *Scene) (out []act.Check) {
	for i, a := range acts {
		me, like := after.Cells[tissue.CellID(a.Target.Cell)], after.Cells[tissue.CellID(a.Args.LikeCell)]
		if a.Intent != act.Move || a.Target.Node != "" || a.Args.LikeNode != "" || me == nil || like == nil {
			continue
		}
		left, right := me.Bounds.X+me.Bounds.W <= like.Bounds.X+1, me.Bounds.X >= like.Bounds.X+like.Bounds.W-1
		is := a.Args.Relation
		switch {
		case is == "right-of" && left:
			is = "left-of"
		case is == "left-of" && right:
			is = "right-of"
		default:
			continue
		}
		out = append(out, act.Check{What: act.Side, Before: a.Args.Relation, After: is, OK: true, Act: i + 1})
	}
	return out
}
