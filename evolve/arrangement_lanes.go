package evolve

import (
	"fmt"
	"slices"
)

// lanes puts boxes into so many columns: row by row as they come where that fits, else each into the column that is filled
// least so far, the widest first, since wide ones under one another need the least width.
func lanes(area Rect, sizes []Rect, room float64, columns int) ([]Rect, bool) {
	if columns > len(sizes) {
		return nil, false
	}
	if out, fits := gridOf(area, sizes, room, columns); fits {
		return out, true
	}
	index := make([]int, len(sizes))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(a, b int) int { return int(sizes[b].W - sizes[a].W) })
	wide, high, held := make([]float64, columns), make([]float64, columns), make([][]int, columns)
	for _, i := range index {
		to := 0
		for c := range columns {
			if high[c] < high[to] {
				to = c
			}
		}
		held[to] = append(held[to], i)
		wide[to] = max(wide[to], sizes[i].W)
		high[to] += sizes[i].H + room
	}
	out := make([]Rect, len(sizes))
	x := area.X
	for c, list := range held {
		slices.Sort(list) // within a column they come as they came
		y := area.Y
		for _, i := range list {
			out[i] = Rect{x, y, sizes[i].W, sizes[i].H}
			y += sizes[i].H + room
		}
		x += wide[c] + room
	}
	return out, holdsAll(area, out)
}

// inLanes is [lanes], or so many rows where that was said, or why it cannot be.
func inLanes(area Rect, sizes []Rect, room float64, count int, axis string) ([]Rect, error) {
	var out []Rect
	var ok bool
	what := "columns"
	if axis == "height" {
		what = "rows"
		if out, ok = gridOf(area, sizes, room, (len(sizes)+count-1)/count); !ok {
			out, ok = lanes(area.turned(), turned(sizes), room, count)
			out = turned(out)
		}
	} else {
		out, ok = lanes(area, sizes, room, count)
	}
	switch {
	case count > len(sizes):
		return nil, fmt.Errorf("%d things make no %d %s", len(sizes), count, what)
	case !ok:
		return nil, fmt.Errorf("there is no room for them in %d %s; make some of them smaller first", count, what)
	}
	return out, nil
}
