package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// too reads what shall be like what the same sentence did just before: "make the notes green, and the counter too", "…, reset as
// well".
func (c *clause) too() bool {
	i := slices.IndexFunc(c.toks, saysAlso)
	if i < 0 || c.before == nil || len(c.before.targets) == 0 || c.before.spawned {
		return false
	}
	var label *token
	for i, t := range c.toks {
		switch {
		case t.used || !t.content() || saysAlso(t):
		case label == nil && c.p.labelled(t) && len(c.refs) == 0 && (i == 0 || c.toks[i-1].isAny("det", "conj")):
			label = t // "the reset", that else is what to do
		default:
			return false
		}
	}
	var again []act.Act
	for _, a := range c.p.acts {
		if a.Target == c.before.targets[0] {
			a.Target = act.Target{}
			again = append(again, a)
		}
	}
	if len(again) == 0 {
		return false
	}
	var targets []act.Target
	if label != nil {
		targets = c.p.labelled1(label)
	} else if len(c.refs) > 0 {
		targets, _ = c.subject()
	}
	if len(targets) == 0 || label != nil && len(targets) > 1 {
		return false
	}
	if label != nil {
		label.used = true
	}
	c.toks[i].used = true
	for _, a := range again {
		c.addTo(a, anything, targets...)
	}
	return true
}

// saysAlso reports whether a token says that the same goes for what stands beside it.
func saysAlso(t *token) bool { return t.is("also") || t.text == "also" }
