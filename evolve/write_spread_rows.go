package evolve

import (
	"math"
	"sort"
)

// leastGap is how close boxes may come that are spread over an area which hardly holds them.
const leastGap = gap / 3

// overAll puts boxes, in order, over the whole area: in as few rows as hold them, no row much longer than another, with as much room
// between one and the next in each row, and between the rows. Where rows have no room it is columns, in the order of their places;
// where these have none either, the boxes are packed.
func overAll(area Rect, boxes []Rect) []Rect {
	if out, ok := inRows(area, boxes); ok {
		return out
	}
	order := make([]int, len(boxes))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return boxes[order[i]].X < boxes[order[j]].X })
	sorted := make([]Rect, len(boxes))
	for i, from := range order {
		sorted[i] = boxes[from].turned()
	}
	columns, ok := inRows(area.turned(), sorted)
	if !ok {
		return shelves(area, boxes, gap)
	}
	out := make([]Rect, len(boxes))
	for i, to := range order {
		out[to] = columns[i].turned()
	}
	return out
}

// inRows is as few rows as hold the boxes, false where the area is too small for them.
func inRows(area Rect, boxes []Rect) ([]Rect, bool) {
	for n := 1; n <= len(boxes); n++ {
		ends, wide := rowEnds(boxes, n)
		if wide > area.W {
			continue
		}
		if out := justified(area, boxes, ends); disjoint(out) && holdsAll(area.Inset(-1), out) {
			return out, true
		}
		break
	}
	return nil, false
}

// rowEnds cuts boxes into n rows, in order, so that the widest row is as narrow as it can be: where each row ends, and how wide that
// row is with the least gaps. It goes from row to row and keeps the best cut before each box, as there may be many boxes.
func rowEnds(boxes []Rect, n int) (ends []int, wide float64) {
	before := make([]float64, len(boxes)+1) // the widest row where that many boxes are in the rows so far
	for i := range before {
		before[i] = lineOf(boxes[:i])
	}
	cuts := make([][]int, n)
	for row := 1; row < n; row++ {
		now := make([]float64, len(boxes)+1)
		cuts[row] = make([]int, len(boxes)+1)
		for to := range now {
			now[to] = math.Inf(1)
			for from := row; from < to; from++ {
				if w := max(before[from], lineOf(boxes[from:to])); w < now[to] {
					now[to], cuts[row][to] = w, from
				}
			}
		}
		before = now
	}
	ends = make([]int, n)
	for row, to := n-1, len(boxes); row >= 0; row-- {
		ends[row] = to
		if row > 0 {
			to = cuts[row][to]
		}
	}
	return ends, before[len(boxes)]
}

// lineOf is how wide boxes are side by side with the least gaps.
func lineOf(boxes []Rect) float64 {
	wide := leastGap * float64(len(boxes)-1)
	for _, r := range boxes {
		wide += r.W
	}
	return wide
}

// justified puts each row of boxes over the width of the area, and the rows over its height. What stands alone comes into the middle.
func justified(area Rect, boxes []Rect, ends []int) []Rect {
	out := make([]Rect, len(boxes))
	high := make([]float64, len(ends))
	free, from := area.H, 0
	for n, end := range ends {
		for _, r := range boxes[from:end] {
			high[n] = max(high[n], r.H)
		}
		free, from = free-high[n], end
	}
	y, down := apportioned(area.Y, free, len(ends))
	from = 0
	for n, end := range ends {
		left := area.W
		for _, r := range boxes[from:end] {
			left -= r.W
		}
		x, across := apportioned(area.X, left, end-from)
		for i := from; i < end; i++ {
			out[i] = Rect{x, y + (high[n]-boxes[i].H)/2, boxes[i].W, boxes[i].H}
			x += boxes[i].W + across
		}
		y, from = y+high[n]+down, end
	}
	return out
}

// apportioned is where the first of n things begins and how much room follows each, where free is left of what holds them.
func apportioned(from, free float64, n int) (first, room float64) {
	if n == 1 {
		return from + free/2, 0
	}
	return from, free / float64(n-1)
}

// disjoint reports whether none of the boxes covers another.
func disjoint(boxes []Rect) bool {
	for i, r := range boxes {
		for _, o := range boxes[i+1:] {
			if r.Inset(0.5).Intersects(o) {
				return false
			}
		}
	}
	return true
}
