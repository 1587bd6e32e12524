package compositor

import (
	"math"
	"strings"

	"cellshell/gpu/paint"
	"cellshell/tissue"
)

// side is an end of an axis, or its middle.
type side int

const (
	atStart side = iota
	atMiddle
	atEnd
)

// anchored is where a placement puts a cell of a size.
func anchored(area paint.Rect, p tissue.Placement, w, h float64) paint.Rect {
	return paint.Rect{X: across(p.Anchor).stand(area.X, area.W, w, p.X), Y: down(p.Anchor).stand(area.Y, area.H, h, p.Y), W: w, H: h}
}

// stand is where something of a size begins on an axis, off from its side.
func (s side) stand(from, room, size, off float64) float64 {
	switch s {
	case atEnd:
		return from + room - size - off
	case atMiddle:
		return from + (room-size)/2 + off
	}
	return from + off
}

func across(anchor string) side {
	switch {
	case strings.HasSuffix(anchor, "right"):
		return atEnd
	case anchor == "top" || anchor == "bottom" || anchor == "center":
		return atMiddle
	}
	return atStart
}

func down(anchor string) side {
	switch {
	case strings.HasPrefix(anchor, "bottom"):
		return atEnd
	case anchor == "left" || anchor == "right" || anchor == "center":
		return atMiddle
	}
	return atStart
}

// edgeOf is the edge of the desktop at which a panel stands.
func edgeOf(anchor string) Edge {
	switch anchor {
	case "left":
		return EdgeLeft
	case "right":
		return EdgeRight
	}
	if down(anchor) == atEnd {
		return EdgeBottom
	}
	return EdgeTop
}

// At is the placement p changed so that a cell, of the size it has in the layout, gets its top left at x, y (absolute). It
// keeps the anchor nearest to that place, so that the cell stays near it when the desktop changes its size.
func (l *Layout) At(id tissue.CellID, p tissue.Placement, x, y float64) tissue.Placement {
	w, h := 0.0, 0.0
	if c, ok := l.Cell(id); ok {
		w, h = c.Bounds.W, c.Bounds.H
	}
	return l.placeAt(p, x, y, w, h, math.Inf(1))
}

// placeAt is At for a size. An end counts as nearer only when it is no more than so far.
func (l *Layout) placeAt(p tissue.Placement, x, y, w, h, most float64) tissue.Placement {
	a := l.Area
	p.X, p.Y = x-a.X, y-a.Y
	v, side := "top", "left"
	if bottom := a.Y + a.H - y - h; bottom < p.Y && bottom <= most {
		v, p.Y = "bottom", bottom
	}
	if right := a.X + a.W - x - w; right < p.X && right <= most {
		side, p.X = "right", right
	}
	p.Anchor = v + "-" + side
	return p
}
