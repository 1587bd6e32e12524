package reflex

import "cellshell/evolve/act"

// sameCell is the cell that a sentence spoke of before, or that was changed last, where "the keys" are several of those in it:
// nobody means those of all cells then. nil: they are not, or all are said.
func (c *clause) sameCell(r *ref) *ref {
	if r.in != nil && r.in.head == "its" && c.before != nil {
		return c.cellBefore() // "make the timer's start green and its reset red"
	}
	if r.head != "kind" || r.value == "any" || !r.plural || r.all || r.both || r.count > 0 || r.in != nil || r.other || c.p.s.Point != nil && c.p.s.Point.Given || len(c.p.s.Selection) > 0 {
		return nil
	}
	cell := ""
	switch {
	case c.before != nil && len(c.before.targets) > 0:
		cell = c.before.targets[0].Cell
	case c.before == nil && c.p.s.Last != nil && c.p.s.Last.Node != "":
		cell = c.p.s.Last.Cell
	}
	n := 0
	if of := c.p.s.cell(cell); of != nil {
		for _, node := range of.Nodes {
			if node.Kind == r.value {
				n++
			}
		}
	}
	if n < 2 {
		return nil
	}
	return c.p.byName(cell)
}

// cellBefore is the one cell that the clause before was about, nil without one.
func (c *clause) cellBefore() *ref {
	if len(c.before.targets) == 0 {
		return nil
	}
	cell := c.before.targets[0].Cell
	if len(keep(c.before.targets, func(t act.Target) bool { return t.Cell != cell })) > 0 {
		return nil
	}
	return c.p.byName(cell)
}

// byName is a reference to a cell by its name, nil where it has none of its own.
func (p *parser) byName(cell string) *ref {
	for i := range p.names.targets {
		if t := p.names.targets[i]; len(t) == 1 && t[0].Cell == cell && t[0].Node == "" {
			return &ref{head: "name", value: itoa(i)}
		}
	}
	return nil
}
