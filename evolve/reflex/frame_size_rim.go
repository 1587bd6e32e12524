package reflex

import "cellshell/evolve/act"

// rimmed reads "leave a margin of forty pixels all around the screen": something fills the desktop but for so much on every side.
func (c *clause) rimmed() bool {
	t := c.one("rim")
	if t == nil || c.pixelsAhead() == 0 || c.hasAny("color", "border", "rel") || c.one("part", "border") != nil {
		return false
	}
	t.used = true
	px := c.pixels(true)
	c.drop("part", "desk", "dim", "brink")
	for _, o := range c.toks {
		o.used = o.used || o.is("verb", "fill", "make", "move", "give", "want") || o.is("deg") || listed("stays", o.text) != ""
	}
	c.add(act.Act{Intent: act.Resize, Args: act.Args{Part: "fill", Value: px}}, cells)
	return true
}
