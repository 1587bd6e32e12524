package evolve

import (
	"fmt"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// portion is the part of an area that an anchor and a share name: the right half, the bottom left quarter (half of each side),
// the middle third.
func portion(area Rect, anchor string, share float64) Rect {
	if share <= 0 || share > 1 {
		share = 0.5
	}
	x, y := side(anchor)
	r := area
	part := func(from, length *float64, side int) {
		some := *length * share
		*from, *length = at(*from, *length, some, 0, side), some
	}
	if x != 0 || y == 0 { // the middle third is one of the width
		part(&r.X, &r.W, x)
	}
	if y != 0 {
		part(&r.Y, &r.H, y)
	}
	return r
}

// filled is the part of the desktop that a cell shall fill, and whether an act says so of a part, not of all.
func (s *subject) filled(args act.Args) (Rect, bool, error) {
	switch {
	case args.Part == "fill" && args.Anchor != "":
		if !anchors[args.Anchor] {
			return Rect{}, false, fmt.Errorf("%q is no place on the desktop", args.Anchor)
		}
		return portion(s.before.Area, args.Anchor, args.Factor), true, nil
	case args.Part == "fill" && args.Value > 0:
		r := s.before.Area.Inset(args.Value)
		if r.W < leastRest || r.H < leastRest {
			return Rect{}, false, fmt.Errorf("%s px on every side leave no room for %s", trim(args.Value), s.name)
		}
		return r, true, nil
	case args.Part == "rest":
		r := largest(s.before.Area, s.occupied(s.id))
		if r.W < leastRest || r.H < leastRest {
			return Rect{}, false, fmt.Errorf("the others leave no room that %s could fill", s.name)
		}
		return r, true, nil
	}
	return Rect{}, false, nil
}

// leastRest is the least side of a room that is worth filling, logical pixels.
const leastRest = 120

// largest is the largest box in the area that keeps the usual distance to all others and to the edges.
func largest(area Rect, others []Rect) Rect {
	edge := area.Inset(gap)
	lefts, rights := []float64{edge.X}, []float64{edge.X + edge.W}
	tops, bottoms := []float64{edge.Y}, []float64{edge.Y + edge.H}
	for _, o := range others {
		lefts, rights = append(lefts, o.X+o.W+gap), append(rights, o.X-gap)
		tops, bottoms = append(tops, o.Y+o.H+gap), append(bottoms, o.Y-gap)
	}
	var best Rect
	for _, l := range lefts {
		for _, r := range rights {
			for _, t := range tops {
				for _, b := range bottoms {
					c := Rect{l, t, r - l, b - t}
					if c.W > 0 && c.H > 0 && c.W*c.H > best.W*best.H && within(edge, c) == c && c.W <= edge.W && c.H <= edge.H && apart(c, others, 0) {
						best = c
					}
				}
			}
		}
	}
	return best
}

// fit gives a cell the size that its content has.
func (d *draft) fit(a act.Act) error {
	if a.Target.Node != "" {
		return &unsure{text: "Only a whole window can be made as large as what is in it. How large shall this be?", choices: []string{"smaller", "bigger"}}
	}
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	if s.doc.Kind == tissue.KindPanel {
		return fmt.Errorf("%s is as long as its edge", s.name)
	}
	if a.Args.Axis != "height" {
		s.doc.Placement.W = 0
	}
	if a.Args.Axis != "width" {
		s.doc.Placement.H = 0
	}
	id := s.id
	d.expect("size", func(before, after *Scene) (string, string, bool) {
		was, is := before.Cells[id], after.Cells[id]
		if is == nil || was == nil {
			return "", "gone", false
		}
		return sizeText(was.Bounds), sizeText(is.Bounds), !is.Bounds.Empty()
	})
	return nil
}

// grown puts a cell that grows to one side so that its other sides stay where they are.
func (s *subject) grown(towards string, now, want Rect) error {
	r := now
	r.W, r.H = orElse(want.W, now.W), orElse(want.H, now.H)
	switch towards {
	case "left":
		r.X -= r.W - now.W
	case "top":
		r.Y -= r.H - now.H
	}
	if area := s.before.Area; !fits(area, r) {
		return fmt.Errorf("%s would stick out of the desktop", s.name)
	}
	s.place(r, "top-left")
	return nil
}

// untilEdge is the size of a box that grows until it reaches an edge of the area.
func untilEdge(area, now Rect, side string) Rect {
	switch side {
	case "left":
		now.W += now.X - area.X
	case "right":
		now.W = area.X + area.W - now.X
	case "top":
		now.H += now.Y - area.Y
	case "bottom":
		now.H = area.Y + area.H - now.Y
	}
	return now
}
