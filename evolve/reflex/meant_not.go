package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// meantNot reads "no, not the counter, the monitor": what was done to the one is taken back and done to the other.
func (p *parser) meantNot() bool {
	i := 0
	for i < len(p.toks) && (p.toks[i].isAny("nay", "correct", "fill", "no") && !p.toks[i].is("neg") || p.toks[i].kind == mark || p.toks[i].text == "no") {
		i++
	}
	from, to := p.notBut(i), len(p.toks)
	if from == i {
		return false
	}
	for to > from && (p.toks[to-1].kind == mark || p.toks[to-1].isAny("correct", "person", "fill") || listed("amends", p.toks[to-1].text) != "") {
		to--
	}
	toks, refused := p.toks, p.refused
	if from >= to {
		return false
	}
	if p.toks, p.refused = p.toks[from:to], true; p.meant() {
		return true
	}
	p.toks, p.refused = toks, refused
	return false
}

// longestDenial is how many tokens a sentence has at most that says what was not meant and what was.
const longestDenial = 14

// notBut is where it says what was meant, behind what was not: "not the counter, the monitor", "not the whole thing, just the first
// line". It is from where nothing like that stands there.
func (p *parser) notBut(from int) int {
	if from >= len(p.toks) || len(p.toks) > longestDenial || !p.toks[from].is("neg") || len(p.s.LastActs) == 0 {
		return from
	}
	end := slices.IndexFunc(p.toks[from:], func(t *token) bool {
		return t.kind == mark || t.isAny("conj", "only", "except") || listed("keepsonly", t.text) != ""
	})
	if end < 2 || !p.deniesLast(p.toks[from+1:from+end]) {
		return from
	}
	i := from + end
	for i < len(p.toks) && (p.toks[i].kind == mark || p.toks[i].isAny("conj", "only", "fill", "correct", "person", "det") || listed("amends", p.toks[i].text) != "") {
		i++
	}
	if i == len(p.toks) {
		return from
	}
	return i
}

// deniesLast reports whether tokens name what was changed last, or all of it: that was not meant.
func (p *parser) deniesLast(toks []*token) bool {
	defer p.aside()()
	last := p.lastTargets()
	if slices.ContainsFunc(toks, func(t *token) bool { return t.is("all") || listed("wholly", t.text) != "" }) {
		return len(last) > 0
	}
	if set := p.theseOf(toks, last); len(set) > 0 {
		return true
	}
	c := &clause{p: p, toks: toks}
	r, next := c.np(0)
	if r != nil && next == len(toks) && !r.bare() {
		set, ok := p.resolve(r)
		return ok && len(set) > 0 && !slices.ContainsFunc(set, func(t act.Target) bool { return !has(last, t) })
	}
	return false
}

// partsMeant are the parts that a plural means of the one cell that was changed last as a whole: "no, only the buttons".
func (p *parser) partsMeant(r *ref) []act.Target {
	last := p.lastTargets()
	if len(last) != 1 || last[0].Node != "" || r.cell() || !r.plural || r.head != "kind" || r.value == "any" || slices.ContainsFunc(p.s.LastActs, func(a act.Act) bool { return !spreads(a) }) {
		return nil
	}
	among, _ := p.candidates(&ref{head: "kind", value: r.value, plural: true})
	return keep(among, func(t act.Target) bool { return t.Cell == last[0].Cell && t.Node != "" })
}

// lastFor is what was done last, done to other things.
func (p *parser) lastFor(set []act.Target) []act.Act {
	var out []act.Act
	for _, a := range p.s.LastActs {
		for _, t := range set {
			a.Target = t
			out = append(out, a)
		}
	}
	return out
}

// holdsPart reports whether a thing is a part of the one cell that was changed last as a whole.
func (p *parser) holdsPart(t act.Target) bool {
	last := p.lastTargets()
	return len(last) == 1 && last[0].Node == "" && t.Node != "" && t.Cell == last[0].Cell
}
