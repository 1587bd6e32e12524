package evolve

import (
	"fmt"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// settle chooses the place of a new cell. Its size is known only from the attempt before, or as the gene says; so a
// place that depends on the size is corrected in a second attempt, where nothing has been shown yet.
func (d *draft) settle(id tissue.CellID, c *tissue.Cell, p newcomer) error {
	w, h := p.placement.W, p.placement.H
	known := false
	if d.miss != nil && d.miss.Cells[id] != nil && !d.miss.Cells[id].Bounds.Empty() {
		w, h, known = d.miss.Cells[id].Bounds.W, d.miss.Cells[id].Bounds.H, true
	}
	guessW, guessH := orElse(w, 260), orElse(h, 180)
	area := d.before.Area
	defer func() { d.spots[id] = anchoredAt(area, c.Placement, guessW, guessH) }()
	switch {
	case p.anchor != "":
		if !anchors[p.anchor] {
			return fmt.Errorf("%q is no place on the desktop", p.anchor)
		}
		want := anchored(area, p.anchor, guessW, guessH)
		if spot := free(area, want, p.anchor, d.occupied(id)); stillThere(area, spot, want, p.anchor) {
			want = spot // elsewhere would not be what was said: then it covers what stands there, and the receipt says so
		}
		c.Placement = placed(c.Placement, area, p.anchor, want)
		d.expectTunable("place", func(_, after *Scene) (string, string, bool) {
			n := after.Cells[id]
			if n == nil {
				return "", "gone", false
			}
			return "", p.anchor + " " + pointText(n.Bounds), known || fits(area, n.Bounds) && !after.covers(id)
		})
	case p.like != "":
		s := &subject{draft: d, id: id, doc: c, cell: &Cell{ID: id}, name: p.title}
		want, _, err := s.related(act.Args{Relation: p.relation, LikeCell: p.like}, Rect{W: guessW, H: guessH}, "top-left")
		if err != nil {
			return err
		}
		c.Placement = placed(c.Placement, area, "top-left", want)
		if known {
			d.expectPlace(id, want)
		} else {
			d.expectTunable("place", func(_, after *Scene) (string, string, bool) {
				return "", "", after.Cells[id] != nil && near(after.Cells[id].Bounds.W, guessW) && near(after.Cells[id].Bounds.H, guessH)
			})
		}
	case p.x != nil && p.y != nil:
		want := within(area, Rect{*p.x, *p.y, guessW, guessH})
		c.Placement = placed(c.Placement, area, "top-left", want)
		d.expectTunable("place", func(_, after *Scene) (string, string, bool) {
			n := after.Cells[id]
			if n == nil {
				return "", "gone", false
			}
			is := within(area, Rect{*p.x, *p.y, n.Bounds.W, n.Bounds.H})
			return "", pointText(n.Bounds), near1(is.X, n.Bounds.X) && near1(is.Y, n.Bounds.Y)
		})
	default:
		d.roomFor(id, c, p.kind, guessW, guessH, known)
	}
	return nil
}

// stillThere reports whether a spot is in the part of the area that an anchor names: at the bottom is anywhere along it.
func stillThere(area, spot, want Rect, anchor string) bool {
	x, y := side(anchor)
	sx, sy := spot.Center()
	wx, wy := want.Center()
	return (x == 0 && y != 0 || third(sx-area.X, area.W) == third(wx-area.X, area.W)) && (y == 0 && x != 0 || third(sy-area.Y, area.H) == third(wy-area.Y, area.H))
}

// roomFor gives a new cell its own place when nobody stands there, else the first free one.
func (d *draft) roomFor(id tissue.CellID, c *tissue.Cell, kind tissue.Kind, w, h float64, known bool) {
	area := d.before.Area
	own := anchoredAt(area, c.Placement, w, h)
	x, y := side(c.Placement.Anchor)
	taken := x == -1 && y == -1 && c.Placement.X == 0 && c.Placement.Y == 0
	if taken || !d.clear(own, id) || !fits(area, own) {
		size := c.Placement
		spot := free(area, anchored(area, "top-left", w, h), "top-left", d.occupied(id))
		c.Placement = placed(size, area, "top-left", spot)
		if d.before.Place != nil && !d.clear(spot, id) {
			c.Placement = d.before.Place(d.doc, kind, w, h)
		}
		c.Placement.W, c.Placement.H, c.Placement.Scale, c.Placement.Z = size.W, size.H, size.Scale, size.Z
	}
	for other, oc := range d.doc.Cells { // a new cell is in front
		if other != id && oc.Kind == kind {
			c.Placement.Z = max(c.Placement.Z, oc.Placement.Z)
		}
	}
	d.expectTunable("covers others", func(_, after *Scene) (string, string, bool) {
		switch c := after.Cells[id]; {
		case c == nil:
			return "", "gone", false
		case !fits(area, c.Bounds) && c.Bounds.W <= area.W && c.Bounds.H <= area.H:
			return "", "sticks out of the desktop", known
		case after.covers(id):
			return "", "yes, there is no other room", known
		}
		return "", "no", true
	})
}

// clear reports whether a box covers no cell but those given.
func (d *draft) clear(r Rect, but ...tissue.CellID) bool {
	for _, o := range d.occupied(but...) {
		if r.Intersects(o) {
			return false
		}
	}
	return true
}

// anchoredAt is where a placement puts a box of that size.
func anchoredAt(area Rect, p tissue.Placement, w, h float64) Rect {
	x, y := side(p.Anchor)
	return Rect{at(area.X, area.W, w, p.X, x), at(area.Y, area.H, h, p.Y, y), w, h}
}

func at(from, length, size, off float64, side int) float64 {
	switch side {
	case -1:
		return from + off
	case 1:
		return from + length - size - off
	}
	return from + (length-size)/2 + off
}

// fits reports whether a box is wholly within an area, but for fractions of a pixel.
func fits(area, r Rect) bool {
	return r.X >= area.X-1 && r.Y >= area.Y-1 && r.X+r.W <= area.X+area.W+1 && r.Y+r.H <= area.Y+area.H+1
}

// covers reports whether a cell shares room with another window or widget.
func (s *Scene) covers(id tissue.CellID) bool {
	me := s.Cells[id]
	if me == nil {
		return false
	}
	for other, c := range s.Cells {
		dc := s.Doc.Cells[other]
		if other == id || dc == nil || dc.Hidden || dc.Kind != tissue.KindWidget && dc.Kind != tissue.KindWindow {
			continue
		}
		if c.Bounds.Inset(0.5).Intersects(me.Bounds) {
			return true
		}
	}
	return false
}
