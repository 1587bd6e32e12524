package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// withinCell reports whether a part that is called by its name goes up or down within its cell, "the date at the top", or to a side in
// the row that it stands in; a text that is only pointed at, or that is said to go elsewhere, takes its cell along.
func (c *clause) withinCell(d draft, t act.Target) bool {
	if d.Intent != act.Move || !edges[d.Args.Anchor] || !c.p.s.inside(t) {
		return false
	}
	if row := c.p.s.cell(t.Cell).node(holder(t.Node)); axisAcross[d.Args.Anchor] == axisAcross["left"] && (row == nil || row.Kind != "row") {
		return false
	}
	named := slices.IndexFunc(c.refs, func(r *ref) bool { return r.head == "label" })
	if named < 0 {
		return false
	}
	for i, o := range c.toks {
		if r := c.refs[named]; o.is("desk") && (i < r.from || i >= r.to) {
			return false // "… to the top of the screen"
		}
	}
	return true
}
