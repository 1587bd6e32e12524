package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// spans reads "stretch it across the full width" and "from top to bottom": one side of it becomes that of the desktop.
func (c *clause) spans() bool {
	t := c.one("across")
	if t == nil || len(c.drafts) > 0 {
		return false
	}
	t.used = true
	c.drop("desk", "dim", "place", "deg", "prop")
	for _, o := range c.toks {
		if o.is("verb", "fill", "move", "restore", "add") {
			o.used = true
		}
	}
	c.add(act.Act{Intent: act.Resize, Args: act.Args{Part: "fill", Axis: t.value("across")}}, movable)
	return true
}

// finishSpan asks for a part of a cell how wide it shall be: it has only the room in it.
func (p *parser) finishSpan(a *act.Act) bool {
	if a.Args.Part != "fill" || a.Args.Axis == "" || !strings.Contains(a.Target.Node, "/") {
		return true
	}
	p.ask = &Question{Text: p.s.name(a.Target) + " has the room inside " + p.s.name(act.Target{Cell: a.Target.Cell}) + " only. How many pixels?"}
	return false
}
