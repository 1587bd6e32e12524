package reflex

// pointed takes "here" for what is pointed at, where a part of it shall be otherwise: "change the text here to …".
func (c *clause) pointed() {
	here, at := c.one("here"), c.p.s.Point
	if here == nil || at == nil || at.Cell == "" || c.verb("move", "nudge", "add") != nil {
		return
	}
	for _, r := range c.refs {
		if r.head != "pron" {
			return
		}
	}
	said := c.one("part") != nil || len(c.refs) > 0
	for _, t := range c.toks {
		said = said || t.kind == quoted
	}
	here.used = said
}
