package body

import (
	"math"

	"cellshell/compositor"
	"cellshell/gpu/paint"
)

// The least size a window can be dragged to, logical pixels.
const (
	leastW = 160.0
	leastH = 96.0
)

// snapNear is how close to an edge of the area the pointer has to be for a window to fill that half of it, logical pixels.
const snapNear = 3.0

// moved is the rectangle of a window that was taken hold of at px, py and is dragged to x, y: it stays within the area. At an
// edge of the area it fills that half, at the top all, at a corner a quarter.
func moved(from, area paint.Rect, px, py, x, y float64, snaps bool) (r paint.Rect, snapped bool) {
	if snaps {
		if r, ok := snapTo(area, x, y); ok {
			return r, true
		}
	}
	r = from
	r.X += math.Round(x - px)
	r.Y += math.Round(y - py)
	return r.Within(area), false
}

// snapTo is the part of the area that a pointer at its edge means.
func snapTo(area paint.Rect, x, y float64) (paint.Rect, bool) {
	left, right := x <= area.X+snapNear, x >= area.X+area.W-1-snapNear
	top, bottom := y <= area.Y+snapNear, y >= area.Y+area.H-1-snapNear
	side := ""
	switch {
	case left:
		side = "left"
	case right:
		side = "right"
	}
	switch {
	case top && side == "":
		return area, true
	case top:
		return part(area, "top-"+side), true
	case bottom && side != "":
		return part(area, "bottom-"+side), true
	case side != "":
		return part(area, side), true
	}
	return paint.Rect{}, false
}

// part is a half or a quarter of the area, or all of it.
func part(area paint.Rect, name string) paint.Rect {
	r, w, h := area, math.Floor(area.W/2), math.Floor(area.H/2)
	switch name {
	case "left", "top-left", "bottom-left":
		r.W = w
	case "right", "top-right", "bottom-right":
		r.X, r.W = area.X+w, area.W-w
	}
	switch name {
	case "top-left", "top-right":
		r.H = h
	case "bottom-left", "bottom-right":
		r.Y, r.H = area.Y+h, area.H-h
	}
	return r
}

// stretched is the rectangle of a window that is dragged by dx, dy at some of its edges: it stays within the area, and not
// smaller than can be used; the other edges stay where they are.
func stretched(from, area paint.Rect, edge compositor.Edge, dx, dy float64) paint.Rect {
	r := from
	r.X, r.W = stretch(r.X, r.W, area.X, area.W, leastW, math.Round(dx), edge&compositor.EdgeLeft != 0, edge&compositor.EdgeRight != 0)
	r.Y, r.H = stretch(r.Y, r.H, area.Y, area.H, leastH, math.Round(dy), edge&compositor.EdgeTop != 0, edge&compositor.EdgeBottom != 0)
	return r
}

// stretch is one direction of it: a stretch of some size whose beginning or end is dragged.
func stretch(at, size, from, room, least, by float64, begin, end bool) (float64, float64) {
	last := at + size
	switch {
	case begin:
		at = max(min(at+by, last-least), min(from, at))
		size = last - at
	case end:
		size = max(min(size+by, max(from+room, last)-at), least)
	}
	return at, size
}

// nearest are the edges of the quarter of a rectangle that a point is in.
func nearest(r paint.Rect, x, y float64) (e compositor.Edge) {
	if e = compositor.EdgeRight; x < r.X+r.W/2 {
		e = compositor.EdgeLeft
	}
	if y < r.Y+r.H/2 {
		return e | compositor.EdgeTop
	}
	return e | compositor.EdgeBottom
}
