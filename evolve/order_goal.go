package evolve

import (
	"fmt"
	"math"

	"cellshell/membrane/ui"
)

// across and down tell in which containers the children stand beside each other, and one below the other.
func across(n *ui.Node) bool { return n.Kind == ui.KindRow || n.Kind == ui.KindGrid }

func downwards(n *ui.Node) bool { return n.Kind == ui.KindColumn || n.Kind == ui.KindList }

// alone is the node, or what is around it as long as that holds nothing else.
func (o *order) alone(n *ui.Node) *ui.Node {
	for {
		p := parentOf(o.root, n)
		if p == nil || p == o.root || len(p.Children) > 1 {
			return n
		}
		n = p
	}
}

// step is one place further to a side: past the neighbour there, or out of what the node stands in, where that has a
// neighbour. nil when nobody is there.
func (o *order) step(n *ui.Node, dx, dy float64) *goal {
	forward := dx > 0 || dy > 0
	inner := n
	for p := parentOf(o.root, n); p != nil; inner, p = p, parentOf(o.root, p) {
		i, by := indexOf(p, inner), 0
		switch {
		case p.Kind == ui.KindGrid:
			columns := max(p.Columns, 1)
			if p.Columns == 0 {
				columns = 2
			}
			switch {
			case dy != 0:
				by = columns
			case forward && i%columns < columns-1, !forward && i%columns > 0:
				by = 1
			}
		case dx != 0 && across(p), dy != 0 && downwards(p):
			by = 1
		}
		if by == 0 {
			continue
		}
		if !forward {
			by = -by
		}
		if inner != n && o.alone(n) != inner { // out of what it shares with others
			if p.Kind == ui.KindGrid {
				return nil
			}
			return &goal{node: n, beside: inner, after: forward}
		}
		if j := i + by; j >= 0 && j < len(p.Children) {
			return &goal{node: inner, beside: p.Children[j], after: forward, swap: p.Kind == ui.KindGrid}
		}
	}
	return nil
}

// related is where a sentence puts a node by another one.
func (o *order) related(n, like *ui.Node, relation string) (*goal, error) {
	if holds(n, like) || holds(like, n) {
		return nil, fmt.Errorf("one of the two is in the other")
	}
	after := true
	switch relation {
	case "left-of", "above", "before", "at", "onto":
		after = false
	}
	own := parentOf(o.root, n)
	inOwn := like // the sibling that the other one stands in
	for p := parentOf(o.root, like); p != nil && p != own; p = parentOf(o.root, p) {
		inOwn = p
	}
	sibling := indexOf(own, inOwn) >= 0
	along, other, kind := across, downwards, ui.KindRow
	switch relation {
	case "above", "below", "under":
		along, other, kind = downwards, across, ui.KindColumn
	case "before", "after", "at", "onto":
		along = func(p *ui.Node) bool { return across(p) || downwards(p) }
		if (relation == "at" || relation == "onto") && sibling && inOwn == like {
			after = indexOf(own, n) < indexOf(own, like) // the others close up
		}
	}
	if sibling && along(own) {
		return &goal{node: n, beside: inOwn, after: after}, nil
	}
	p := parentOf(o.root, like)
	if p == nil {
		return nil, fmt.Errorf("one of the two is in the other")
	}
	if along(p) {
		return &goal{node: o.alone(n), beside: like, after: after}, nil
	}
	if kind == ui.KindColumn { // the line in which the other one stands
		for inner := like; p != nil; inner, p = p, parentOf(o.root, p) {
			if along(p) {
				if o.alone(n) == inner {
					return nil, fmt.Errorf("nothing else is in its line")
				}
				return &goal{node: n, beside: inner, after: after}, nil
			}
		}
	}
	if p = parentOf(o.root, like); other(p) {
		return &goal{node: o.alone(n), beside: like, after: after, kind: kind}, nil
	}
	return nil, fmt.Errorf("the two stand on top of each other in %s", p.Kind)
}

// pointed is the place in a row or column that is nearest to a point of the desktop; nil when that is where the node stands.
func (o *order) pointed(n *ui.Node, c *Cell, x, y float64) *goal {
	var best *goal
	far := math.Inf(1)
	walkNodes(o.root, func(p *ui.Node) {
		if !across(p) && !downwards(p) || holds(n, p) {
			return
		}
		for _, k := range p.Children {
			b, ok := c.Nodes[k.ID]
			if !ok || b.Empty() || holds(k, n) && k != n || len(k.Children) > 0 && (across(k) || downwards(k)) {
				continue
			}
			for _, after := range []bool{false, true} {
				ex, ey := b.Center()
				switch {
				case across(p) && after:
					ex = b.X + b.W
				case across(p):
					ex = b.X
				case after:
					ey = b.Y + b.H
				default:
					ey = b.Y
				}
				if d := math.Hypot(x-ex, y-ey); d < far-0.5 {
					best, far = &goal{node: o.alone(n), beside: k, after: after}, d
				}
			}
		}
	})
	if best == nil || best.beside == n {
		return nil
	}
	if p := parentOf(o.root, n); p == parentOf(o.root, best.beside) {
		best.node = n
		if i, j := indexOf(p, n), indexOf(p, best.beside); best.after && i == j+1 || !best.after && i == j-1 {
			return nil
		}
	}
	if best.node != n && holds(best.node, best.beside) {
		return nil
	}
	return best
}
