package evolve

import (
	"maps"
	"math"
	"slices"
	"strings"

	"cellshell/tissue"
)

// margin is the room between a cell and the edge it is put at, logical pixels; gap that between two cells.
const (
	margin = 24.0
	gap    = 16.0
)

// side says which end an anchor has on one axis: −1 the near one (left, top), 0 the middle, 1 the far one.
func side(anchor string) (x, y int) {
	switch {
	case anchor == "left" || strings.HasSuffix(anchor, "-left") || anchor == "":
		x = -1
	case anchor == "right" || strings.HasSuffix(anchor, "-right"):
		x = 1
	}
	switch {
	case anchor == "top" || strings.HasPrefix(anchor, "top-") || anchor == "":
		y = -1
	case anchor == "bottom" || strings.HasPrefix(anchor, "bottom-"):
		y = 1
	}
	return x, y
}

var anchors = map[string]bool{
	"top-left": true, "top": true, "top-right": true, "left": true, "center": true, "right": true,
	"bottom-left": true, "bottom": true, "bottom-right": true,
}

// anchored is the rectangle of that size at an anchor of the area, with the margin.
func anchored(area Rect, anchor string, w, h float64) Rect {
	x, y := side(anchor)
	return Rect{along(area.X, area.W, w, x), along(area.Y, area.H, h, y), w, h}
}

func along(from, length, size float64, side int) float64 {
	switch side {
	case -1:
		return from + margin
	case 1:
		return from + length - size - margin
	}
	return from + (length-size)/2
}

// towards reports whether the middle of r is in the half of the area that an anchor names.
func towards(area, r Rect, anchor string) bool {
	x, y := side(anchor)
	cx, cy := r.Center()
	ax, ay := area.Center()
	return float64(x)*(cx-ax) >= 0 && float64(y)*(cy-ay) >= 0
}

// placed re-expresses where r stands as a placement with that anchor, keeping p's size, scale and depth.
func placed(p tissue.Placement, area Rect, anchor string, r Rect) tissue.Placement {
	x, y := side(anchor)
	p.Anchor = anchor
	p.X = round2(inwards(area.X, area.W, r.X, r.W, x))
	p.Y = round2(inwards(area.Y, area.H, r.Y, r.H, y))
	return p
}

func inwards(from, length, at, size float64, side int) float64 {
	switch side {
	case -1:
		return at - from
	case 1:
		return from + length - at - size
	}
	return at - (from + (length-size)/2)
}

// boxText tells a box to people: "262×183 at 24,60"; one without area is out of sight.
func boxText(r Rect) string {
	if r.Empty() {
		return "out of sight"
	}
	return sizeText(r) + " at " + pointText(r)
}

// within moves r into the area where it sticks out.
func within(area, r Rect) Rect {
	r.X = clamp(r.X, area.X, max(area.X, area.X+area.W-r.W))
	r.Y = clamp(r.Y, area.Y, max(area.Y, area.Y+area.H-r.H))
	return r
}

// standing reports whether a kind of cell has a place of its own on the desktop.
func standing(k tissue.Kind) bool {
	return k == tissue.KindWidget || k == tissue.KindWindow || k == ""
}

// occupied lists the boxes of the cells that a new place should not cover, but for some.
func (d *draft) occupied(but ...tissue.CellID) []Rect {
	skip := map[tissue.CellID]bool{}
	for _, id := range but {
		skip[id] = true
	}
	var out []Rect
	for _, id := range d.before.IDs() {
		c, dc := d.before.Cells[id], d.doc.Cells[id]
		if !skip[id] && dc != nil && !dc.Hidden && !c.Bounds.Empty() && standing(dc.Kind) {
			out = append(out, d.standsAt(id, c.Bounds))
		}
	}
	for _, id := range slices.Sorted(maps.Keys(d.spots)) { // those that come with the same sentence
		if !skip[id] {
			out = append(out, d.spots[id])
		}
	}
	return out
}

// free returns r when it covers no other cell, else the nearest place, away from the edges that the anchor names, that
// keeps a gap to all others. Where there is none it returns r: overlap is shown, others are not moved.
func free(area, r Rect, anchor string, others []Rect) Rect {
	if within(area, r) == r && apart(r, others, 0) {
		return r
	}
	x, y := side(anchor)
	xs, ys := []float64{r.X}, []float64{r.Y}
	for _, o := range others { // beside each of the others
		if x <= 0 {
			xs = append(xs, o.X+o.W+gap)
		}
		if x >= 0 {
			xs = append(xs, o.X-gap-r.W)
		}
		if y <= 0 {
			ys = append(ys, o.Y+o.H+gap)
		}
		if y >= 0 {
			ys = append(ys, o.Y-gap-r.H)
		}
	}
	best, cost := r, math.Inf(1)
	edge := area.Inset(gap / 2)
	for _, cx := range xs {
		for _, cy := range ys {
			c := Rect{cx, cy, r.W, r.H}
			far := math.Abs(cx-r.X) + math.Abs(cy-r.Y)
			if far < cost && within(edge, c) == c && apart(c, others, gap) {
				best, cost = c, far
			}
		}
	}
	return best
}

// farther reports whether a place is farther than another from an edge that an anchor names: who says "left" wants nothing moved
// to the right.
func farther(now, r Rect, anchor string) bool {
	const slack = 1
	switch {
	case strings.Contains(anchor, "left") && r.X > now.X+slack, strings.Contains(anchor, "right") && r.X+r.W < now.X+now.W-slack:
		return true
	case strings.Contains(anchor, "top") && r.Y > now.Y+slack, strings.Contains(anchor, "bottom") && r.Y+r.H < now.Y+now.H-slack:
		return true
	}
	return false
}
