package reflex

import (
	"cellshell/evolve/act"
)

// shadows reads "a drop shadow under the notes", "no shadow", "a softer shadow".
func (c *clause) shadows() {
	t := c.one("part", "shadow")
	if t == nil {
		c.shadowOn()
		return
	}
	if color := t0(c.toks, c.at(t)-1); color != nil && color.is("color") && !color.used && listed("shadowy", color.text) == "" {
		c.takeAll()
		c.p.ask = &Question{Text: "A shadow has no colour of its own here. A plain one, or a border in that colour?"}
		return
	}
	t.used = true
	a := act.Act{Intent: act.Shadow}
	if c.one("neg") != nil || c.one("turn", "off") != nil || c.verb("remove", "hide") != nil {
		a.Args.On = ptr(false)
		c.drop("neg", "turn")
	} else {
		c.depth(&a.Args)
	}
	for _, o := range c.toks {
		if o.is("verb", "add", "show", "move", "remove", "hide") || o.text == "draw" || listed("takesoff", o.text) != "" || o.is("rel", "below") || o.is("raise") {
			o.used = true
		}
	}
	c.add(a, anything)
}

// depth takes the words that say how deep a shadow is.
func (c *clause) depth(g *act.Args) bool {
	some := false
	for _, o := range c.toks {
		if o.used {
			continue
		}
		switch v := listed("depth", o.text); v {
		case "":
			continue
		case "more":
			g.Factor = 1.5
		case "less":
			g.Factor = 0.5
		default:
			g.Value = atof(v)
		}
		o.used, some = true, true
	}
	if g.Factor != 0 {
		c.degree()
		g.Value = 0
	}
	return some
}

// shadowOn reads what goes on about the shadow of the clause before: "a drop shadow under the notes, soft".
func (c *clause) shadowOn() {
	if c.before == nil {
		c.shadowLast()
		return
	}
	n := len(c.p.acts)
	if n == 0 || c.p.acts[n-1].Intent != act.Shadow || len(c.refs) > 0 || c.hasVerb() || c.one("part") != nil {
		return
	}
	if g := &c.p.acts[n-1].Args; g.On == nil && c.depth(g) {
		c.ofBefore()
	}
}
