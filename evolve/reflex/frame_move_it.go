package reflex

import "cellshell/evolve/act"

// besideIt is what "it" means where something goes beside it and the sentence spoke of a thing before: "put the clock top right
// and the todo below it" means the clock, and "make the todo as wide as the form and put it below it" the form.
func (c *clause) besideIt(r *ref, relation string) ([]act.Target, bool) {
	if at := c.p.s.Point; c.before == nil && at != nil && at.Given && c.p.s.Last != nil && *c.p.s.Last != at.Target && r.head == "pron" && !r.plural && c.shows(r) {
		return []act.Target{*c.p.s.Last}, true // "and this next to it"
	}
	at := c.p.s.Point
	that := r.bare() && r.from < len(c.toks) && c.toks[r.from].text == "that" && (at == nil || !at.Given)
	if c.before == nil || r.head != "pron" && !that || r.plural || len(c.before.targets) != 1 {
		return nil, false
	}
	n := len(c.p.acts)
	if c.namesOther(r) {
		if n > 0 && relation != "" && c.p.acts[n-1].Args.Relation == across[relation] { // "the clock under the timer and the form above it"
			return []act.Target{{Cell: c.p.acts[n-1].Args.LikeCell, Node: c.p.acts[n-1].Args.LikeNode}}, true
		}
		return c.before.targets, true
	}
	if n == 0 {
		return nil, false
	}
	like := act.Target{Cell: c.p.acts[n-1].Args.LikeCell, Node: c.p.acts[n-1].Args.LikeNode}
	return []act.Target{like}, like.Cell != "" && like != c.before.targets[0]
}

// namesOther reports whether the clause names a thing besides one of its references.
func (c *clause) namesOther(but *ref) bool {
	for _, r := range c.refs {
		if r != but && !r.own && !r.bare() {
			return true
		}
	}
	return false
}

// shows reports whether the clause speaks of what is pointed at, besides one of its references.
func (c *clause) shows(but *ref) bool {
	for _, r := range c.refs {
		if r != but && !r.own && (r.head == "this" || r.head == "thiscell") {
			return true
		}
	}
	return false
}

// placesOther reports whether the sentence says where another thing shall stand than that which changed last: "this above it",
// said over it.
func (p *parser) placesOther() bool {
	at := p.s.Point
	return at != nil && at.Given && at.Cell != "" && len(p.toks) > 1 && p.toks[0].is("det", "this") && some(p.toks, "rel") && !has(p.lastTargets(), at.Target)
}

// movesAnotherCell reports whether what is moved is a whole cell, and not the one that holds what r is.
func (c *clause) movesAnotherCell(r *ref, holder string) bool {
	for _, o := range c.refs {
		if o == r || !o.cell() {
			continue
		}
		if of, ok := c.p.tried(o); ok && len(of) == 1 && of[0].Node == "" && of[0].Cell != holder {
			return true
		}
	}
	return false
}
