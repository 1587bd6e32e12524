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

func (c *clause) hasAny(classes ...string) bool {
	for _, class := range classes {
		if c.one(class) != nil {
			return true
		}
	}
	return false
}

// takeAll takes the whole clause: every word of it is understood, and what it names is not what is to be changed.
func (c *clause) takeAll() {
	for _, t := range c.toks {
		t.used = true
	}
	c.ownAll()
}

// only reports whether the clause's content is of these classes alone.
func (c *clause) only(classes ...string) bool {
next:
	for _, t := range c.toks {
		if t.used || !t.content() {
			continue
		}
		for _, class := range classes {
			if t.is(class) || class == "quoted" && t.kind == quoted || class == "num" && t.kind == number {
				continue next
			}
		}
		return false
	}
	return true
}
