package reflex

// tooThin reports whether a clause only finds letters too thin or too heavy, and the next one says how heavy they shall be: "too thin,
// regular weight". Nothing gets bigger for it.
func (c *clause) tooThin(next []*token) bool {
	weight := some(next, "part", "weight") || some(next, "font", "bold", "normal", "500", "600", "300", "800")
	if !weight || len(c.refs) > 0 && !c.bareRefs() {
		return false
	}
	said := false
	for _, t := range c.toks {
		switch {
		case listed("tooheavy", t.text) != "":
			said = true
		case t.used || !t.content() || t.isAny("be", "pron", "even", "deg"):
		default:
			return false
		}
	}
	if said {
		c.done = true
		c.takeAll()
	}
	return said
}
