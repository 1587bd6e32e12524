package reflex

import "cellshell/evolve/act"

// inside cuts off the place that a sentence names first, "on the form, make the buttons red": the parts that are spoken of
// behind it are those of that cell, and so is what has no name.
func (p *parser) inside() {
	if t := t0(p.toks, 0); t == nil || !t.is("prep", "in", "on", "at", "for") {
		return
	}
	c := &clause{p: p, toks: p.toks}
	r, next := c.np(1)
	if r == nil || !(r.cell() || r.head == "thiscell") || r.indef || r.plural || t0(p.toks, next) == nil {
		return
	}
	if p.toks[next].kind == mark {
		next++
	}
	if t := t0(p.toks, next); t == nil || !t.isAny("verb", "det", "fill", "dim", "inc", "mult") {
		return
	}
	rest := &clause{p: p, toks: p.toks[next:]}
	rest.find()
	parts := len(rest.refs) > 0
	for _, part := range rest.refs {
		parts = parts && part.in == nil && (part.head == "label" || part.head == "kind" && part.value != "any")
	}
	rest.forget()
	if !parts {
		return
	}
	set, ok := p.tried(r)
	if !ok || len(set) != 1 || set[0].Node != "" {
		return
	}
	p.within, p.toks = set[0].Cell, p.toks[next:]
	p.said = &clause{p: p, toks: c.toks[:next], refs: []*ref{r}, targets: set, done: true}
}

// held are those of some things that are in the cell that the sentence is about, all of them where it is about none.
func (p *parser) held(among []act.Target) []act.Target {
	if p.within == "" {
		return among
	}
	return keep(among, func(t act.Target) bool { return t.Cell == p.within })
}
