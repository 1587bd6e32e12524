package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// too reads what shall be like what the same sentence did just before: "make the notes green, and the counter too".
func (c *clause) too() bool {
	i := slices.IndexFunc(c.toks, saysAlso)
	if i < 0 || c.before == nil || len(c.before.targets) == 0 || c.before.spawned {
		return false
	}
	for _, t := range c.toks {
		if !t.used && t.content() && !saysAlso(t) {
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
	if len(again) == 0 || len(c.refs) == 0 {
		return false
	}
	targets, ok := c.subject()
	if !ok || len(targets) == 0 {
		return false
	}
	c.toks[i].used = true
	for _, a := range again {
		c.addTo(a, anything, targets...)
	}
	return true
}

// saysAlso reports whether a token says that the same goes for what stands beside it.
func saysAlso(t *token) bool { return t.is("also") || t.text == "also" }
