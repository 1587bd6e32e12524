package evolve

import (
	"math"
	"slices"
)

// tidy packs boxes into the area: in the first of the orders in which they fit, else in the one that sticks out least. None covers
// the others, which stand where they are.
func tidy(area Rect, sizes []Rect, room float64, others ...Rect) []Rect {
	var best []Rect
	least := math.Inf(1)
	for index := range packOrders(sizes) {
		out, bottom := pack(area, sizes, index, room, others)
		if over := bottom - (area.Y + area.H); over < least {
			best, least = out, over
		}
		if least <= 0.5 {
			break
		}
	}
	return best
}

// pack puts each box, in the order of index, as high as it goes, then as far left. It returns how far down the lowest one
// reaches.
func pack(area Rect, sizes []Rect, index []int, room float64, others []Rect) (out []Rect, bottom float64) {
	out = make([]Rect, len(sizes))
	xs, ys := []float64{area.X}, []float64{area.Y}
	put := slices.Clone(others)
	for _, o := range others {
		xs, ys = append(xs, o.X+o.W+room), append(ys, o.Y+o.H+room)
	}
	for _, i := range index {
		best := Rect{area.X, math.Inf(1), sizes[i].W, sizes[i].H}
		for _, y := range ys {
			for _, x := range xs {
				c := Rect{x, y, sizes[i].W, sizes[i].H}
				inside := x == area.X || x+c.W <= area.X+area.W+0.5
				if inside && (y < best.Y || y == best.Y && x < best.X) && apart(c, put, room) {
					best = c
				}
			}
		}
		out[i] = best
		put = append(put, best)
		xs, ys = append(xs, best.X+best.W+room), append(ys, best.Y+best.H+room)
		bottom = max(bottom, best.Y+best.H)
	}
	return out, bottom
}

// apart reports whether a box keeps the room to all others. The tolerance is for sums of fractions.
func apart(r Rect, others []Rect, room float64) bool {
	for _, o := range others {
		if r.Intersects(o.Inset(-(room - 0.01))) {
			return false
		}
	}
	return true
}
