package reflex

import "cellshell/evolve/act"

// tooltip gives a thing what is shown of it while the pointer rests on it, or takes that away.
func (c *clause) tooltip() bool {
	t := c.one("tip")
	if t == nil || t.is("tip", "hover") || c.undoes() {
		return false
	}
	a := act.Act{Intent: act.Tooltip}
	for _, o := range c.toks {
		switch {
		case o.used:
		case o.is("verb", "remove", "hide", "clear"):
			o.used, a.Args.On = true, ptr(false)
		case o.is("tip"), o.is("verb", "add", "make", "give", "use", "want", "move", "show", "say", "rename"), o.is("part", "label", "text"), o.is("aux"), o.is("be"):
			o.used = true
		case listed("tipverb", o.text) != "":
			o.used = true
		case o.is("neg"), o.is("turn", "off"):
			o.used, a.Args.On = true, ptr(false)
		case o.kind == quoted && a.Args.Text == "":
			o.used, a.Args.Text = true, o.text
		}
	}
	switch {
	case listed("tipnothing", fold(a.Args.Text)) != "": // "show nothing when I hover over save"
		a.Args.Text, a.Args.On = "", ptr(false)
	case a.Args.Text != "":
		a.Args.On = nil
	}
	c.ownTip(t)
	if a.Args.Text == "" && a.Args.On == nil {
		set, ok := c.subject()
		if !ok {
			return true
		}
		c.takeAll()
		c.p.ask = &Question{Text: "What shall the tooltip of " + c.p.them(set) + " say? Say it as: the tooltip says “…”."}
		return true
	}
	c.add(a, anything)
	return true
}

// ownTip gives the reference that the word for a tooltip hides, "its tooltip", to the clause.
func (c *clause) ownTip(t *token) {
	for _, r := range c.refs {
		if r.from <= c.at(t) && c.at(t) < r.to {
			r.own = true
		}
	}
}
