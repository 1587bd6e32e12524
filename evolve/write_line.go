package evolve

import (
	"math"
	"strings"
)

// inLine puts boxes side by side at the edge or corner of the desktop that x and y name, as [side] has them; room is how far
// apart where that was said.
func inLine(all Rect, sizes, others []Rect, x, y int, room float64, said bool) []Rect {
	area := all.Inset(margin)
	if !said {
		area, room = squeezed(all, sizes)
	}
	return slid(area, lined(area, shelves(area, sizes, room), x, y), others)
}

// squeezed is the room that a row has, and what stands between: less than usual where all of them fit only then.
func squeezed(all Rect, sizes []Rect) (area Rect, room float64) {
	area, narrow := all.Inset(margin), all.Inset(gap/2)
	long, free := area.W, narrow.W
	for _, s := range sizes {
		long, free = long-s.W, free-s.W
	}
	n := float64(len(sizes) - 1)
	if n < 1 || long >= n*gap {
		return area, gap
	}
	if room = free / n; room < gap/4 {
		return area, gap
	}
	return narrow, min(room, gap)
}

// lined moves a row to the edge or corner that was said: along the bottom it stands on that. area is that in which the places
// were found.
func lined(area Rect, places []Rect, x, y int) []Rect {
	out := make([]Rect, len(places))
	for i, r := range places {
		if y > 0 {
			r.Y = at(area.Y, area.H, r.H, r.Y-area.Y, y)
		}
		out[i] = r
	}
	block := allOf(out)
	if y == 0 { // they stand on one middle line
		for i := range out {
			out[i].Y = at(block.Y, block.H, out[i].H, 0, 0)
		}
	}
	to := block // along the top it begins at the left end
	if x > 0 || x == 0 && y == 0 {
		to.X = at(area.X, area.W, block.W, 0, x)
	}
	if y >= 0 {
		to.Y = at(area.Y, area.H, block.H, 0, y)
	}
	return shiftedBy(out, to.X-block.X, to.Y-block.Y)
}

// slid moves a row from side to side to where it covers none of the others; where there is no such place it stays.
func slid(area Rect, places, others []Rect) []Rect {
	clear := func(by float64) bool {
		for _, r := range places {
			r.X += by
			if within(area, r) != r || !apart(r, others, 0) {
				return false
			}
		}
		return true
	}
	if clear(0) {
		return places
	}
	block, best := allOf(places), math.Inf(1)
	for _, o := range others {
		for _, by := range []float64{o.X + o.W + gap - block.X, o.X - gap - block.X - block.W} {
			if math.Abs(by) < math.Abs(best) && clear(by) {
				best = by
			}
		}
	}
	if math.IsInf(best, 0) {
		return places
	}
	return shiftedBy(places, best, 0)
}

// allOf is the box around boxes.
func allOf(boxes []Rect) (all Rect) {
	for _, r := range boxes {
		all = around(all, r)
	}
	return all
}

func shiftedBy(places []Rect, dx, dy float64) []Rect {
	out := make([]Rect, len(places))
	for i, r := range places {
		r.X, r.Y = r.X+dx, r.Y+dy
		out[i] = r
	}
	return out
}

// atEdge moves each box to an edge of the area and leaves it where it is along that.
func atEdge(anchor string, area Rect, places []Rect) []Rect {
	x, y := side(anchor)
	out := make([]Rect, len(places))
	for i, r := range places {
		if x != 0 {
			r.X = at(area.X, area.W, r.W, 0, x)
		}
		if y != 0 {
			r.Y = at(area.Y, area.H, r.H, 0, y)
		}
		out[i] = r
	}
	return out
}

// asBlock moves boxes as one to an edge, a corner or the middle of the area, along one axis only where it is said.
func asBlock(area Rect, boxes []Rect, anchor, axis string) []Rect {
	block := allOf(boxes)
	to := block
	x, y := side(anchor)
	if axis != "height" && (x != 0 || anchor == "center" || !flat(anchor)) {
		to.X = at(area.X, area.W, block.W, 0, x)
	}
	if axis != "width" && (y != 0 || anchor == "center" || !flat(anchor)) {
		to.Y = at(area.Y, area.H, block.H, 0, y)
	}
	return shiftedBy(boxes, to.X-block.X, to.Y-block.Y)
}

// flat reports whether an anchor is a side: along it what goes there stays where it is.
func flat(anchor string) bool { return !strings.Contains(anchor, "-") }
