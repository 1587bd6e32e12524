package evolve

import (
	"cmp"
	"math"
	"slices"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// What a sentence moves to one side together, it does not pile up there: each gets a place of its own, as near that side as
// there is room. One after the other would not do: the first would mind those that are about to leave.

// sideBySide computes for several cells that a sentence moves to the same side where they stand there without covering one
// another. What finds such places one after the other, and two that always have, are left to that.
func (d *draft) sideBySide(acts []act.Act) {
	groups := map[string][]tissue.CellID{}
	for _, a := range acts {
		if x, y := side(a.Args.Anchor); a.Intent == act.Move && a.Target.Node == "" && a.Args.Same(act.Args{Anchor: a.Args.Anchor}) && a.Args.Anchor != "" && (x == 0) != (y == 0) {
			groups[a.Args.Anchor] = append(groups[a.Args.Anchor], tissue.CellID(a.Target.Cell))
		}
	}
	for anchor, ids := range groups {
		ids = slices.DeleteFunc(ids, func(id tissue.CellID) bool {
			c, dc := d.before.Cells[id], d.doc.Cells[id]
			return c == nil || dc == nil || c.Bounds.Empty() || !standing(dc.Kind)
		})
		slices.SortStableFunc(ids, func(a, b tissue.CellID) int { // what is there already stays rather than what is not
			return cmp.Compare(d.farFrom(a, anchor), d.farFrom(b, anchor))
		})
		var wants []Rect
		for _, id := range ids {
			now := d.before.Cells[id].Bounds
			wants = append(wants, anchored(d.before.Area, anchor, now.W, now.H))
		}
		if len(ids) < 3 || d.inTurn(ids, wants, anchor) {
			continue
		}
		for i, r := range d.placesAt(ids, wants, anchor) {
			d.spotted[ids[i]] = r
		}
	}
}

// placesAt are places at a side for several boxes: over what stood there before only where there are no others, and over one
// another only where the desktop does not hold them.
func (d *draft) placesAt(ids []tissue.CellID, wants []Rect, anchor string) []Rect {
	area, others := d.before.Area, d.occupied(ids...)
	places, ok := fitTogether(area, wants, anchor, others)
	for i, id := range ids {
		ok = ok && towards(area, places[i], anchor) && !farther(d.before.Cells[id].Bounds, places[i], anchor)
	}
	if !ok {
		places, ok = packedTo(area, wants, anchor, others)
	}
	if !ok {
		places, ok = packedTo(area, wants, anchor, nil)
	}
	if !ok {
		places = d.fanned(ids, wants, anchor)
	}
	return places
}

// fanned are places along a side for boxes that do not fit there: from one end to the other, the smaller ones in front, so that
// some of each can be seen. A window is always before what is no window: it leaves a strip at the side.
func (d *draft) fanned(ids []tissue.CellID, wants []Rect, anchor string) []Rect {
	index := make([]int, len(wants))
	top := 0
	for i := range index {
		index[i] = i
	}
	for _, c := range d.doc.Cells {
		top = max(top, c.Placement.Z)
	}
	slices.SortStableFunc(index, func(i, j int) int { return cmp.Compare(wants[j].W*wants[j].H, wants[i].W*wants[i].H) })
	area, places := d.before.Area.Inset(margin), slices.Clone(wants)
	x, y := side(anchor)
	for n, i := range index {
		r, c, share := &places[i], d.doc.Cells[ids[i]], float64(n)/float64(len(index)-1)
		if x != 0 {
			r.Y = area.Y + share*max(0, area.H-r.H)
		} else {
			r.X = area.X + share*max(0, area.W-r.W)
		}
		if c.Kind == tissue.KindWindow {
			r.X, r.Y = r.X-float64(x)*strip, r.Y-float64(y)*strip
		}
		c.Placement.Z = top + 1 + n
	}
	return places
}

// strip is how much of what stands behind a window at a side is seen there, logical pixels.
const strip = 64

// farFrom is how far a cell stands from a side, from edge to edge.
func (d *draft) farFrom(id tissue.CellID, anchor string) float64 {
	now, area := d.before.Cells[id].Bounds, d.before.Area
	edge := anchored(area, anchor, now.W, now.H)
	if x, _ := side(anchor); x != 0 {
		return math.Abs(now.X - edge.X)
	}
	return math.Abs(now.Y - edge.Y)
}

// inTurn reports whether the boxes find places at a side that cover nothing one after the other, the rest standing where it is.
func (d *draft) inTurn(ids []tissue.CellID, wants []Rect, anchor string) bool {
	var put []Rect
	for i := range ids {
		others := append(d.occupied(ids[:i+1]...), put...)
		r := free(d.before.Area, wants[i], anchor, others)
		if !apart(r, others, 0) || !towards(d.before.Area, r, anchor) || farther(d.before.Cells[ids[i]].Bounds, r, anchor) {
			return false
		}
		put = append(put, r)
	}
	return true
}

// fitTogether places boxes near where they are wanted so that none covers another or one of the others; ok is false where it
// finds no such places.
func fitTogether(area Rect, wants []Rect, anchor string, others []Rect) (places []Rect, ok bool) {
	for index := range packOrders(wants) {
		places, put, ok := make([]Rect, len(wants)), slices.Clone(others), true
		for _, i := range index {
			r := free(area, within(area, wants[i]), anchor, put)
			ok = ok && fits(area, r) && apart(r, put, 0)
			places[i], put = r, append(put, r)
		}
		if ok {
			return places, true
		}
	}
	return nil, false
}

// packedTo packs boxes against one side of the area; ok is false where it does not hold all of them.
func packedTo(area Rect, boxes []Rect, anchor string, others []Rect) (places []Rect, ok bool) {
	x, y := side(anchor)
	to := func(rs []Rect) []Rect { // that side becomes the top
		if x != 0 {
			rs = turned(rs)
		}
		return mirrored(rs, x == 1 || y == 1)
	}
	for _, rim := range []float64{margin, gap / 2} {
		places = tidy(to([]Rect{area.Inset(rim)})[0], to(boxes), gap, to(others)...)
		places = mirrored(places, x == 1 || y == 1)
		if x != 0 {
			places = turned(places)
		}
		if holdsAll(area, places) && disjoint(slices.Concat(places, others)) {
			return places, true
		}
	}
	return nil, false
}

// mirrored are boxes upside down, about the origin, where that is wanted.
func mirrored(boxes []Rect, upside bool) []Rect {
	out := slices.Clone(boxes)
	for i := range out {
		if upside {
			out[i].Y = -out[i].Y - out[i].H
		}
	}
	return out
}
