package evolve

import (
	"fmt"
	"math"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// edgeRoom is the room that a node moved by pixels leaves to the edge of its cell, logical pixels.
const edgeRoom = 4

// nudge draws a node so many pixels beside its place, and no other. Where there is less room than that, it goes as far as
// there is; of a distance that was named, it asks.
func (s *subject) nudge(dx, dy float64, named bool) error {
	box, ok := s.cell.Nodes[s.node.ID]
	all := s.cell.Nodes[s.cell.Tree.ID]
	if !ok || box.Empty() {
		return fmt.Errorf("%s is not on the screen, so it cannot be moved", s.label())
	}
	room := func(d, before, after float64) float64 {
		return clamp(d, min(0, edgeRoom-before), max(0, after-edgeRoom))
	}
	x := room(dx, box.X-all.X, all.X+all.W-box.X-box.W)
	y := room(dy, box.Y-all.Y, all.Y+all.H-box.Y-box.H)
	way := direction(dx, dy)
	switch short := math.Abs(x-dx) > 0.5 || math.Abs(y-dy) > 0.5; {
	case math.Hypot(x, y) < 1:
		return &unsure{
			text:    fmt.Sprintf("%s is at the edge of %s already. Move all of %s %s?", s.label(), s.name, s.name, way),
			choices: []string{"move " + s.name + " " + way},
		}
	case short && named:
		return &unsure{
			text:    fmt.Sprintf("%s stays in %s, and there is room for %s pixels. Move it as far as that?", s.label(), s.name, trim(math.Hypot(x, y))),
			choices: []string{fmt.Sprintf("move %s %s pixels %s", s.label(), trim(math.Floor(math.Hypot(x, y))), way), "move " + s.name + " " + way},
		}
	}
	if n := s.covered(box, Rect{box.X + x, box.Y + y, box.W, box.H}); n != nil {
		return &unsure{
			text:    fmt.Sprintf("There %s would cover %s. Shall the two change places?", s.label(), s.before.Called(act.Target{Cell: string(s.id), Node: n.ID})),
			choices: []string{fmt.Sprintf("swap %s and %s", s.label(), s.before.Called(act.Target{Cell: string(s.id), Node: n.ID}))},
		}
	}
	if err := s.drawAside(x, y); err != nil {
		return err
	}
	id, node := s.id, s.node.ID
	s.expect("place", func(before, after *Scene) (string, string, bool) {
		was, is := before.inCell(id, node), after.inCell(id, node)
		return pointText(was), pointText(is), math.Abs(is.X-was.X-x) <= 1 && math.Abs(is.Y-was.Y-y) <= 1
	})
	return nil
}

// drawAside has a node drawn so many pixels further from its place.
func (s *subject) drawAside(x, y float64) error {
	look, unit := s.before.look(s.id, s.node), s.unit()
	ox, oy := wholePixels(numberOr(look.OffsetX, 0)+x/unit), wholePixels(numberOr(look.OffsetY, 0)+y/unit)
	only := s.only
	s.draft.only = true // where one call makes several nodes, the others stay
	defer func() { s.draft.only = only }()
	return s.apply(s.node, tweak{method: "Offset", args: []string{edit.Number(ox), edit.Number(oy)}, style: ui.Style{OffsetX: num(ox), OffsetY: num(oy)}})
}

// covered is what a node would stand on at another place, other than what it covers already; nil for nothing.
func (s *subject) covered(was, is Rect) (found *ui.Node) {
	walkNodes(s.cell.Tree, func(n *ui.Node) {
		box := s.cell.Nodes[n.ID]
		if found != nil || len(n.Children) > 0 || holds(s.node, n) || box.Empty() || n.Kind == ui.KindSpacer || n.Kind == ui.KindDivider {
			return
		}
		if n.Kind == ui.KindText && n.Text == "" {
			return
		}
		before, after := common(was, box), common(is, box)
		if after.W*after.H > before.W*before.H+1 && min(after.W, after.H) > 1 {
			found = n
		}
	})
	return found
}

// inCell is a node's box counted from its cell's corner.
func (s *Scene) inCell(id tissue.CellID, node string) Rect {
	c := s.Cells[id]
	if c == nil {
		return Rect{}
	}
	b := c.Nodes[node]
	return Rect{b.X - c.Bounds.X, b.Y - c.Bounds.Y, b.W, b.H}
}

// direction is a way in words.
func direction(dx, dy float64) string {
	switch {
	case math.Abs(dx) >= math.Abs(dy) && dx < 0:
		return "left"
	case math.Abs(dx) >= math.Abs(dy):
		return "right"
	case dy < 0:
		return "up"
	}
	return "down"
}

// takeAlong moves the cell so that the node stands where it is wanted: it cannot leave its cell.
func (s *subject) takeAlong(args act.Args) error {
	if s.doc.Kind == tissue.KindPanel {
		return fmt.Errorf("%s cannot leave %s", s.label(), s.name)
	}
	whole := &subject{draft: s.draft, id: s.id, cell: s.cell, doc: s.doc, name: s.name}
	now := s.cell.Bounds
	if args.X != nil && args.Y != nil {
		x, y := s.cell.Nodes[s.node.ID].Center()
		args = act.Args{X: ptr(math.Round(now.X + *args.X - x)), Y: ptr(math.Round(now.Y + *args.Y - y))}
	}
	want, anchor, err := whole.wantedPlace(args, now)
	if err != nil {
		return err
	}
	box := s.cell.Nodes[s.node.ID]
	switch args.Relation { // in line with the other one is the node; beside it is all of the cell, so that nothing is covered
	case "above", "below", "under":
		want.X -= box.X - now.X
	case "left-of", "right-of":
		want.Y -= box.Y - now.Y
	}
	want = within(s.before.Area, want)
	if s.company() {
		where := fmt.Sprintf("to %s, %s", pixelText(want.X), pixelText(want.Y))
		if args.LikeCell != "" {
			where = relationName(args.Relation) + " " + s.nameOf(args.LikeCell)
		}
		return &unsure{
			text:    fmt.Sprintf("%s stays in %s with the others. Shall all of %s go there?", s.label(), s.name, s.name),
			choices: []string{"move " + s.name + " " + where},
		}
	}
	whole.place(want, anchor)
	s.remark = fmt.Sprintf("%s stays in %s, so all of %s went there", s.label(), s.name, s.name)
	return nil
}

// company reports whether a cell has other things than the node that one can press or change: then it is not meant with it.
func (s *subject) company() bool {
	found := false
	walkNodes(s.cell.Tree, func(n *ui.Node) {
		found = found || len(n.Events) > 0 && !holds(s.node, n) && !holds(n, s.node) || n.Kind == ui.KindButton && n != s.node
	})
	return found
}
