package compositor

import (
	"math"
	"slices"

	"cellshell/gpu/paint"
	"cellshell/tissue"
)

// room is the smallest distance the desktop leaves between cells it places.
const room = 16.0

// solid tells whether a cell takes up a place of the area: those that others should not cover.
func (p *Placed) solid() bool {
	return p.Kind != tissue.KindWallpaper && p.Kind != tissue.KindPanel
}

// FreePlace finds a place for a new cell of a size: the first in reading order that covers no other cell, else where it
// covers the least. The cell is anchored so that it grows to the right and down, unless it stands at the other edge.
func FreePlace(l *Layout, w, h float64) tissue.Placement {
	var taken []paint.Rect
	for i := range l.Cells {
		if l.Cells[i].solid() {
			taken = append(taken, l.Cells[i].Bounds)
		}
	}
	spots := l.spots(taken, w, h)
	best, least := spots[0], math.Inf(1)
	for _, s := range spots {
		if c := covered(s, taken); c < least-0.5 {
			best, least = s, c
		}
	}
	return l.placeAt(tissue.Placement{}, best.X, best.Y, w, h, Margin)
}

// spots lists the places a rectangle could go, in reading order: along the edges of the area and beside what is taken.
func (l *Layout) spots(taken []paint.Rect, w, h float64) []paint.Rect {
	a := l.Area
	xs := []float64{a.X + Margin, a.X + a.W - Margin - w}
	ys := []float64{a.Y + Margin, a.Y + a.H - Margin - h}
	for _, t := range taken {
		xs = append(xs, t.X, t.X+t.W+room, t.X+t.W-w, t.X-room-w)
		ys = append(ys, t.Y, t.Y+t.H+room, t.Y+t.H-h, t.Y-room-h)
	}
	xs, ys = within(xs, a.X, a.X+a.W-w), within(ys, a.Y, a.Y+a.H-h)
	if len(xs) == 0 {
		xs = []float64{a.X}
	}
	if len(ys) == 0 {
		ys = []float64{a.Y}
	}
	out := make([]paint.Rect, 0, len(xs)*len(ys))
	for _, y := range ys {
		for _, x := range xs {
			out = append(out, paint.Rect{X: x, Y: y, W: w, H: h})
		}
	}
	return out
}

// within sorts the places at least a few pixels inside, without repeating any.
func within(v []float64, lo, hi float64) []float64 {
	v = slices.DeleteFunc(v, func(x float64) bool { return x < lo || x > hi })
	slices.Sort(v)
	return slices.CompactFunc(v, func(a, b float64) bool { return math.Abs(b-a) < 0.5 })
}

// covered is the area of others that a rectangle, with some room around it, covers.
func covered(r paint.Rect, taken []paint.Rect) float64 {
	sum := 0.0
	const near = room - 1
	for _, t := range taken {
		w := min(r.X+r.W+near, t.X+t.W) - max(r.X-near, t.X)
		h := min(r.Y+r.H+near, t.Y+t.H) - max(r.Y-near, t.Y)
		if w > 0 && h > 0 {
			sum += w * h
		}
	}
	return sum
}
