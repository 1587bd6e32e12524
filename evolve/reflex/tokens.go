package reflex

// one returns the first unused token of a class (and one of the values), nil when there is none.
func (c *clause) one(class string, values ...string) *token {
	for _, t := range c.toks {
		if !t.used && t.is(class, values...) {
			return t
		}
	}
	return nil
}

// several reports whether two unused tokens have the class.
func (c *clause) several(class string) bool {
	n := 0
	for _, t := range c.toks {
		if !t.used && t.is(class) {
			n++
		}
	}
	return n > 1
}

// take is one, and marks it.
func (c *clause) take(class string, values ...string) *token {
	t := c.one(class, values...)
	if t != nil {
		t.used = true
	}
	return t
}

// drop marks every token of the classes.
func (c *clause) drop(classes ...string) {
	for _, t := range c.toks {
		for _, class := range classes {
			if t.is(class) {
				t.used = true
			}
		}
	}
}

func (c *clause) at(t *token) int {
	for i, o := range c.toks {
		if o == t {
			return i
		}
	}
	return -1
}

// refAfter returns the next free reference after token i.
func (c *clause) refAfter(i int) *ref {
	for _, r := range c.refs {
		if r.from > i && !r.own {
			return r
		}
	}
	return nil
}

// refBefore returns the last free reference that ends at or before token i.
func (c *clause) refBefore(i int) *ref {
	var found *ref
	for _, r := range c.refs {
		if r.to <= i && !r.own {
			found = r
		}
	}
	return found
}
