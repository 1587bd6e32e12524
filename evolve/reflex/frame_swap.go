package reflex

import "cellshell/evolve/act"

// swapping exchanges the places of two things.
func (c *clause) swapping() bool {
	if c.swapsBack() {
		return true
	}
	v := c.verb("swap")
	if v == nil {
		if sw := c.verb("make"); sw == nil || sw.text != "switch" || len(c.refs) != 2 || c.hasAny(proper...) {
			return false
		}
	}
	if v != nil {
		v.used = true
	}
	c.drop("place", "with", "between")
	var set []act.Target
	for _, r := range c.refs {
		if r.head == "pron" && r.plural && len(c.refs) == 1 {
			r.both = true // "swap them"
		}
		got, ok := c.targetsOf(r)
		if !ok {
			return true
		}
		set = append(set, got...)
		r.own = true
	}
	if len(c.refs) == 1 && len(set) == 1 || len(set) == 0 {
		if len(set) == 0 && len(c.p.s.Selection) == 2 {
			set = c.p.s.Selection
		} else if here, ok := c.p.implicit(); ok && len(here) == 1 && len(set) == 1 {
			set = append(here, set...)
		}
	}
	if len(set) == 2 && set[0].Cell == set[1].Cell && set[0].Node != "" && set[1].Node != "" && set[0] != set[1] {
		a := act.Act{Intent: act.Swap, Args: act.Args{LikeCell: set[1].Cell, LikeNode: set[1].Node}}
		c.addTo(a, anything, set[:1]...)
		return true
	}
	if len(set) != 2 || set[0].Cell == set[1].Cell {
		c.p.ask = &Question{Text: "Swap which two?"}
		return true
	}
	c.addTo(act.Act{Intent: act.Swap, Args: act.Args{LikeCell: set[1].Cell}}, cells, set[:1]...)
	return true
}
