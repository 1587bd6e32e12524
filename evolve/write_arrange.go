package evolve

import (
	"fmt"
	"math"
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
	room := gap
	if f := acts[0].Args.Factor; f > 0 {
		room = clamp(gap*f, 2, 200)
	}
	sizes := make([]Rect, len(subjects))
	for i, s := range subjects {
		sizes[i] = s.cell.Bounds
	}
	area := d.before.Area.Inset(margin)
	places := arrangement(acts[0].Args.Layout, area, sizes, room)
	if l := acts[0].Args.Layout; acts[0].Target.Cell != "" && l != "across" && l != "down" {
		places = d.aside(area, places, ids)
	}
	for i, s := range subjects {
		s.place(places[i], "top-left")
	}
	d.expectApart(subjects)
	return nil
}

// aside moves an arrangement of some cells as a whole to where it covers none of the others.
func (d *draft) aside(area Rect, places []Rect, ids []tissue.CellID) []Rect {
	var block Rect
	for _, r := range places {
		block = around(block, r)
	}
	to := free(area, block, "top-left", d.occupied(ids...))
	for i := range places {
		places[i].X += to.X - block.X
		places[i].Y += to.Y - block.Y
	}
	return places
}

// movable lists the windows and widgets that can be arranged, in reading order.
func (d *draft) movable() []tissue.CellID {
	var out []tissue.CellID
	for _, id := range d.before.IDs() {
		dc := d.doc.Cells[id]
		if dc == nil || dc.Hidden || d.before.Doc.Cells[id].Locked {
			continue
		}
		if dc.Kind == tissue.KindWidget || dc.Kind == tissue.KindWindow || dc.Kind == "" {
			out = append(out, id)
		}
	}
	return out
}

// arrangement computes places for boxes of the given sizes, in order.
func arrangement(layout string, area Rect, sizes []Rect, room float64) []Rect {
	switch layout {
	case "row":
		return shelves(area, sizes, room)
	case "column":
		return stack(area, sizes, room)
	case "grid":
		return grid(area, sizes, room)
	case "across":
		return spread(area, sizes)
	case "down":
		return turned(spread(turned([]Rect{area})[0], turned(sizes)))
	}
	return tidy(area, sizes, room)
}

// shelves puts boxes side by side and begins a new row where the area ends.
func shelves(area Rect, sizes []Rect, room float64) []Rect {
	out := make([]Rect, len(sizes))
	x, y, high := area.X, area.Y, 0.0
	for i, s := range sizes {
		if x > area.X && x+s.W > area.X+area.W {
			x, y, high = area.X, y+high+room, 0
		}
		out[i] = Rect{x, y, s.W, s.H}
		x += s.W + room
		high = max(high, s.H)
	}
	return out
}

// stack puts boxes one below the other and begins a new column where the area ends.
func stack(area Rect, sizes []Rect, room float64) []Rect {
	return turned(shelves(turned([]Rect{area})[0], turned(sizes), room))
}

// turned are boxes with both directions exchanged.
func turned(boxes []Rect) []Rect {
	out := make([]Rect, len(boxes))
	for i, r := range boxes {
		out[i] = Rect{r.Y, r.X, r.H, r.W}
	}
	return out
}

// grid puts boxes into columns as wide as their widest box, as nearly square as fits the area.
func grid(area Rect, sizes []Rect, room float64) []Rect {
	for columns := int(math.Ceil(math.Sqrt(float64(len(sizes))))); columns > 1; columns-- {
		if out, fits := gridOf(area, sizes, room, columns); fits {
			return out
		}
	}
	return shelves(area, sizes, room)
}

func gridOf(area Rect, sizes []Rect, room float64, columns int) ([]Rect, bool) {
	wide := make([]float64, columns)
	var high []float64
	for i, s := range sizes {
		if i%columns == 0 {
			high = append(high, 0)
		}
		wide[i%columns] = max(wide[i%columns], s.W)
		high[i/columns] = max(high[i/columns], s.H)
	}
	out := make([]Rect, len(sizes))
	fits := true
	y := area.Y
	for i, s := range sizes {
		if i > 0 && i%columns == 0 {
			y += high[i/columns-1] + room
		}
		x := area.X
		for c := range i % columns {
			x += wide[c] + room
		}
		out[i] = Rect{x, y, s.W, s.H}
		fits = fits && x+s.W <= area.X+area.W+0.5
	}
	return out, fits
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
