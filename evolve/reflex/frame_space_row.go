package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// inRow puts the gap between parts of one cell into what holds them: "less space between the buttons of the counter",
// "more room between the two of them" after one of two buttons.
func (c *clause) inRow(a act.Act) bool {
	if len(c.refs) == 0 {
		return false
	}
	set, ok := c.parts()
	if !ok || len(set) == 0 {
		return c.p.ask != nil || c.p.open != nil
	}
	rows := c.p.rowsOf(set)
	if len(rows) == 0 {
		return false
	}
	c.ownAll()
	c.addTo(a, anything, rows...)
	return true
}

// rowsOf are what holds some parts side by side: "the buttons" are those of each row that has several. One part alone stands
// for itself and what is beside it.
func (p *parser) rowsOf(set []act.Target) []act.Target {
	if len(set) == 0 {
		return nil
	}
	if of, ok := p.holds(set); ok {
		return []act.Target{of}
	}
	var out []act.Target
	for _, t := range set {
		of := act.Target{Cell: t.Cell, Node: holder(t.Node)}
		if of.Node == "" || has(out, of) {
			continue
		}
		if n := len(keep(set, func(o act.Target) bool { return o.Cell == t.Cell && holder(o.Node) == of.Node })); n > 1 {
			out = append(out, of)
		}
	}
	return out
}

// parts are the parts of cells that the references mean; none when they mean cells.
func (c *clause) parts() ([]act.Target, bool) {
	var out []act.Target
	for _, r := range c.refs {
		if r.head == "all" || r.cell() || r.head == "cellkind" || r.head == "thiscell" || r.head == "kind" && r.value == "any" && !r.both && r.count != 2 {
			return nil, true
		}
		set, ok := c.targetsOf(r)
		if !ok {
			return nil, false
		}
		for _, t := range set {
			if t.Node == "" {
				return nil, true
			}
			if !has(out, t) {
				out = append(out, t)
			}
		}
	}
	return out, true
}

// holds is what holds some parts of one cell side by side. One part alone stands for itself and what is beside it.
func (p *parser) holds(set []act.Target) (act.Target, bool) {
	of := act.Target{Cell: set[0].Cell, Node: holder(set[0].Node)}
	if of.Node == "" || p.s.cell(of.Cell) == nil {
		return act.Target{}, false
	}
	in := func(t act.Target) bool { return t.Cell == of.Cell && holder(t.Node) == of.Node }
	if len(keep(set, in)) < len(set) {
		return act.Target{}, false
	}
	beside := 0
	for _, n := range p.s.cell(of.Cell).Nodes {
		if in(act.Target{Cell: of.Cell, Node: n.ID}) {
			beside++
		}
	}
	return of, beside > 1 || len(set) > 1
}

// apart reads "spread the buttons apart" and "move the buttons closer together" of parts of one cell.
func (c *clause) apart() bool {
	t := c.one("apart")
	if t == nil || c.hasAny("color", "dim", "place", "as") {
		return false
	}
	if c.apartLast(t) {
		return true
	}
	if c.unnamed() && c.pluralRef() && len(c.p.s.Selection) == 0 && !slices.ContainsFunc(c.p.s.LastActs, func(a act.Act) bool { return a.Target.Node != "" }) {
		return c.cellsApart(t)
	}
	if picked := c.p.s.Selection; len(c.refs) == 0 && len(picked) > 1 && len(wholes(picked)) == len(picked) {
		return c.cellsApart(t)
	}
	set, ok := c.parts()
	if ok && len(set) == 0 && len(c.refs) > 0 && (c.pluralRef() || c.allRefs()) {
		return c.cellsApart(t)
	}
	if !ok || len(set) == 0 {
		return false
	}
	rows := c.p.rowsOf(set)
	if len(rows) == 0 {
		return false
	}
	t.used = true
	for _, o := range c.toks {
		if o.is("verb", "move", "spread", "make") || o.is("inc") || o.is("deg") && o.text == "far" {
			o.used = true
		}
	}
	f := c.growth()
	if t.is("apart", "less") {
		f = 1 / f
	}
	a := act.Act{Intent: act.Spacing, Args: act.Args{Part: "gap", Factor: within(f)}}
	if px := c.pixels(false); px > 0 && t.text == "apart" && c.one("inc") == nil {
		a.Args.Factor, a.Args.Pixels = 0, px // so far, and not so much further
	} else if px > 0 {
		a.Args.Factor, a.Args.Value = 0, map[string]float64{"more": px, "less": -px}[t.value("apart")]
	}
	c.ownAll()
	c.addTo(a, anything, rows...)
	return true
}

// cellsApart reads "move the clock and the form 20 px apart" and "closer together" of whole cells.
func (c *clause) cellsApart(t *token) bool {
	t.used = true
	for _, o := range c.toks {
		if o.is("verb", "move", "spread", "make", "nudge") || o.is("inc") || o.is("deg") && o.text == "far" || listed("stays", o.text) != "" {
			o.used = true
		}
	}
	a := act.Act{Intent: act.Arrange}
	if px := c.pixels(true); px > 0 && t.is("apart", "more") {
		a.Args.Pixels = px
	} else if a.Args.Factor = within(c.growth()); t.is("apart", "less") {
		a.Args.Factor = within(1 / a.Args.Factor)
	}
	c.arrangeThese(a)
	return true
}
