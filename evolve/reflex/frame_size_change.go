package reflex

import (
	"cellshell/evolve/act"
)

// signed reads a change without a word for it: "everything -10%", "+5px".
func (c *clause) signed() bool {
	if c.one("dim") != nil || len(c.drafts) > 0 || c.hasAny("opaque", "part") {
		return false
	}
	sign := c.one("minus")
	if sign == nil {
		sign = c.one("plus")
	}
	if sign == nil {
		return c.addedTo()
	}
	n, unit := t0(c.toks, c.at(sign)+1), t0(c.toks, c.at(sign)+2)
	if n == nil || n.kind != number || unit == nil || n.num <= 0 {
		return false
	}
	a := act.Act{Intent: act.Resize}
	by := n.num
	if sign.is("minus") {
		by = -by
	}
	if prop := c.take("prop"); prop != nil {
		a.Args.Axis = axisOf(prop)
	}
	switch {
	case unit.is("unit", "percent") && by > -100:
		a.Args.Factor = within(1 + by/100)
	case unit.is("unit", "px") && n.num <= 400:
		a.Args.Pixels = by
	default:
		return false
	}
	sign.used, n.used, unit.used = true, true, true
	c.add(a, anything)
	return true
}

// longer asks along which side.
func (c *clause) longer() bool {
	t := c.one("dim", "longer")
	if t == nil || t.is("dim", "bigger") {
		return false
	}
	t.used = true
	c.take("inc")
	f := within(c.growth())
	if side := c.sideSaid(); side != "" {
		c.add(act.Act{Intent: act.Resize, Args: act.Args{Factor: f, Axis: side}}, anything)
		return true
	}
	c.p.ask = &Question{Text: "Longer which way?"}
	if set, ok := c.subject(); ok && len(set) == 1 {
		c.p.ask.Choices = []Choice{
			{Label: "Wider", Acts: []act.Act{{Intent: act.Resize, Target: set[0], Args: act.Args{Factor: f, Axis: "width"}}}},
			{Label: "Taller", Acts: []act.Act{{Intent: act.Resize, Target: set[0], Args: act.Args{Factor: f, Axis: "height"}}}},
		}
	}
	return true
}

// growth is how much bigger a word without an amount means.
func (c *clause) growth() float64 {
	if f := c.amount(true); f > 0 {
		return f
	}
	if f := c.degree(); f > 0 {
		return f
	}
	return 1.5
}

// unitless asks what the number in "scale it down to 90" counts.
func (c *clause) unitless() {
	for i, t := range c.toks {
		prev, next := t0(c.toks, i-1), t0(c.toks, i+1)
		if t.used || !t.counts() || prev == nil || !prev.is("prep", "to") || next != nil && next.is("unit") {
			continue
		}
		t.used = true
		c.p.ask = &Question{Text: "To " + ftoa(t.num) + " percent of its size, or to so many pixels? Say it with the unit."}
		return
	}
}

// addedTo reads "add 50 to the width" and "take 20 off the height".
func (c *clause) addedTo() bool {
	prop := c.one("prop", "width", "height")
	v := c.verb("add", "remove")
	if prop == nil || v == nil {
		return false
	}
	px := c.pixels(true)
	if px <= 0 || px > 400 {
		return false
	}
	if v.is("verb", "remove") {
		px = -px
	}
	prop.used, v.used = true, true
	c.add(act.Act{Intent: act.Resize, Args: act.Args{Pixels: px, Axis: axisOf(prop)}}, anything)
	return true
}

// sideSaid takes the word for the side along which something shall grow: "stretch it sideways".
func (c *clause) sideSaid() string {
	if prop := c.take("prop", "width", "height"); prop != nil {
		return axisOf(prop)
	}
	if row := c.take("layout", "row", "column"); row != nil {
		return axisAlong[row.value("layout")]
	}
	return ""
}
