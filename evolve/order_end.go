package evolve

import (
	"fmt"
	"math"

	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// toEnd moves a node to an end: of its row or column, of the line or the column that its cell is made of, or to a corner.
func (s *subject) toEnd(o *order, n *ui.Node, anchor string) error {
	if s.doc.Kind == tissue.KindPanel && (anchor == "last" || anchor == "right" || anchor == "first" || anchor == "left") {
		return s.toEndOfBar(o, n, anchor == "last" || anchor == "right")
	}
	if anchor == "first" || anchor == "last" {
		m := o.alone(n)
		p := parentOf(o.root, m)
		if p == nil || len(p.Children) < 2 || !across(p) && !downwards(p) {
			return fmt.Errorf("%s has no neighbours to move among", s.label())
		}
		return s.settle(o, endOf(m, p, anchor == "last"))
	}
	x, y := side(anchor)
	if g := o.cornerOfGrid(n, x, y); g != nil {
		return s.settle(o, g)
	}
	moved := false
	if y != 0 {
		if g := o.end(n, y > 0, downwards); g != nil {
			if err := s.settle(o, g); err != nil {
				return err
			}
			moved = true
		}
	}
	switch g := o.end(n, x > 0, across); {
	case x == 0 && moved:
		return nil
	case x == 0:
		return s.toEdge(0, y)
	case g != nil:
		return s.settle(o, g)
	case moved:
		return s.thenAside(o, n, x)
	}
	return s.toEdge(x, y)
}

// cornerOfGrid lets a node of a grid change places with the one in the corner that is meant, or at the end of its row or column.
// nil: it stands in no grid.
func (o *order) cornerOfGrid(n *ui.Node, x, y int) *goal {
	p := parentOf(o.root, n)
	if p == nil || p.Kind != ui.KindGrid || p.Columns < 1 {
		return nil
	}
	at := indexOf(p, n)
	row, col, last := at/p.Columns, at%p.Columns, (len(p.Children)-1)/p.Columns
	switch {
	case x < 0:
		col = 0
	case x > 0:
		col = p.Columns - 1
	}
	switch {
	case y < 0:
		row = 0
	case y > 0:
		row = last
	}
	to := p.Children[min(row*p.Columns+col, len(p.Children)-1)]
	return &goal{node: n, beside: to, swap: true}
}

// toEndOfBar moves a node of a bar to the end of its group there, and one that is there already out of it, to the end of all.
func (s *subject) toEndOfBar(o *order, n *ui.Node, last bool) error {
	m := o.alone(n)
	for p := parentOf(o.root, m); p != nil; p = parentOf(o.root, p) {
		end := 0
		if last {
			end = len(p.Children) - 1
		}
		if !across(p) || indexOf(p, m) == end {
			continue
		}
		if g := endOf(m, p, last); g.beside != m && !holds(g.beside, m) {
			return s.settle(o, g)
		}
	}
	return fmt.Errorf("%s is there already", s.label())
}

// endOf is the goal at an end of a container.
func endOf(n, p *ui.Node, last bool) *goal {
	if last {
		return &goal{node: n, beside: p.Children[len(p.Children)-1], after: true}
	}
	return &goal{node: n, beside: p.Children[0]}
}

// end is the place at an end of the containers of one direction: of the node's own, else of the outermost. nil when there is
// none with others in it.
func (o *order) end(n *ui.Node, last bool, along func(*ui.Node) bool) *goal {
	var g *goal
	inner := n
	for p := parentOf(o.root, n); p != nil; inner, p = p, parentOf(o.root, p) {
		if !along(p) || len(p.Children) < 2 {
			continue
		}
		m := n
		if o.alone(n) == inner {
			m = inner
		}
		g = endOf(m, p, last)
		if m == inner {
			break
		}
	}
	return g
}

// toEdge moves a node that has nobody beside it to an edge of its cell, as far as the cell's own padding.
func (s *subject) toEdge(x, y int) error {
	box, all := s.cell.Nodes[s.node.ID], s.padded(s.before)
	var dx, dy float64
	if x != 0 {
		dx = at(all.X, all.W, box.W, 0, x) - box.X
	}
	if y != 0 {
		dy = at(all.Y, all.H, box.H, 0, y) - box.Y
	}
	if math.Hypot(dx, dy) < 1 {
		s.keep = true
		return nil
	}
	return s.nudge(dx, dy, false)
}

// padded is the cell's root without its padding.
func (s *subject) padded(sc *Scene) Rect {
	c := sc.Cells[s.id]
	if c == nil || c.Tree == nil {
		return Rect{}
	}
	look, unit := sc.look(s.id, c.Tree), orOne(ptr(s.doc.Placement.Scale))
	unit *= orOne(look.Scale)
	r := c.Nodes[c.Tree.ID]
	all := numberOr(look.Padding, 0)
	px, py := max(numberOr(look.PadX, all), edgeRoom)*unit, max(numberOr(look.PadY, all), edgeRoom)*unit
	return Rect{r.X + px, r.Y + py, r.W - 2*px, r.H - 2*py}
}

// thenAside draws a node that has come to another line at one side of it: how far that is, the attempt before has shown.
func (s *subject) thenAside(o *order, n *ui.Node, x int) error {
	off := func(sc *Scene) (float64, bool) {
		c := sc.Cells[s.id]
		if c == nil {
			return 0, false
		}
		box, ok := c.Nodes[o.names()[n]]
		all := s.padded(sc)
		return at(all.X, all.W, box.W, 0, x) - box.X, ok
	}
	id := s.id
	s.expectTunable("from the edge", func(_, after *Scene) (string, string, bool) {
		d, ok := off(after)
		return "", pixelText(math.Abs(d)), ok && after.Cells[id] != nil && math.Abs(d) <= 1
	})
	if s.miss == nil {
		return nil
	}
	d, ok := off(s.miss)
	if !ok {
		return nil
	}
	return s.drawAside(d, 0)
}
