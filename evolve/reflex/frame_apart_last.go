package reflex

import "cellshell/evolve/act"

// apartLast reads "and further apart" and "a bit closer together", where nothing is named, of what was spoken of last: several
// keys, cells that were laid out, or the gap that was changed.
func (c *clause) apartLast(t *token) bool {
	at := c.p.s.Point
	pointed := at != nil && at.Given && at.Cell != ""
	if c.before != nil || len(c.p.s.Selection) > 0 || c.p.elsewhere() || len(c.refs) > 1 || len(c.refs) == 1 && (c.refs[0].head != "pron" || !c.refs[0].plural || c.refs[0].both) {
		return false
	}
	last := c.p.s.LastActs
	if pointed && (len(last) == 0 || at.Cell != last[0].Target.Cell) {
		return false
	}
	if f := c.gapAgain(last); f != nil {
		t.used = true
		c.ownAll()
		for _, o := range c.toks {
			o.used = o.used || o.is("verb", "move", "spread", "make", "nudge") || o.is("inc") || o.is("deg") && o.text == "far"
		}
		by := within(c.growth())
		if t.is("apart", "less") {
			by = within(1 / by)
		}
		for _, of := range f {
			c.addTo(act.Act{Intent: act.Spacing, Args: act.Args{Part: "gap", Factor: by}}, anything, of)
		}
		return true
	}
	if len(c.refs) == 0 && len(meant(last)) > 1 {
		c.refs = append(c.refs, &ref{head: "pron", plural: true})
	}
	return false
}

// gapAgain are what acts changed the gap of, nil where they did anything else.
func (c *clause) gapAgain(acts []act.Act) []act.Target {
	var out []act.Target
	for _, a := range acts {
		if a.Intent != act.Spacing || a.Args.Part != "gap" {
			return nil
		}
		out = append(out, a.Target)
	}
	return out
}

// spacedOut are the buttons whose gap was changed last: "them" means those, not what holds them.
func (p *parser) spacedOut() []act.Target {
	var out []act.Target
	for _, a := range p.s.LastActs {
		if a.Intent != act.Spacing || a.Args.Part != "gap" || a.Target.Node == "" {
			return nil
		}
		out = append(out, keep(p.pushables(a.Target.Cell), func(t act.Target) bool { return holder(t.Node) == a.Target.Node })...)
	}
	return out
}
