package evolve

import (
	"cmp"
	"slices"
	"strings"

	"cellshell/tissue"
)

// inOrder puts boxes into another order than they stand in: the other way round, by name, by size. What stands in one row or
// one column stays there, as far apart as it is; what stands about is laid out anew.
func (d *draft) inOrder(how string, area Rect, boxes []Rect, ids []tissue.CellID, room float64) []Rect {
	across, down := inOneLine(boxes), inOneLine(turned(boxes))
	index := make([]int, len(boxes))
	for i := range index {
		index[i] = i
	}
	read := d.before.IDs()
	slices.SortStableFunc(index, func(a, b int) int {
		switch {
		case across:
			return cmp.Compare(boxes[a].X, boxes[b].X)
		case down:
			return cmp.Compare(boxes[a].Y, boxes[b].Y)
		}
		return cmp.Compare(slices.Index(read, ids[a]), slices.Index(read, ids[b]))
	})
	was := slices.Clone(index)
	size := func(i int) float64 { return boxes[i].W * boxes[i].H }
	switch how {
	case "reverse":
		slices.Reverse(index)
	case "az", "za":
		slices.SortStableFunc(index, func(a, b int) int {
			return strings.Compare(strings.ToLower(d.nameOf(string(ids[a]))), strings.ToLower(d.nameOf(string(ids[b]))))
		})
	default:
		slices.SortStableFunc(index, func(a, b int) int { return cmp.Compare(size(a), size(b)) })
	}
	if how == "za" || how == "largest" {
		slices.Reverse(index)
	}
	switch {
	case across:
		return refilled(boxes, was, index)
	case down:
		return turned(refilled(turned(boxes), was, index))
	}
	out := make([]Rect, len(boxes))
	sizes := make([]Rect, len(boxes))
	for n, i := range index {
		sizes[n] = boxes[i]
	}
	for n, r := range tidy(area, sizes, room) {
		out[index[n]] = r
	}
	return out
}

// refilled puts boxes of a row into a new order from where it begins, with the same room after the first, the second and so on.
func refilled(boxes []Rect, was, index []int) []Rect {
	out := make([]Rect, len(boxes))
	x := boxes[was[0]].X
	for n, i := range index {
		out[i] = boxes[i]
		out[i].X = x
		x += boxes[i].W
		if n+1 < len(was) {
			x += boxes[was[n+1]].X - boxes[was[n]].X - boxes[was[n]].W
		}
	}
	return out
}

// inOneLine reports whether boxes stand side by side: none is above another.
func inOneLine(boxes []Rect) bool {
	for i, a := range boxes {
		for _, b := range boxes[i+1:] {
			if a.X < b.X+b.W-0.5 && b.X < a.X+a.W-0.5 || a.Y >= b.Y+b.H-0.5 || b.Y >= a.Y+a.H-0.5 {
				return false
			}
		}
	}
	return true
}
