package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// siblings are what stands in the same row or column as a node and is no mere room between, of a list where one is given.
func (p *parser) siblings(t act.Target, of []act.Target) []act.Target {
	c := p.s.cell(t.Cell)
	if c == nil || t.Node == "" || c.node(t.Node) == nil {
		return nil
	}
	var out []act.Target
	for _, n := range c.Nodes {
		o := act.Target{Cell: c.ID, Node: n.ID}
		if holder(n.ID) == holder(t.Node) && n.ID != t.Node && n.Kind != "spacer" && (of == nil || has(of, o)) {
			out = append(out, o)
		}
	}
	return out
}

// order is the place of a node among those of its cell.
func (p *parser) order(t act.Target) int {
	return slices.IndexFunc(p.s.cell(t.Cell).Nodes, func(n Node) bool { return n.ID == t.Node })
}

// inMind is what is pointed at while the sentence is said, or else what was spoken of last; empty without either.
func (p *parser) inMind() act.Target {
	if at := p.s.Point; at != nil && at.Given && at.Cell != "" {
		return at.Target
	}
	if p.s.Last != nil {
		return *p.s.Last
	}
	return act.Target{}
}

// besideOfKind are the things of its kind that stand beside a node; nil for a cell.
func (p *parser) besideOfKind(t act.Target) []act.Target {
	c := p.s.cell(t.Cell)
	return keep(p.siblings(t, nil), func(o act.Target) bool { return c.node(o.Node).Kind == c.node(t.Node).Kind })
}

// alike are the thing in mind and those of its kind beside it, where they are so many: "these three", of which one is pointed at. nil
// where they are not.
func (p *parser) alike(n int) []act.Target {
	one := p.inMind()
	set := append(p.besideOfKind(one), one)
	if len(set) < 2 || len(set) != n {
		return nil
	}
	slices.SortFunc(set, func(a, b act.Target) int { return p.order(a) - p.order(b) })
	return set
}
