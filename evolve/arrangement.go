package evolve

import "math"

// arrangement computes places for boxes of the given sizes, in order.
func arrangement(layout string, area Rect, sizes []Rect, room float64) []Rect {
	switch layout {
	case "row":
		return fitted(area, sizes, room, shelves)
	case "column":
		return fitted(area, sizes, room, stack)
	case "grid":
		return grid(area, sizes, room)
	case "cascade":
		return cascade(area, sizes)
	case "across":
		return spread(area, sizes)
	case "down":
		return turned(spread(area.turned(), turned(sizes)))
	}
	return tidy(area, sizes, room)
}

// fitted lays boxes out in the first of the orders in which none sticks out of the area, else as close together as they go; where
// nothing helps they stick out in the order that they have.
func fitted(area Rect, sizes []Rect, room float64, lay func(Rect, []Rect, float64) []Rect) []Rect {
	var asGiven []Rect
	for index := range packOrders(sizes) {
		ordered, out := make([]Rect, len(sizes)), make([]Rect, len(sizes))
		for k, i := range index {
			ordered[k] = sizes[i]
		}
		for k, r := range lay(area, ordered, room) {
			out[index[k]] = r
		}
		if holdsAll(area, out) {
			return out
		}
		if asGiven == nil {
			asGiven = out
		}
	}
	if packed := tidy(area, sizes, room); holdsAll(area, packed) {
		return packed
	}
	return asGiven
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
	return turned(shelves(area.turned(), turned(sizes), room))
}

// turned is the box with both directions exchanged.
func (r Rect) turned() Rect { return Rect{r.Y, r.X, r.H, r.W} }

// turned are boxes with both directions exchanged.
func turned(boxes []Rect) []Rect {
	out := make([]Rect, len(boxes))
	for i, r := range boxes {
		out[i] = r.turned()
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
	rows, columns := shelves(area, sizes, room), stack(area, sizes, room)
	if !holdsAll(area, rows) && holdsAll(area, columns) {
		return columns
	}
	return rows
}

// holdsAll reports whether no box sticks out of the area.
func holdsAll(area Rect, boxes []Rect) bool {
	for _, r := range boxes {
		if !fits(area, r) {
			return false
		}
	}
	return true
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
	}
	return out, holdsAll(area, out)
}

// cascade puts boxes one in front of the other, each a step further down and to the right; where the area ends it begins again at
// the top.
func cascade(area Rect, sizes []Rect) []Rect {
	const step = 40
	out := make([]Rect, len(sizes))
	x, y := area.X, area.Y
	for i, s := range sizes {
		if y > area.Y && y+s.H > area.Y+area.H {
			y = area.Y
		}
		out[i] = within(area, Rect{x, y, s.W, s.H})
		x, y = x+step, y+step
	}
	return out
}
