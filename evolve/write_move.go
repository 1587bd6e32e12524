package evolve

import (
	"fmt"
	"math"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// move puts a cell somewhere else: at an anchor, by so much, to a point, beside another. A node moves among its siblings.
func (d *draft) move(a act.Act) error {
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	if s.node != nil && !s.root {
		return s.moveNode(a.Args)
	}
	if s.doc.Kind == tissue.KindPanel {
		return s.movePanel(a.Args)
	}
	now := s.cell.Bounds
	if now.Empty() {
		return fmt.Errorf("%s is not on the screen, so it cannot be moved", s.name)
	}
	if s.miss != nil { // the size that another act of the sentence gives it
		if got := s.miss.Cells[s.id]; got != nil && !got.Bounds.Empty() {
			now.W, now.H = got.Bounds.W, got.Bounds.H
			s.resized = now.W != s.cell.Bounds.W || now.H != s.cell.Bounds.H
		}
	}
	want, anchor, err := s.wantedPlace(a.Args, now)
	if err != nil {
		return err
	}
	s.place(want, anchor)
	return nil
}

// wantedPlace computes where the cell shall stand, and the anchor it shall keep.
func (s *subject) wantedPlace(args act.Args, now Rect) (want Rect, anchor string, err error) {
	area := s.before.Area
	anchor = first(s.doc.Placement.Anchor, "top-left")
	switch {
	case args.Anchor != "":
		if !anchors[args.Anchor] {
			return Rect{}, "", fmt.Errorf("%q is no place on the desktop", args.Anchor)
		}
		if spot, ok := s.spotted[s.id]; ok {
			return spot, anchor, nil
		}
		want = anchored(area, args.Anchor, now.W, now.H)
		if args.X != nil && args.Y != nil {
			return s.fromCorner(args, now), args.Anchor, nil
		}
		if room, ok := distance(args); ok {
			return s.fromEdge(args, now, room), anchor, nil
		}
		if args.Axis != "" { // straight to that side, over what stands there
			switch args.Axis {
			case "height":
				want.X = now.X
			case "width":
				want.Y = now.Y
			}
			return s.exactly(want), anchor, nil
		}
		if args.Anchor == "center" || args.On != nil && *args.On { // beside the middle is not the middle: what is there is covered
			s.ahead()
			return want, args.Anchor, nil
		}
		beside := s.withTheOthers(want, free(area, want, args.Anchor, s.occupied(s.id)), args.Anchor)
		if !towards(area, beside, args.Anchor) || farther(now, beside, args.Anchor) || near1(beside.X, now.X) && near1(beside.Y, now.Y) { // the free place is at another end, or where it is
			s.ahead()
			return want, args.Anchor, nil
		}
		return beside, args.Anchor, nil
	case args.Relation != "" && args.LikeCell != "":
		return s.related(args, now, anchor)
	case args.X != nil || args.Y != nil:
		want = now
		if args.X != nil {
			want.X = *args.X
		}
		if args.Y != nil {
			want.Y = *args.Y
		}
		if args.Relation == "at" { // a place pointed at becomes the middle
			want.X, want.Y = want.X-now.W/2, want.Y-now.H/2
		}
		return within(area, want), anchor, nil
	case args.DX != 0 || args.DY != 0:
		want = now
		want.X, want.Y = now.X+args.DX, now.Y+args.DY
		inside := within(area, want)
		if args.DX != 0 {
			want.X = inside.X
		}
		if args.DY != 0 {
			want.Y = inside.Y
		}
		if want == now {
			return Rect{}, "", fmt.Errorf("%s is already at the edge", s.name)
		}
		return want, anchor, nil
	}
	return Rect{}, "", &unsure{text: fmt.Sprintf("Where should %s go?", s.name), choices: []string{"top right", "top left", "the middle"}}
}

// ahead brings a cell in front of those of its kind that it will cover.
func (s *subject) ahead() {
	for id, c := range s.draft.doc.Cells {
		if id != s.id && c.Kind == s.doc.Kind && s.doc.Placement.Z <= c.Placement.Z {
			s.doc.Placement.Z = c.Placement.Z + 1
		}
	}
}

// related places the cell by another one.
func (s *subject) related(args act.Args, now Rect, anchor string) (Rect, string, error) {
	like, ok := s.before.NodeBounds(tissue.CellID(args.LikeCell), args.LikeNode)
	if spot, fresh := s.spots[tissue.CellID(args.LikeCell)]; !ok && fresh && args.LikeNode == "" {
		like, ok = spot, true // it comes with the same sentence
	}
	if there, moved := s.moved[tissue.CellID(args.LikeCell)]; moved && ok && args.LikeNode == "" {
		like = there // the same sentence moved it
	} else if ok && args.LikeNode == "" {
		like = s.asGrown(tissue.CellID(args.LikeCell), like)
	}
	if !ok {
		return Rect{}, "", fmt.Errorf("%s is not on the screen", args.LikeCell)
	}
	if of := s.draft.doc.Cells[tissue.CellID(args.LikeCell)]; like.Empty() && args.LikeNode == "" && of != nil && of.Hidden {
		like = anchoredAt(s.before.Area, of.Placement, now.W, now.H) // where it stood: as large as what comes there
	}
	want := now
	beside := ""
	room, exact := distance(args)
	switch args.Relation {
	case "left-of":
		want.X, want.Y, beside = like.X-room-now.W, like.Y, "right"
	case "right-of", "next-to", "beside", "near":
		want.X, want.Y, beside = like.X+like.W+room, like.Y, "left"
		if !exact && want.X+want.W > s.before.Area.X+s.before.Area.W { // no room there: the other side
			want.X, beside = like.X-room-now.W, "right"
		}
	case "above":
		want.X, want.Y, beside = like.X, like.Y-room-now.H, "bottom"
	case "below", "under":
		want.X, want.Y, beside = like.X, like.Y+like.H+room, "top"
	case "at", "onto":
		want.X, want.Y = like.X, like.Y
		if args.Relation == "at" {
			s.makeRoom(tissue.CellID(args.LikeCell), Rect{like.X, like.Y, now.W, now.H})
		}
	case "clear-of":
		others := s.occupied(s.id)
		if apart(now, others, 0) {
			return now, anchor, nil
		}
		if want = free(s.before.Area, now, "center", others); want == now || !apart(want, others, 0) {
			return Rect{}, "", fmt.Errorf("there is no room for %s where it would cover nothing", s.name)
		}
	default:
		if !want.align(args.Relation, like) {
			return Rect{}, "", fmt.Errorf("nobody knows where %q is", args.Relation)
		}
	}
	switch {
	case beside != "" && args.Align != "":
		want.align("align-"+args.Align, like)
	case beside != "" && args.LikeNode == "":
		want = alongside(s.before.Area, want, like, beside, s.occupied(s.id, tissue.CellID(args.LikeCell)))
	}
	inside := within(s.before.Area, want)
	if exact && inside != want {
		return Rect{}, "", fmt.Errorf("there is no room for it %s px %s %s", trim(room), relationName(args.Relation), s.nameOf(args.LikeCell))
	}
	if inside.Intersects(like) && beside != "" && !want.Intersects(like) {
		if args.LikeNode == "" && s.pushes(tissue.CellID(args.LikeCell), like, inside.X-want.X, inside.Y-want.Y) {
			return inside, anchor, nil
		}
		return Rect{}, "", fmt.Errorf("there is no room %s %s", relationName(args.Relation), s.nameOf(args.LikeCell))
	}
	return inside, anchor, nil
}

func relationName(r string) string {
	switch r {
	case "left-of":
		return "left of"
	case "right-of":
		return "right of"
	}
	return r
}

func (d *draft) nameOf(id string) string {
	return title(d.doc.Cells[tissue.CellID(id)], tissue.CellID(id))
}

// place writes the wanted rectangle into the placement and expects it.
func (s *subject) place(want Rect, anchor string) {
	target := want
	// The attempt before ended beside the place: correct by what it lacked, unless it did not know the cell's size yet.
	if s.miss != nil && !(s.resized && s.attempt == 1) {
		if got := s.miss.Cells[s.id]; got != nil {
			target.X += want.X - got.Bounds.X
			target.Y += want.Y - got.Bounds.Y
		}
	}
	s.doc.Placement = placed(s.doc.Placement, s.before.Area, anchor, target)
	s.moved[s.id] = want
	s.expectPlace(s.id, want)
}

// expectPlace expects the top left corner of a cell within one pixel.
func (d *draft) expectPlace(id tissue.CellID, want Rect) {
	d.expectTunable("place", func(before, after *Scene) (string, string, bool) {
		was := "nowhere"
		if c := before.Cells[id]; c != nil && !c.Bounds.Empty() {
			was = pointText(c.Bounds)
		}
		c := after.Cells[id]
		if c == nil {
			return was, "gone", false
		}
		return was, pointText(c.Bounds), math.Abs(c.Bounds.X-want.X) <= 1 && math.Abs(c.Bounds.Y-want.Y) <= 1
	})
}

func pointText(r Rect) string { return pixelText(r.X) + "," + pixelText(r.Y) }
