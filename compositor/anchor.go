package compositor

import (
	"strings"

	"cellshell/gpu/paint"
	"cellshell/tissue"
)

// anchored is where a placement puts a cell of a size.
func anchored(area paint.Rect, p tissue.Placement, w, h float64) paint.Rect {
	r := paint.Rect{W: w, H: h}
	switch across(p.Anchor) {
	case "right":
		r.X = area.X + area.W - w - p.X
	case "center":
		r.X = area.X + (area.W-w)/2 + p.X
	default:
		r.X = area.X + p.X
	}
	switch down(p.Anchor) {
	case "bottom":
		r.Y = area.Y + area.H - h - p.Y
	case "center":
		r.Y = area.Y + (area.H-h)/2 + p.Y
	default:
		r.Y = area.Y + p.Y
	}
	return r
}

func across(anchor string) string {
	switch {
	case strings.HasSuffix(anchor, "right"):
		return "right"
	case anchor == "top" || anchor == "bottom" || anchor == "center":
		return "center"
	}
	return "left"
}

func down(anchor string) string {
	switch {
	case strings.HasPrefix(anchor, "bottom"):
		return "bottom"
	case anchor == "left" || anchor == "right" || anchor == "center":
		return "center"
	}
	return "top"
}

// At is the placement p changed so that a cell, of the size it has in the layout, gets its top left at x, y (absolute). It
// keeps the anchor nearest to that place, so that the cell stays near it when the desktop changes its size.
func (l *Layout) At(id tissue.CellID, p tissue.Placement, x, y float64) tissue.Placement {
	w, h := 0.0, 0.0
	if c, ok := l.Cell(id); ok {
		w, h = c.Bounds.W, c.Bounds.H
	}
	return l.placeAt(p, x, y, w, h)
}

func (l *Layout) placeAt(p tissue.Placement, x, y, w, h float64) tissue.Placement {
	a := l.Area
	p.Anchor, p.X, p.Y = "top-left", x-a.X, y-a.Y
	right, bottom := a.X+a.W-x-w, a.Y+a.H-y-h
	v, side := "top", "left"
	if bottom < p.Y {
		v, p.Y = "bottom", bottom
	}
	if right < p.X {
		side, p.X = "right", right
	}
	p.Anchor = v + "-" + side
	return p
}
