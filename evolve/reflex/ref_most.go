package reflex

import "cellshell/evolve/act"

// mostOf is the widest, the tallest, the smallest of some things; several where they are equal in that.
func (p *parser) mostOf(among []act.Target, t *token) []act.Target {
	axis, sign := t.value("most"), 1.0
	if t.is("least") {
		axis, sign = t.value("least"), -1
	}
	if axis == "size" {
		axis = ""
	}
	var out []act.Target
	for _, one := range among {
		switch far := sign * p.extent(one, axis); {
		case len(out) == 0 || far > sign*p.extent(out[0], axis)+0.5:
			out = []act.Target{one}
		case far >= sign*p.extent(out[0], axis)-0.5:
			out = append(out, one)
		}
	}
	return out
}

// asMost reads "make all three as wide as the widest": the one of those that are named which is it, and the others like it.
func (c *clause) asMost(r *ref, a act.Act) bool {
	if r.most == nil {
		return false
	}
	r.own = true
	set, ok := c.subject()
	if !ok || len(set) < 2 {
		r.own = false
		return !ok
	}
	if r.value != "any" && r.head != "cellkind" { // "as wide as the widest button": that of those
		if of, ok := c.p.resolve(r); ok {
			set = append(of, set...)
		}
	}
	like := c.p.mostOf(set, r.most)[0]
	c.ownAll()
	a.Args.LikeCell, a.Args.LikeNode = like.Cell, like.Node
	for _, one := range set {
		if one != like {
			c.addTo(a, anything, one)
		}
	}
	return true
}
