package reflex

import "cellshell/evolve/act"

// likeItsOther reads "half as tall as it is wide": a thing is compared with itself, along the other side.
func (c *clause) likeItsOther(as *token, r *ref, axis string, factor float64) bool {
	be, dim := t0(c.toks, r.to), t0(c.toks, r.to+1)
	if !r.bare() || be == nil || !be.is("be") || dim == nil || !dim.isAny("dim", "prop") || axis == "" {
		return false
	}
	r.own = true
	set, ok := c.subject()
	if !ok {
		return true
	}
	if factor == 0 {
		factor = 1
	}
	as.used, be.used, dim.used = true, true, true
	c.ownAll()
	for _, t := range set {
		b, a := c.p.boxOf(t), act.Act{Intent: act.Resize}
		if axis == "height" {
			a.Args.Height = round(b.w * factor)
		} else {
			a.Args.Width = round(b.h * factor)
		}
		c.addTo(a, anything, t)
	}
	return true
}
