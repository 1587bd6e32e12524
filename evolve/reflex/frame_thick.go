package reflex

import (
	"math"

	"cellshell/evolve/act"
)

// thickness reads "less thick" and "a bit thicker" where a border was drawn last, or of a bar, which is nothing but thick.
func (c *clause) thickness() {
	if c.before == nil && len(c.drafts) == 0 && c.bareRefs() && c.borderLast() && c.only("num", "unit") {
		if px := c.pixels(false); px > 0 && px <= 40 { // "one pixel"
			for _, a := range c.p.s.LastActs {
				a.Args.Pixels, a.Args.Factor = px, 0
				c.addTo(a, anything, a.Target)
			}
			c.ownAll()
		}
		return
	}
	t := c.one("thick")
	if t == nil {
		t = c.one("dim", "narrower", "wider")
	}
	if t == nil || len(c.drafts) > 0 || c.one("part") != nil {
		return
	}
	up := t.is("thick") && atof(t.value("thick")) > 2 || t.is("dim", "wider")
	if inc := c.one("inc", "less", "more"); inc != nil && t.is("thick") {
		if inc.used = true; inc.is("inc", "less") {
			up = !up
		}
	}
	if too := t0(c.toks, c.at(t)-1); too != nil && too.is("also") && t.is("thick") {
		too.used, up = true, !up // "it is too thick"
	}
	if t.is("thick") && c.lineKind() {
		t.used = true
		f := within(c.growth())
		if !up {
			f = round(1 / f)
		}
		for _, r := range c.refs {
			r.indef = false
		}
		c.add(act.Act{Intent: act.Resize, Args: act.Args{Factor: f, Axis: "height"}}, anything)
		return
	}
	if t.is("thick") && c.bar() {
		t.used = true
		f := within(c.growth())
		if !up {
			f = round(1 / f)
		}
		c.add(act.Act{Intent: act.Resize, Args: act.Args{Factor: f}}, cells)
		return
	}
	if c.before != nil || !c.bareRefs() || !c.borderLast() || !c.only("thick", "dim", "deg", "even") {
		return
	}
	t.used = true
	deg := c.degree()
	little := deg > 0 && deg < 1.5
	for _, a := range c.p.s.LastActs {
		px := a.Args.Pixels
		if px == 0 {
			px = 2
		}
		switch {
		case little && up:
			px++
		case little:
			px--
		case up:
			px *= 2
		default:
			px = math.Ceil(px / 2)
		}
		a.Args.Pixels = math.Max(1, math.Min(40, px))
		c.addTo(a, anything, a.Target)
	}
	c.drop("even")
	c.ownAll()
}

// lineKind reports whether the clause is about something that is drawn as a line: a progress bar, a slider.
func (c *clause) lineKind() bool {
	return len(c.refs) == 1 && c.refs[0].head == "kind" && (c.refs[0].value == "progress" || c.refs[0].value == "slider")
}

// borderLast reports whether drawing a border is all that was done last.
func (c *clause) borderLast() bool {
	for _, a := range c.p.s.LastActs {
		if a.Intent != act.Border || a.Args.On != nil || a.Target.Cell == "" {
			return false
		}
	}
	return len(c.p.s.LastActs) > 0
}

// bar reports whether the clause is about one panel.
func (c *clause) bar() bool {
	for _, r := range c.refs {
		for _, t := range c.living(r) {
			if cell := c.p.s.cell(t.Cell); r.cell() && len(c.refs) == 1 && cell != nil && cell.Kind == "panel" {
				return true
			}
		}
	}
	return false
}
