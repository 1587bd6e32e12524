package evolve

import (
	"math"
	"sort"
)

// spread puts boxes over the whole width of the area with as much room between one and the next everywhere, in the order in
// which they stand, each as high up as it is. One alone comes into the middle. Where there is no room for all in one row it
// makes several, spread over its height too.
func spread(area Rect, boxes []Rect) []Rect {
	order := make([]int, len(boxes))
	free := area.W
	for i, b := range boxes {
		order[i], free = i, free-b.W
	}
	if free < 0 {
		return overAll(area, boxes)
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

// evenly leaves boxes where they stand, the first and the last of them exactly, and makes the room between one and the next
// the same: side by side or one below the other, along the direction in which they are further apart.
func evenly(boxes []Rect) []Rect {
	all := allOf(boxes)
	if inOneLine(turned(boxes)) || !inOneLine(boxes) && reach(turned(boxes)) > reach(boxes) {
		return turned(spread(roomFor(all.turned(), turned(boxes)), turned(boxes)))
	}
	return spread(roomFor(all, boxes), boxes)
}

// reach is how far the middles of boxes are apart from left to right.
func reach(boxes []Rect) float64 {
	low, high := math.Inf(1), math.Inf(-1)
	for _, r := range boxes {
		x, _ := r.Center()
		low, high = min(low, x), max(high, x)
	}
	return high - low
}

// roomFor is the area, made wide enough for boxes side by side with the usual gap where they cover one another.
func roomFor(area Rect, boxes []Rect) Rect {
	wide := gap * float64(len(boxes)-1)
	for _, r := range boxes {
		wide += r.W
	}
	free := area.W - (wide - gap*float64(len(boxes)-1))
	if free < 0 {
		area.W = wide
	}
	return area
}
