package evolve

import "sort"

// loosen gives boxes more or less room between them and leaves them as they stand to one another: each goes as far from its
// neighbours on the left and above as room says of the room there was. It reports false where the area cannot hold that.
func loosen(area Rect, boxes []Rect, room func(was float64) float64) ([]Rect, bool) {
	out := make([]Rect, len(boxes))
	copy(out, boxes)
	push(boxes, out, room)
	downs, outs := turned(boxes), turned(out)
	push(downs, outs, room)
	for i, r := range turned(outs) {
		out[i].Y = r.Y
	}
	is := allOf(out)
	if is.W > area.W || is.H > area.H {
		return nil, false
	}
	in := within(area, is)
	return shiftedBy(out, in.X-is.X, in.Y-is.Y), true
}

// push sets the X of each box by those on its left.
func push(boxes, out []Rect, room func(was float64) float64) {
	order := make([]int, len(boxes))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return boxes[order[i]].X < boxes[order[j]].X })
	for n, i := range order {
		at, pushed := boxes[i].X, false
		for _, j := range order[:n] {
			was, beside := leftOf(boxes[j], boxes[i])
			if !beside {
				continue
			}
			if to := out[j].X + boxes[j].W + room(was); !pushed || to > at {
				at, pushed = to, true
			}
		}
		out[i].X = at
	}
}

// leftOf reports whether a stands beside b, on its left, and how much room is between them: less than none where they cover
// each other. Two that are apart both ways stand beside each other where they are further apart.
func leftOf(a, b Rect) (room float64, beside bool) {
	across := b.X - a.X - a.W
	down := max(b.Y-a.Y-a.H, a.Y-b.Y-b.H)
	if down >= 0 {
		return across, across >= down
	}
	return across, across >= 0 || across > down
}
