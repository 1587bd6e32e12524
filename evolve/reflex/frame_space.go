package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// spacing reads padding and gaps.
func (c *clause) spacing() {
	t := c.one("part", "padding", "gap")
	if t == nil {
		return
	}
	a := act.Act{Intent: act.Spacing, Args: act.Args{Part: t.value("part")}}
	t.used = true
	for _, o := range c.toks {
		if o.is("verb", "add", "move") {
			o.used = true
		}
	}
	if neg := c.take("neg"); neg != nil {
		a.Args.On = ptr(false)
		c.add(a, anything)
		return
	}
	inc := c.take("inc")
	if tight := c.one("tight"); tight != nil && inc == nil && t.is("part", "padding") {
		tight.senses = []sense{{class: "inc", value: tight.value("tight")}}
		tight.used = true
		inc = tight
	}
	dim := c.take("dim")
	if px := c.pixels(true); px > 0 && px <= 400 {
		a.Args.Pixels = px
		if inc != nil {
			a.Args.Pixels = 0
			inc.used = false
			t.used = false
			return
		}
		c.add(a, anything)
		return
	}
	switch {
	case inc != nil:
		a.Args.Factor = c.factor(inc)
	case dim != nil:
		a.Args.Factor = c.factor(dim)
	default:
		if f := c.share(); f > 0 {
			a.Args.Factor = within(f)
		} else if c.verb("add", "give", "move") != nil {
			a.Args.Factor = within(c.growth())
		} else {
			t.used = false
			return
		}
	}
	if a.Args.Part == "gap" && c.inRow(a) {
		return
	}
	if a.Args.Part == "gap" && (len(c.p.s.Selection) > 1 && len(c.refs) == 0 || c.allRefs() && len(c.refs) > 0 || c.pluralRef()) {
		a = act.Act{Intent: act.Arrange, Args: act.Args{Factor: a.Args.Factor}}
		if c.allRefs() && len(c.refs) > 0 {
			c.ownAll()
			c.add(a, desktop)
			return
		}
		c.add(a, cells)
		return
	}
	c.add(a, anything)
}

func (c *clause) pluralRef() bool {
	for _, r := range c.refs {
		if r.plural || r.joined {
			return true
		}
	}
	return false
}

// inRow puts the gap between parts of one cell into what holds them: "less space between the buttons of the counter".
func (c *clause) inRow(a act.Act) bool {
	if len(c.refs) != 1 || c.refs[0].head != "kind" && c.refs[0].head != "label" || c.refs[0].value == "any" {
		return false
	}
	set, ok := c.p.resolve(c.refs[0])
	if !ok || len(set) == 0 {
		return !ok
	}
	parent := ""
	for i, t := range set {
		at := strings.LastIndexByte(t.Node, '/')
		if at < 0 || t.Cell != set[0].Cell || i > 0 && t.Node[:at] != parent {
			return false
		}
		parent = t.Node[:at]
	}
	c.ownAll()
	c.drafts = append(c.drafts, draft{Act: a, scope: anything, fixed: []act.Target{{Cell: set[0].Cell, Node: parent}}})
	return true
}
