package reflex

import "slices"

// named reports whether the clause names a thing, not only "it".
func (c *clause) named() bool {
	for _, r := range c.refs {
		if !r.bare() {
			return true
		}
	}
	return false
}

// unnamed reports whether the clause names nothing, and nothing was pointed at for it.
func (c *clause) unnamed() bool {
	at := c.p.s.Point
	return !c.named() && (at == nil || !at.Given || at.Cell == "")
}

// bareOnly reports whether nothing is named: "it", "those two".
func (c *clause) bareOnly() bool {
	for _, r := range c.refs {
		if !r.bare() && r.head != "all" {
			return false
		}
	}
	return true
}

// bareRefs reports whether nothing is named but by a pronoun.
func (c *clause) bareRefs() bool {
	for _, r := range c.refs {
		if r.head != "pron" {
			return false
		}
	}
	return true
}

// allRefs reports whether nothing is named but "everything".
func (c *clause) allRefs() bool {
	for _, r := range c.refs {
		if r.head != "all" {
			return false
		}
	}
	return true
}

// cellRef is the first reference to a single thing.
func (c *clause) cellRef() *ref {
	for _, r := range c.refs {
		if r.head != "all" && !r.own {
			return r
		}
	}
	return nil
}

// cellsAll reports whether the references mean all cells: "the windows".
func (c *clause) cellsAll() bool {
	for _, r := range c.refs {
		if !(r.head == "cellkind" && r.plural || r.head == "kind" && r.value == "any" && r.plural) || r.count > 0 {
			return false
		}
	}
	return len(c.refs) > 0
}

// cellsOnly reports whether nothing but whole cells is named or pointed at.
func (c *clause) cellsOnly() bool {
	for _, r := range c.refs {
		if !r.cell() && r.head != "thiscell" && r.head != "cellkind" && !r.bare() {
			return false
		}
	}
	return true
}

// pluralRef reports whether several things are meant.
func (c *clause) pluralRef() bool {
	for _, r := range c.refs {
		if r.plural || r.joined {
			return true
		}
	}
	return false
}

// namesPart reports whether a part of a cell is named, not only pointed at.
func (c *clause) namesPart() bool {
	return slices.ContainsFunc(c.refs, func(r *ref) bool {
		return r.head == "label" || r.head == "kind" && r.value != "any" || r.head == "this" && r.value != "any" && r.value != ""
	})
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

func (c *clause) refAfterToken(t *token) *ref { return c.refAfter(c.at(t)) }

// ownAll takes the references out of the question what the clause is about.
func (c *clause) ownAll() {
	for _, r := range c.refs {
		r.own = true
	}
}
