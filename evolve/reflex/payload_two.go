package reflex

import "strings"

// namesTwo sets two names aside that are given in one breath: "rename the calculator Sums and the timer Eggs".
func (p *parser) namesTwo(from int) bool {
	if !some(p.toks[:from], "verb", "rename") {
		return false
	}
	c := &clause{p: p, toks: p.toks}
	for k := from + 1; k+2 < len(p.toks); k++ {
		if !p.toks[k].is("conj", "and") {
			continue
		}
		r, next := c.np(k + 1)
		if r == nil || !r.the && !(next < len(p.toks) && p.toks[next].is("prep", "to", "as")) || !r.cell() && r.head != "label" || next >= len(p.toks) {
			continue
		}
		at := next
		if p.toks[at].is("prep", "to", "as") {
			at++
		}
		if at >= len(p.toks) || p.toks[at].isAny("aux", "be") || p.property(p.toks[at:]) { // "… and the notes should be bigger"
			continue
		}
		p.setAside(at, len(p.toks), trimPayload(p.typed(p.toks[at:])))
		p.setAside(from, k, strings.TrimRight(trimPayload(p.typed(p.toks[from:k])), ", "))
		return true
	}
	return false
}
