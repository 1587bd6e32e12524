package reflex

import (
	"math"

	"cellshell/evolve/act"
)

// shapes reads corners and circles.
func (c *clause) shapes() {
	if t := c.take("complaint", "round", "sharp"); t != nil {
		c.take("part", "corners")
		c.add(act.Act{Intent: act.Shape, Args: act.Args{
			Radius: ptr(map[string]float64{"round": 4, "sharp": 12}[t.value("complaint")]), Than: map[string]string{"round": "sharper", "sharp": "rounder"}[t.value("complaint")],
		}}, anything)
		return
	}
	corners := c.one("part", "corners")
	if how := c.one("corner"); how != nil && corners != nil {
		how.used, corners.used = true, true
		c.take("inc")
		c.degree()
		c.add(act.Act{Intent: act.Shape, Args: act.Args{
			Radius: ptr(map[string]float64{"less": 4, "more": 20}[how.value("corner")]), Than: map[string]string{"less": "sharper", "more": "rounder"}[how.value("corner")],
		}}, anything)
		return
	}
	t := c.one("shape")
	if t == nil && corners == nil {
		return
	}
	a := act.Act{Intent: act.Shape}
	neg := c.one("neg") != nil || c.verb("remove") != nil || c.one("turn", "off") != nil
	switch {
	case t == nil:
		px := c.pixels(true)
		if px == 0 && !neg {
			return
		}
		a.Args.Radius = ptr(math.Min(999, px))
	case t.is("shape", "circle"):
		a.Args.Circle = true
	case t.is("shape", "pill"):
		a.Args.Radius = ptr(999.0)
	case t.is("shape", "square") && neg: // "take the sharp edges off"
		a.Args.Radius, a.Args.Than = ptr(12.0), "rounder"
	case t.is("shape", "square"), t.is("shape", "round") && neg:
		a.Args.Radius = ptr(0.0)
	default:
		r := 12.0
		a.Args.Than = "rounder"
		if c.one("deg", "full") != nil {
			r = 999
		}
		switch deg := c.degree(); {
		case deg >= 2:
			r = 24
		case deg > 0:
			r = 6
		}
		if inc := c.take("inc"); inc != nil && inc.is("inc", "less") {
			r, a.Args.Than = 4, "sharper"
		}
		if px := c.pixels(true); px > 0 {
			r, a.Args.Than = px, ""
		}
		a.Args.Radius = ptr(math.Min(999, r))
	}
	if t != nil {
		t.used = true
	}
	if corners != nil {
		corners.used = true
	}
	if neg {
		c.drop("neg", "turn")
		for _, o := range c.toks {
			if o.is("verb", "remove") {
				o.used = true
			}
		}
	}
	c.drop("inc")
	for _, o := range c.toks {
		if o.is("verb", "add") || o.is("unit", "px") {
			o.used = true
		}
	}
	c.add(a, anything)
}
