package evolve

import (
	"math"

	"cellshell/membrane/ui"
)

// centerIn puts what is in a container, the node among it, into the container's middle, from left to right.
func (s *subject) centerIn(parent *ui.Node) error {
	t := word("Align", "center", ui.Style{Align: "center"})
	if parent.Kind == ui.KindRow {
		t = word("Justify", "center", ui.Style{Justify: "center"})
	}
	if err := s.apply(parent, t); err != nil {
		return err
	}
	s.noteAll(parent.Children...)
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
		r = around(r, c.Nodes[child.ID])
	}
	return r
}
