package reflex

import (
	"cellshell/evolve/act"
)

// returned reads "bring the calculator back" where there is none: what removed it is taken back, or it is added anew.
func (c *clause) returned() bool {
	if len(c.refs) != 1 || !c.only("verb", "even", "repeat", "undo") {
		return false
	}
	back, open := false, c.verb("show", "add") != nil
	for _, t := range c.toks {
		back = back || t.is("back") || t.is("verb", "restore") && !t.is("reset") || open && t.text == "again"
	}
	r := c.refs[0]
	if !back || r.indef || r.head != "gene" || len(c.living(r)) > 0 || c.p.gene(r.value) == nil {
		return false
	}
	for _, t := range c.toks {
		t.used = true
	}
	r.own = true
	if gone := c.p.s.Gone; gone != nil && gone(r.value) > 0 {
		c.add(act.Act{Intent: act.Undo, Args: act.Args{Number: gone(r.value)}}, desktop)
		return true
	}
	c.add(act.Act{Intent: act.Spawn, Args: act.Args{Gene: r.value}}, desktop)
	c.spawned = true
	return true
}
