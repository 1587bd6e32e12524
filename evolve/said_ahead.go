package evolve

import (
	"maps"
	"math"
	"slices"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// An act that makes something like another thing means that thing as the acts before it in the sentence leave it: "make the clock
// wider and the list just as wide" is as wide as the clock becomes, not as it was.

// asSized is how large a thing will be: as it is, with the sides that an earlier act of the sentence gives it.
func (d *draft) asSized(t act.Target, is Rect) Rect {
	to := d.sized[t]
	is.W, is.H = orElse(to.W, is.W), orElse(to.H, is.H)
	return is
}

// asGrown is where a cell will stand that the sentence only gives another size.
func (d *draft) asGrown(id tissue.CellID, is Rect) Rect {
	c := d.doc.Cells[id]
	if _, sized := d.sized[act.Target{Cell: string(id)}]; !sized || c == nil {
		return is
	}
	to := d.asSized(act.Target{Cell: string(id)}, is)
	return within(d.before.Area, anchoredAt(is, tissue.Placement{Anchor: first(c.Placement.Anchor, "top-left")}, to.W, to.H))
}

// standsAt is where a cell stands for what the sentence moves next: where it was moved, or where it is, as large as it becomes.
func (d *draft) standsAt(id tissue.CellID, is Rect) Rect {
	if at, moved := d.moved[id]; moved {
		return at
	}
	return d.asGrown(id, is)
}

// withTheOthers is the free place for what goes to a side that the sentence moves other things to as well. Where that would be away
// from the side it stands there beside those, over what stood there before.
func (s *subject) withTheOthers(want, beside Rect, anchor string) Rect {
	off := s.before.Area.H / 6
	x, y := side(anchor)
	if y == 0 || x != 0 || len(s.moved) == 0 || math.Abs(beside.Y-want.Y) < off {
		return beside
	}
	var others []Rect
	for _, id := range slices.Sorted(maps.Keys(s.moved)) {
		if id != s.id {
			others = append(others, s.moved[id])
		}
	}
	best, cost := beside, math.Inf(1)
	for _, o := range others {
		for _, at := range []float64{o.X - gap - want.W, o.X + o.W + gap} {
			r := Rect{at, want.Y, want.W, want.H}
			if far := math.Abs(at - want.X); far < cost && within(s.before.Area, r) == r && apart(r, others, gap) {
				best, cost = r, far
			}
		}
	}
	if best != beside {
		s.ahead()
	}
	return best
}

// colorsAhead gives an act that copies a colour the one that the thing gets earlier in the sentence.
func colorsAhead(acts []act.Act) []act.Act {
	out := slices.Clone(acts)
	for i, a := range out {
		if a.Intent != act.Recolor || a.Args.LikeCell == "" {
			continue
		}
		for _, b := range out[:i] {
			if b.Intent == act.Recolor && b.Target == (act.Target{Cell: a.Args.LikeCell, Node: a.Args.LikeNode}) && b.Args.Part == a.Args.Part && b.Args.Color != "" {
				out[i].Args = act.Args{Color: b.Args.Color, Part: a.Args.Part}
			}
		}
	}
	return out
}
