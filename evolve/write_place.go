package evolve

import (
	"errors"
	"fmt"
	"math"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
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
		want = anchored(area, args.Anchor, now.W, now.H)
		return free(area, want, args.Anchor, s.occupied(s.id)), args.Anchor, nil
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
		want = within(area, want)
		if want == now {
			return Rect{}, "", fmt.Errorf("%s is already at the edge", s.name)
		}
		return want, anchor, nil
	}
	return Rect{}, "", &unsure{text: fmt.Sprintf("Where should %s go?", s.name), choices: []string{"top right", "top left", "the middle"}}
}

// related places the cell by another one.
func (s *subject) related(args act.Args, now Rect, anchor string) (Rect, string, error) {
	like, ok := s.before.NodeBounds(tissue.CellID(args.LikeCell), args.LikeNode)
	if !ok {
		return Rect{}, "", fmt.Errorf("%s is not on the screen", args.LikeCell)
	}
	want := now
	beside := ""
	switch args.Relation {
	case "left-of":
		want.X, want.Y, beside = like.X-gap-now.W, like.Y, "right"
	case "right-of", "next-to", "beside", "near":
		want.X, want.Y, beside = like.X+like.W+gap, like.Y, "left"
		if want.X+want.W > s.before.Area.X+s.before.Area.W { // no room there: the other side
			want.X, beside = like.X-gap-now.W, "right"
		}
	case "above":
		want.X, want.Y, beside = like.X, like.Y-gap-now.H, "bottom"
	case "below", "under":
		want.X, want.Y, beside = like.X, like.Y+like.H+gap, "top"
	case "at", "onto":
		want.X, want.Y = like.X, like.Y
		if args.Relation == "at" {
			s.makeRoom(tissue.CellID(args.LikeCell), Rect{like.X, like.Y, now.W, now.H})
		}
	case "align-left":
		want.X = like.X
	case "align-right":
		want.X = like.X + like.W - now.W
	case "align-top":
		want.Y = like.Y
	case "align-bottom":
		want.Y = like.Y + like.H - now.H
	case "align-center":
		want.X = like.X + (like.W-now.W)/2
	case "align-middle":
		want.Y = like.Y + (like.H-now.H)/2
	default:
		return Rect{}, "", fmt.Errorf("nobody knows where %q is", args.Relation)
	}
	inside := within(s.before.Area, want)
	if inside.Intersects(like) && beside != "" && !want.Intersects(like) {
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

// makeRoom moves the cell whose place is taken to the nearest free one.
func (s *subject) makeRoom(id tissue.CellID, taken Rect) {
	c, dc := s.before.Cells[id], s.draft.doc.Cells[id]
	if c == nil || dc == nil || c.Bounds.Empty() || dc.Locked {
		return
	}
	s.named[id] = true
	others := append(s.occupied(s.id, id), taken)
	to := free(s.before.Area, within(s.before.Area, c.Bounds), "center", others)
	anchor := first(dc.Placement.Anchor, "top-left")
	dc.Placement = placed(dc.Placement, s.before.Area, anchor, to)
	s.expectPlace(id, to)
}

// place writes the wanted rectangle into the placement and expects it.
func (s *subject) place(want Rect, anchor string) {
	target := want
	if s.miss != nil { // the attempt before ended beside the place: correct by what it lacked
		if got := s.miss.Cells[s.id]; got != nil {
			target.X += want.X - got.Bounds.X
			target.Y += want.Y - got.Bounds.Y
		}
	}
	s.doc.Placement = placed(s.doc.Placement, s.before.Area, anchor, target)
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

func pointText(r Rect) string { return trim(r.X) + "," + trim(r.Y) }

// movePanel puts a bar along another edge.
func (s *subject) movePanel(args act.Args) error {
	switch args.Anchor {
	case "top", "bottom", "left", "right":
	default:
		return refuse("%s is a bar: it can be at the top, bottom, left or right.", s.name)
	}
	s.doc.Placement.Anchor, s.doc.Placement.X, s.doc.Placement.Y = args.Anchor, 0, 0
	for id := range s.before.Cells {
		s.named[id] = true // the room of all others changes
	}
	id := s.id
	s.expect("edge", func(before, after *Scene) (string, string, bool) {
		c := after.Cells[id]
		if c == nil {
			return "", "gone", false
		}
		v, b := after.Viewport, c.Bounds
		at := map[string]bool{
			"top": near1(b.Y, v.Y), "left": near1(b.X, v.X), "bottom": near1(b.Y+b.H, v.Y+v.H), "right": near1(b.X+b.W, v.X+v.W),
		}
		return before.Doc.Cells[id].Placement.Anchor, args.Anchor, at[args.Anchor]
	})
	return nil
}

func near1(a, b float64) bool { return math.Abs(a-b) <= 1 }

// moveNode moves a node among its siblings: one place for "left", to the end for a corner or an edge.
func (s *subject) moveNode(args act.Args) error {
	parent := parentOf(s.cell.Tree, s.node)
	if parent == nil {
		return fmt.Errorf("%s has no neighbours to move among", s.label())
	}
	if args.Anchor == "center" {
		return s.centerIn(parent)
	}
	index := indexOf(parent, s.node)
	by, err := steps(parent, index, args)
	if err != nil {
		return err
	}
	to := index + by
	if by == 0 || to < 0 || to >= len(parent.Children) {
		return fmt.Errorf("%s is already at that end of its %s", s.label(), parent.Kind)
	}
	if !s.isGo() || s.node.Source == "" {
		return fmt.Errorf("the order inside %s is made by its program, which cannot be edited here", s.name)
	}
	session, err := s.session(s.id)
	if err != nil {
		return err
	}
	err = edit.ErrNotAlone
	for _, pos := range append([]string{s.node.Source}, s.node.Via...) {
		if s.makers(pos) == 1 {
			if err = session.Shift(pos, by); err == nil {
				break
			}
		}
	}
	if err != nil {
		return fmt.Errorf("the order inside %s is made by its program: %w", s.name, err)
	}
	for _, n := range parent.Children {
		walkNodes(n, func(n *ui.Node) { s.note(s.id, n.ID) })
	}
	s.note(s.id, parent.ID)
	id, in, text, kind := s.id, parent.ID, s.node.Text, s.node.Kind
	s.expect("place among its neighbours", func(before, after *Scene) (string, string, bool) {
		was := fmt.Sprintf("%d of %d", index+1, len(parent.Children))
		p := after.Node(id, in)
		if p == nil || to >= len(p.Children) {
			return was, "gone", false
		}
		n := p.Children[to]
		return was, fmt.Sprintf("%d of %d", to+1, len(p.Children)), n.Kind == kind && n.Text == text
	})
	return nil
}

// centerIn puts what is in a container, the node among it, into the container's middle, from left to right.
func (s *subject) centerIn(parent *ui.Node) error {
	t := word("Align", "center", ui.Style{Align: "center"})
	if parent.Kind == ui.KindRow {
		t = word("Justify", "center", ui.Style{Justify: "center"})
	}
	if err := s.apply(parent, t); err != nil {
		return err
	}
	for _, n := range parent.Children {
		walkNodes(n, func(n *ui.Node) { s.note(s.id, n.ID) })
	}
	id, in, node := s.id, parent.ID, s.node.ID
	off := func(sc *Scene) (float64, bool) { // how far the middle is from the container's
		c := sc.Cells[id]
		if c == nil {
			return 0, false
		}
		around, ok := c.Nodes[in]
		inside := c.Nodes[node]
		if p := findNode(c.Tree, in); p != nil && p.Kind == ui.KindRow {
			inside = spanOf(c, p)
		}
		x, _ := inside.Center()
		mid, _ := around.Center()
		return x - mid, ok && !inside.Empty()
	}
	s.expect("from the middle", func(before, after *Scene) (string, string, bool) {
		was, _ := off(before)
		is, ok := off(after)
		return trim(was), trim(is), ok && math.Abs(is) <= 1
	})
	return nil
}

// spanOf is the box around all children of a node.
func spanOf(c *Cell, n *ui.Node) Rect {
	var r Rect
	for _, child := range n.Children {
		b := c.Nodes[child.ID]
		if b.Empty() {
			continue
		}
		if r.Empty() {
			r = b
			continue
		}
		x, y := min(r.X, b.X), min(r.Y, b.Y)
		r = Rect{x, y, max(r.X+r.W, b.X+b.W) - x, max(r.Y+r.H, b.Y+b.H) - y}
	}
	return r
}

// steps translates a direction into places among siblings.
func steps(parent *ui.Node, index int, args act.Args) (int, error) {
	end := func(v float64) int {
		if v < 0 {
			return -1
		}
		return 1
	}
	x, y := args.DX, args.DY
	last := false
	if args.Anchor != "" {
		sx, sy := side(args.Anchor)
		x, y, last = float64(sx), float64(sy), true
	}
	var by int
	switch parent.Kind {
	case ui.KindRow:
		if x != 0 {
			by = end(x)
		}
	case ui.KindColumn, ui.KindList:
		if y != 0 {
			by = end(y)
		}
	case ui.KindGrid:
		columns := parent.Columns
		if columns == 0 {
			columns = 2
		}
		if x != 0 {
			by = end(x)
		} else if y != 0 {
			by = end(y) * columns
		}
	}
	if by == 0 {
		return 0, errors.New("a node moves only along its row or column; to move the whole cell, name the cell")
	}
	if last {
		if by < 0 {
			return -index, nil
		}
		return len(parent.Children) - 1 - index, nil
	}
	return by, nil
}

func parentOf(root, n *ui.Node) *ui.Node {
	var found *ui.Node
	walkNodes(root, func(p *ui.Node) {
		if indexOf(p, n) >= 0 {
			found = p
		}
	})
	return found
}

func indexOf(parent, n *ui.Node) int {
	for i, c := range parent.Children {
		if c == n {
			return i
		}
	}
	return -1
}

// raise brings a cell before the others of its layer, or behind them.
func (d *draft) raise(a act.Act) error {
	s, err := d.about(act.Target{Cell: a.Target.Cell})
	if err != nil {
		return err
	}
	front := a.Args.Part != "back"
	lo, hi := 0, 0
	for id, c := range d.doc.Cells {
		if id != s.id && c.Kind == s.doc.Kind {
			lo, hi = min(lo, c.Placement.Z), max(hi, c.Placement.Z)
		}
	}
	s.doc.Placement.Z = lo - 1
	if front {
		s.doc.Placement.Z = hi + 1
	}
	id, kind := s.id, s.doc.Kind
	s.expect("depth", func(before, after *Scene) (string, string, bool) {
		rank := func(sc *Scene) (int, int) {
			me, under, all := sc.Cells[id], 0, 0
			for other, c := range sc.Cells {
				if dc := sc.Doc.Cells[other]; dc != nil && dc.Kind == kind && me != nil {
					if all++; c.Z < me.Z {
						under++
					}
				}
			}
			return under + 1, all
		}
		was, n := rank(before)
		is, m := rank(after)
		return fmt.Sprintf("%d of %d", was, n), fmt.Sprintf("%d of %d", is, m), front && is == m || !front && is == 1
	})
	return nil
}

// swap exchanges the places of two cells.
func (d *draft) swap(a act.Act) error {
	s, err := d.about(act.Target{Cell: a.Target.Cell})
	if err != nil {
		return err
	}
	o, err := d.about(act.Target{Cell: a.Args.LikeCell})
	if err != nil {
		return err
	}
	if s.id == o.id {
		return fmt.Errorf("%s cannot change places with itself", s.name)
	}
	sp, op := &s.doc.Placement, &o.doc.Placement
	sp.Anchor, op.Anchor = op.Anchor, sp.Anchor
	sp.X, op.X = op.X, sp.X
	sp.Y, op.Y = op.Y, sp.Y
	for _, pair := range [][2]*subject{{s, o}, {o, s}} {
		mine, other := pair[0], pair[1]
		anchor := first(mine.doc.Placement.Anchor, "top-left")
		x, y := side(anchor)
		// the corner that the anchor names stands where the other's stood
		want := Rect{W: mine.cell.Bounds.W, H: mine.cell.Bounds.H}
		want.X = corner(other.cell.Bounds.X, other.cell.Bounds.W, want.W, x)
		want.Y = corner(other.cell.Bounds.Y, other.cell.Bounds.H, want.H, y)
		d.expectPlace(mine.id, want)
	}
	return nil
}

func corner(at, otherSize, size float64, side int) float64 {
	switch side {
	case -1:
		return at
	case 1:
		return at + otherSize - size
	}
	return at + (otherSize-size)/2
}

// align lines cells up along one edge: that of the one furthest out, or their common middle.
func (d *draft) align(acts []act.Act) error {
	var subjects []*subject
	var around Rect
	for _, a := range acts {
		s, err := d.about(act.Target{Cell: a.Target.Cell})
		if err != nil {
			return err
		}
		b := s.cell.Bounds
		if b.Empty() {
			return fmt.Errorf("%s is not on the screen, so it cannot be moved", s.name)
		}
		if len(subjects) == 0 {
			around = b
		}
		x, y := min(around.X, b.X), min(around.Y, b.Y)
		around = Rect{x, y, max(around.X+around.W, b.X+b.W) - x, max(around.Y+around.H, b.Y+b.H) - y}
		subjects = append(subjects, s)
	}
	if len(subjects) < 2 {
		return &unsure{text: fmt.Sprintf("Align %s with what? Select several cells, or name another one.", subjects[0].name)}
	}
	for i, s := range subjects {
		want := s.cell.Bounds
		switch acts[i].Args.Relation {
		case "align-left":
			want.X = around.X
		case "align-right":
			want.X = around.X + around.W - want.W
		case "align-top":
			want.Y = around.Y
		case "align-bottom":
			want.Y = around.Y + around.H - want.H
		case "align-center":
			want.X = around.X + (around.W-want.W)/2
		case "align-middle":
			want.Y = around.Y + (around.H-want.H)/2
		default:
			return fmt.Errorf("nobody knows how to %q", acts[i].Args.Relation)
		}
		s.place(want, first(s.doc.Placement.Anchor, "top-left"))
	}
	return nil
}
