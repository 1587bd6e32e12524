package reflex

import "cellshell/evolve/act"

// pointedWhole reads "all of it" and "everything in here" where something is pointed at: that, and not all of the desktop.
// It returns the token after it, 0 where all is meant.
func (c *clause) pointedWhole(r *ref, i int) int {
	at := c.p.s.Point
	if at == nil || !at.Given || at.Cell == "" {
		return 0
	}
	if listed("allofit", c.toks[i].text) != "" {
		r.head = "pron"
		return i + 1
	}
	for j := i + 1; j < len(c.toks) && j < i+4; j++ {
		switch t := c.toks[j]; {
		case t.is("here"), listed("inhere", t.text) != "", t.is("det", "this") && c.toks[j-1].is("prep"):
			r.head, r.plural = "thiscell", false
			c.toks[j].used = true
			return j + 1
		case !t.is("prep"):
			return 0
		}
	}
	return 0
}

// wholeCalled is the cell that is pointed at, or was spoken of last, where a word for what holds entries is said of it and none of
// that sort stands anywhere: "the list" of tasks. nil: there is none.
func (p *parser) wholeCalled(r *ref) []act.Target {
	at := p.s.Point
	if r.head != "kind" || r.indef || r.plural || r.in != nil || listed("wholecalled", r.value) == "" || at == nil || !at.Given || at.Cell == "" {
		return nil
	}
	return []act.Target{{Cell: at.Cell}}
}

// others reads "the other two" at its number: those of the sort of the last thing, in its cell, but that. 0: it is none of that.
func (c *clause) others(r *ref, i int) int {
	t := c.toks[i]
	n := 0
	switch {
	case !r.other || i == r.from || c.headSoon(i+1):
	case t.counts():
		n = int(t.num)
	case t.is("det", "both") || t.is("both"):
		n = 2
	}
	if n < 2 {
		return 0
	}
	r.head, r.value, r.plural, r.count = "kind", "any", true, n
	return i + 1
}
