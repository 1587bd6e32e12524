package evolve

import "sort"

// spread puts boxes over the whole width of the area with as much room between one and the next everywhere, in the order in
// which they stand, each as high up as it is. One alone comes into the middle. Where there is no room for all in one row it
// makes several.
func spread(area Rect, boxes []Rect) []Rect {
	order := make([]int, len(boxes))
	free := area.W
	for i, b := range boxes {
		order[i], free = i, free-b.W
	}
	if free < 0 {
		return shelves(area, boxes, gap)
	}
	sort.SliceStable(order, func(i, j int) bool { return boxes[order[i]].X < boxes[order[j]].X })
	x, room := area.X, free/2
	if n := len(boxes) - 1; n > 0 {
		room = free / float64(n)
	} else {
		x += room
	}
	out := make([]Rect, len(boxes))
	for _, i := range order {
		out[i] = Rect{x, max(area.Y, boxes[i].Y), boxes[i].W, boxes[i].H}
		x += boxes[i].W + room
	}
	return out
}
