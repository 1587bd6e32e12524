package evolve

import (
	"fmt"
	"sort"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// arrange lays out several cells; see arrangeAll, which gets all arrange acts of a sentence at once.
func (d *draft) arrange(a act.Act) error { return d.arrangeAll([]act.Act{a}) }

// arrangeAll lays out the cells named, or all windows and widgets when the desktop is meant.
func (d *draft) arrangeAll(acts []act.Act) error {
	var ids []tissue.CellID
	for _, a := range acts {
		if a.Target.Cell == "" {
			ids = d.movable()
			break
		}
		ids = append(ids, tissue.CellID(a.Target.Cell))
	}
	var subjects []*subject
	for _, id := range ids {
		s, err := d.about(act.Target{Cell: string(id)})
		if err != nil {
			if len(acts) == 1 && acts[0].Target.Cell == "" { // a locked cell stays where it is
				continue
			}
			return err
		}
		if !s.cell.Bounds.Empty() {
			subjects = append(subjects, s)
		}
	}
	if len(subjects) == 0 {
		return &unsure{text: "There is nothing on the desktop to arrange yet. Add something?", choices: []string{"add a clock", "add a calculator"}}
	}
	sizes := make([]Rect, len(subjects))
	ids = ids[:0]
	for i, s := range subjects {
		sizes[i], ids = s.cell.Bounds, append(ids, s.id)
	}
	places, err := d.placesFor(acts[0], sizes, ids)
	if err != nil {
		return err
	}
	for i, s := range subjects {
		inside := within(d.before.Area, places[i])
		if s.place(inside, "top-left"); inside != places[i] { // there is no room for all of them: what had none lies on the others
			s.ahead()
		}
	}
	if acts[0].Args.Layout == "cascade" {
		for i, s := range subjects {
			s.doc.Placement.Z = i + 1
		}
		return nil
	}
	d.expectApart(subjects)
	return nil
}

// placesFor computes where boxes shall stand as an act says it of them. ids are the cells.
func (d *draft) placesFor(a act.Act, sizes []Rect, ids []tissue.CellID) ([]Rect, error) {
	g, area, room := a.Args, d.before.Area.Inset(margin), gap
	px, exact := distance(g)
	switch {
	case exact:
		room = px
	case g.Factor > 0:
		room = clamp(gap*g.Factor, 2, 200)
	}
	if g.Layout == "" && (g.Factor > 0 || exact) {
		places, ok := loosen(d.before.Area, sizes, func(was float64) float64 {
			if exact {
				return px
			}
			return max(was, gap) * g.Factor
		})
		switch {
		case ok:
			return places, nil
		case exact:
			return nil, fmt.Errorf("there is no room for that between all of them")
		case g.Factor >= 1.5:
			return overAll(area, sizes), nil // apart as far as the area lets them
		}
	}
	switch x, y := side(g.Anchor); {
	case g.Anchor == "":
	case g.Layout == "row":
		return inLine(d.before.Area, sizes, d.occupied(ids...), x, y, px, exact), nil
	case g.Layout == "column":
		return turned(inLine(d.before.Area.turned(), turned(sizes), turned(d.occupied(ids...)), y, x, px, exact)), nil
	}
	switch g.Layout {
	case "reverse", "az", "za", "smallest", "largest":
		return d.inOrder(g.Layout, area, sizes, ids, room), nil
	}
	switch g.Layout {
	case "even":
		if places := evenly(sizes); disjoint(places) && holdsAll(d.before.Area, places) {
			return places, nil
		}
		return overAll(area, sizes), nil
	case "block":
		return asBlock(area, sizes, g.Anchor, g.Axis), nil
	}
	if g.Count > 0 {
		return inLanes(area, sizes, room, g.Count, g.Axis)
	}
	places := arrangement(g.Layout, area, sizes, room)
	if g.Anchor != "" && (g.Layout == "across" || g.Layout == "down") {
		return atEdge(g.Anchor, area, places), nil
	}
	if a.Target.Cell != "" && g.Layout != "across" && g.Layout != "down" {
		return d.aside(area, places, ids), nil
	}
	return places, nil
}

// aside moves an arrangement of some cells as a whole to where it covers none of the others.
func (d *draft) aside(area Rect, places []Rect, ids []tissue.CellID) []Rect {
	block := allOf(places)
	to := free(area, block, "top-left", d.occupied(ids...))
	return shiftedBy(places, to.X-block.X, to.Y-block.Y)
}

// movable lists the windows and widgets that can be arranged, in reading order.
func (d *draft) movable() []tissue.CellID {
	var out []tissue.CellID
	for _, id := range d.before.IDs() {
		dc := d.doc.Cells[id]
		if dc == nil || dc.Hidden || d.before.Doc.Cells[id].Locked {
			continue
		}
		if standing(dc.Kind) {
			out = append(out, id)
		}
	}
	return out
}

// expectApart expects that none of the cells covers another, unless there is no room for all of them.
func (d *draft) expectApart(subjects []*subject) {
	ids := make([]tissue.CellID, len(subjects))
	total := 0.0
	for i, s := range subjects {
		ids[i] = s.id
		total += s.cell.Bounds.W * s.cell.Bounds.H
	}
	sort.Slice(ids, func(i, j int) bool { return ids[i] < ids[j] })
	crowded := total > 0.6*d.before.Area.W*d.before.Area.H
	overlaps := func(s *Scene) int {
		n := 0
		for i, a := range ids {
			for _, b := range ids[i+1:] {
				if s.Cells[a] != nil && s.Cells[b] != nil && s.Cells[a].Bounds.Inset(0.5).Intersects(s.Cells[b].Bounds) {
					n++
				}
			}
		}
		return n
	}
	d.expect("cells covering each other", func(before, after *Scene) (string, string, bool) {
		was, is := overlaps(before), overlaps(after)
		return fmt.Sprint(was), fmt.Sprint(is), is == 0 || crowded
	})
}
