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

// alike are the last thing and those of its kind beside it, where they are so many; nil where they are not.
func (p *parser) alike(n int) []act.Target {
	last := p.s.Last
	if at := p.s.Point; at != nil && at.Given && at.Node != "" {
		last = &at.Target // "these three", of which one is pointed at
	}
	if last == nil || len(p.siblings(*last, nil)) == 0 {
		return nil
	}
	c := p.s.cell(last.Cell)
	set := keep(append(p.siblings(*last, nil), *last), func(t act.Target) bool { return c.node(t.Node).Kind == c.node(last.Node).Kind })
	if len(set) != n {
		return nil
	}
	slices.SortFunc(set, func(a, b act.Target) int { return p.order(a) - p.order(b) })
	return set
}
