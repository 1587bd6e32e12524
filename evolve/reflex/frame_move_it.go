package reflex

import "cellshell/evolve/act"

// besideIt is what "it" means where something goes beside it and the sentence spoke of a thing before: "put the clock top right
// and the todo below it" means the clock, and "make the todo as wide as the form and put it below it" the form.
func (c *clause) besideIt(r *ref) ([]act.Target, bool) {
	if c.before == nil || r.head != "pron" || r.plural || len(c.before.targets) != 1 {
		return nil, false
	}
	if c.namesOther(r) {
		return c.before.targets, true
	}
	n := len(c.p.acts)
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
