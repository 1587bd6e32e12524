package evolve

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
)

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
	if args.LikeNode != "" || args.LikeCell != "" {
		by, err = s.stepsBeside(parent, index, args)
	}
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
	if err := s.alone(func(pos string) error { return session.Shift(pos, by) }); err != nil {
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

// stepsBeside translates "left of that one" into places among siblings.
func (s *subject) stepsBeside(parent *ui.Node, index int, args act.Args) (int, error) {
	to := -1
	if args.LikeCell == string(s.id) {
		for i, c := range parent.Children {
			if args.LikeNode != "" && (c.ID == args.LikeNode || strings.HasPrefix(args.LikeNode, c.ID+"/")) {
				to = i
			}
		}
	}
	if to < 0 || to == index {
		return 0, fmt.Errorf("%s can only be put beside its neighbours; to move all of %s, name it", s.label(), s.name)
	}
	switch args.Relation {
	case "left-of", "above":
		if to > index {
			to--
		}
	case "right-of", "below":
		if to < index {
			to++
		}
	}
	return to - index, nil
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
		return pixelText(was), pixelText(is), ok && math.Abs(is) <= 1
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
