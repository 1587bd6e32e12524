package reflex

import "cellshell/evolve/act"

// heaps takes "that stack", "the row" after several cells were laid out for all of them.
func (p *parser) heaps() {
	for _, t := range p.toks {
		if set := p.lastTargets(); t.is("heap") && len(set) > 1 && len(wholes(set)) == len(set) && !parts(set, wholes(set)) {
			t.senses = append(t.senses, sense{class: "pron", value: "them", lang: "en"})
		}
	}
}

// asBlock reads "centre that stack vertically" and "move all three to the bottom as a group": several cells go as one, and stand
// to one another as they did.
func (c *clause) asBlock() bool {
	heap := some(c.toks, "heap") // it is all of them already: see heaps
	if !heap && c.one("asone") == nil || c.hasAny("color", "dim", "rel", "lane", "dir") || c.hasVerb() && c.verb("move", "center", "align") == nil {
		return false
	}
	a := act.Act{Intent: act.Arrange, Args: act.Args{Layout: "block"}}
	at, along := c.one("place"), c.one("layout", "row", "column")
	switch {
	case at != nil && !at.is("place", "corner", "elsewhere"):
		a.Args.Anchor = at.value("place")
	case c.verb("center") != nil:
		a.Args.Anchor = "center"
	default:
		return false
	}
	if along != nil && a.Args.Anchor == "center" {
		a.Args.Axis = axisAlong[along.value("layout")]
	}
	set := c.p.lastTargets()
	if !heap && c.named() {
		got, ok := c.subject()
		if !ok {
			return true
		}
		set = got
	}
	if set = wholes(set); len(set) < 2 || parts(c.p.lastTargets(), set) && !c.named() {
		return false
	}
	c.takeAll()
	c.addTo(a, cells, set...)
	return true
}
