package evolve

// squeezed is the room that a row or a column has, and what stands between: less than usual where all of them fit only then.
func squeezed(layout string, all Rect, sizes []Rect) (area Rect, room float64) {
	area, narrow := all.Inset(margin), all.Inset(gap/2)
	long, free := area.W, narrow.W
	if layout == "column" {
		long, free = area.H, narrow.H
	}
	for _, s := range sizes {
		by := s.W
		if layout == "column" {
			by = s.H
		}
		long, free = long-by, free-by
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

// lined moves an arrangement to the edge or corner that was said: a row along the bottom stands on it, a column on the
// right leans on that side. area is that in which the places were found.
func lined(layout, anchor string, area Rect, places []Rect) []Rect {
	x, y := side(anchor)
	out := make([]Rect, len(places))
	for i, r := range places {
		if x > 0 && layout == "column" {
			r.X = area.X + area.W - (r.X - area.X) - r.W
		}
		if y > 0 && layout == "row" {
			r.Y = area.Y + area.H - (r.Y - area.Y) - r.H
		}
		out[i] = r
	}
	var block Rect
	for _, r := range out {
		block = around(block, r)
	}
	centred := layout == "row" && y == 0 || layout == "column" && x == 0
	if centred { // they stand on one middle line
		for i := range out {
			if layout == "row" {
				out[i].Y = block.Y + (block.H-out[i].H)/2
			} else {
				out[i].X = block.X + (block.W-out[i].W)/2
			}
		}
	}
	// A row along the top begins at its left end, as a column on the right begins at its top.
	to := block
	switch {
	case x > 0:
		to.X = area.X + area.W - block.W
	case x == 0 && (layout == "column" || y == 0):
		to.X = area.X + (area.W-block.W)/2
	}
	switch {
	case y > 0:
		to.Y = area.Y + area.H - block.H
	case y == 0 && (layout == "row" || x == 0):
		to.Y = area.Y + (area.H-block.H)/2
	}
	return shiftedBy(out, to.X-block.X, to.Y-block.Y)
}

// slid moves an arrangement along its edge to where it covers none of the others; where there is no such place it stays.
func slid(layout string, area Rect, places, others []Rect) []Rect {
	var block Rect
	for _, r := range places {
		block = around(block, r)
	}
	clear := func(dx, dy float64) bool {
		for _, r := range places {
			r.X, r.Y = r.X+dx, r.Y+dy
			if within(area, r) != r || !apart(r, others, 0) {
				return false
			}
		}
		return true
	}
	best, found := 0.0, clear(0, 0)
	if found {
		return places
	}
	try := func(by float64) {
		dx, dy := by, 0.0
		if layout == "column" {
			dx, dy = 0, by
		}
		if (!found || abs(by) < abs(best)) && clear(dx, dy) {
			best, found = by, true
		}
	}
	for _, o := range others {
		if layout == "column" {
			try(o.Y + o.H + gap - block.Y)
			try(o.Y - gap - block.Y - block.H)
		} else {
			try(o.X + o.W + gap - block.X)
			try(o.X - gap - block.X - block.W)
		}
	}
	if layout == "column" {
		return shiftedBy(places, 0, best)
	}
	return shiftedBy(places, best, 0)
}

func shiftedBy(places []Rect, dx, dy float64) []Rect {
	out := make([]Rect, len(places))
	for i, r := range places {
		r.X, r.Y = r.X+dx, r.Y+dy
		out[i] = r
	}
	return out
}

func abs(v float64) float64 { return max(v, -v) }

// atEdge moves each box to an edge of the area and leaves it where it is along that.
func atEdge(anchor string, area Rect, places []Rect) []Rect {
	x, y := side(anchor)
	out := make([]Rect, len(places))
	for i, r := range places {
		switch {
		case x < 0:
			r.X = area.X
		case x > 0:
			r.X = area.X + area.W - r.W
		}
		switch {
		case y < 0:
			r.Y = area.Y
		case y > 0:
			r.Y = area.Y + area.H - r.H
		}
		out[i] = r
	}
	return out
}
