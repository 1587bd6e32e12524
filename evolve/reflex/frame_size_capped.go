package reflex

// capped reads "200 wide at most": what is no larger stays as it is.
func (c *clause) capped() bool {
	t := c.one("capped")
	px := c.pixelsAhead()
	if t == nil || px <= 0 {
		return false
	}
	axis := ""
	for _, o := range c.toks {
		if o.is("prop") || o.is("dim") {
			axis = axisOf(o)
		}
	}
	set, ok := c.subject()
	if !ok || axis == "" || len(set) != 1 {
		return !ok
	}
	t.used = true
	if is := c.p.extent(set[0], axis); is <= px {
		c.takeAll()
		c.p.ask = &Question{Text: "The " + axis + " of " + c.p.s.name(set[0]) + " is no more than that: " + itoa(int(is+0.5)) + " pixels."}
		return true
	}
	return false
}
