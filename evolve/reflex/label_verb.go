package reflex

// orders is a verb of the clause that is no label: "start" is none in "make the start button bigger".
func (c *clause) orders(values ...string) *token {
	for i, t := range c.toks {
		if !t.is("verb", values...) {
			continue
		}
		if !c.inLabel(i) {
			return t
		}
	}
	return nil
}

// inLabel reports whether a token belongs to what is named by its label.
func (c *clause) inLabel(i int) bool {
	for _, r := range c.refs {
		if r.head == "label" && r.from <= i && i < r.to {
			return true
		}
	}
	return false
}
