package compositor

import (
	"cmp"
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
	p := tissue.Placement{Anchor: "top-left", X: best.X - l.Area.X, Y: best.Y - l.Area.Y}
	v, side := "top", "left"
	if bottom := l.Area.Y + l.Area.H - best.Y - h; bottom < p.Y && bottom <= Margin {
		v, p.Y = "bottom", bottom
	}
	if right := l.Area.X + l.Area.W - best.X - w; right < p.X && right <= Margin {
		side, p.X = "right", right
	}
	p.Anchor = v + "-" + side
	return p
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

// Tidy moves cells as little as it takes for none to cover another and for their edges to line up with the area's and each
// other's. Locked cells stay. It names only the cells that move.
func Tidy(l *Layout) map[tissue.CellID]tissue.Placement {
	var taken []paint.Rect
	var loose []*Placed
	for i := range l.Cells {
		c := &l.Cells[i]
		switch {
		case !c.solid():
		case c.cell.Locked:
			taken = append(taken, c.Bounds)
		default:
			loose = append(loose, c)
		}
	}
	out := map[tissue.CellID]tissue.Placement{}
	for _, c := range loose {
		r := c.Bounds
		spots := l.spots(taken, r.W, r.H)
		far := func(s paint.Rect) float64 { return math.Abs(s.X-r.X) + math.Abs(s.Y-r.Y) }
		best := slices.MinFunc(spots, func(a, b paint.Rect) int {
			return cmp.Or(cmp.Compare(math.Round(covered(a, taken)), math.Round(covered(b, taken))), cmp.Compare(far(a), far(b)))
		})
		taken = append(taken, best)
		if math.Abs(best.X-r.X) > 0.5 || math.Abs(best.Y-r.Y) > 0.5 {
			out[c.ID] = l.placeAt(c.cell.Placement, best.X, best.Y, r.W, r.H)
		}
	}
	return out
}

// GridPlaces puts cells into rows and columns in the middle of the area, in reading order. columns is how many stand side by
// side (0: as suits the area; 1: a column; len(ids): a row). Without ids it takes all widgets and windows that are not
// locked.
func GridPlaces(l *Layout, columns int, ids ...tissue.CellID) map[tissue.CellID]tissue.Placement {
	var cells []*Placed
	for i := range l.Cells {
		c := &l.Cells[i]
		if c.solid() && !c.cell.Locked && (len(ids) == 0 || slices.Contains(ids, c.ID)) {
			cells = append(cells, c)
		}
	}
	out := map[tissue.CellID]tissue.Placement{}
	if len(cells) == 0 {
		return out
	}
	if columns <= 0 {
		columns = l.bestColumns(cells)
	}
	columns = min(columns, len(cells))
	ws, hs := tracks(cells, columns)
	gx, gy := gap(l.Area.W, ws), gap(l.Area.H, hs)
	y := l.Area.Y + max(gy, (l.Area.H-span(hs, gy))/2)
	for i := 0; i < len(cells); i += columns {
		x := l.Area.X + max(gx, (l.Area.W-span(ws, gx))/2)
		for k := i; k < min(i+columns, len(cells)); k++ {
			c := cells[k]
			cx, cy := x+(ws[k-i]-c.Bounds.W)/2, y+(hs[i/columns]-c.Bounds.H)/2
			out[c.ID] = l.placeAt(c.cell.Placement, math.Round(cx), math.Round(cy), c.Bounds.W, c.Bounds.H)
			x += ws[k-i] + gx
		}
		y += hs[i/columns] + gy
	}
	return out
}

// tracks are the widths of the columns and the heights of the rows.
func tracks(cells []*Placed, columns int) (ws, hs []float64) {
	ws, hs = make([]float64, columns), make([]float64, (len(cells)+columns-1)/columns)
	for i, c := range cells {
		ws[i%columns], hs[i/columns] = max(ws[i%columns], c.Bounds.W), max(hs[i/columns], c.Bounds.H)
	}
	return ws, hs
}

func span(v []float64, gap float64) float64 {
	sum := gap * float64(len(v)-1)
	for _, x := range v {
		sum += x
	}
	return sum
}

// gap is the distance between tracks: the usual one, less when there is no room for it.
func gap(room float64, v []float64) float64 {
	return min(Margin, max(4, (room-span(v, 0))/float64(len(v)+1)))
}

// bestColumns is the number of columns whose grid fits the area with the most room to spare.
func (l *Layout) bestColumns(cells []*Placed) int {
	best, most := 1, math.Inf(-1)
	for n := 1; n <= len(cells); n++ {
		ws, hs := tracks(cells, n)
		spare := min((l.Area.W-span(ws, Margin))/l.Area.W, (l.Area.H-span(hs, Margin))/l.Area.H)
		if spare > most+1e-9 {
			best, most = n, spare
		}
	}
	return best
}
