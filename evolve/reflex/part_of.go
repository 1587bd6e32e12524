package reflex

import "cellshell/evolve/act"

// partNamed takes a word that is also a cell for the part it names: "the memory in the panel".
func (c *clause) partNamed(r *ref, j int) {
	if !r.cell() || r.indef || r.ord != 0 || r.plural {
		return
	}
	t, at := c.toks[j-1], t0(c.toks, j)
	if at == nil || at.used || !at.is("prep", "in", "of", "on", "from") || at.start == at.end {
		return
	}
	senses, n := c.p.labels.longest(split(t.text))
	inner, _ := c.np(j + 1)
	if n == 0 || inner == nil || !inner.cell() || inner.indef {
		return
	}
	out := *r
	out.head, out.value, out.label = "label", senses[0].value, t.text
	if c.partOf(&out, inner) {
		*r = out
	}
}

// partOf reports whether a part that a reference names is in what another means.
func (c *clause) partOf(r, inner *ref) bool {
	among, _ := c.p.candidates(r)
	cells, ok := c.p.tried(inner)
	return ok && len(keep(among, func(t act.Target) bool { return has(cells, act.Target{Cell: t.Cell}) })) > 0
}

// within reads "the date under the clock": a part of that cell, where it has one by that name and nothing is to be moved.
func (c *clause) within(r *ref) {
	if r.head != "label" && r.head != "kind" || r.indef || c.verb("move", "nudge", "add", "align") != nil || c.one("aux", "should") != nil && c.only("rel") {
		return
	}
	inner, next := c.np(r.to + 1)
	if inner == nil || !inner.cell() || inner.indef {
		return
	}
	if c.partOf(r, inner) {
		r.in, r.to = inner, next
	}
}
