package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// copied reads "the copy" and "the copy of the clock": a cell that came after another of its gene.
func (c *clause) copied(r *ref, j int) (*ref, int) {
	if c.headNext(j) { // "the duplicate counter"
		inner, next := c.np(j)
		if inner == nil || !inner.cell() {
			return nil, r.from
		}
		r.head, r.value, r.newest, r.to = "gene", c.geneNamed(inner), true, next
		return r, next
	}
	r.head, r.newest = "copy", true
	if t := t0(c.toks, j); t != nil && t.is("prep", "of") {
		if inner, next := c.np(j + 1); inner != nil && inner.cell() {
			r.value, j = c.geneNamed(inner), next
		}
	}
	r.to = j
	return r, j
}

// first reports whether nothing but a verb stands before token i: "remove the original", not "half of the original".
func (c *clause) first(i int) bool {
	prev := t0(c.toks, i-1)
	next := t0(c.toks, i+1)
	return (prev == nil || prev.is("verb")) && (next == nil || !next.isAny("prop", "gene", "kind", "part", "mult"))
}

// copies are the cells of a gene, "" of any, that came after another one of it.
func (p *parser) copies(gene string) []act.Target {
	var out []act.Target
	for _, c := range p.s.Cells {
		if of := base(c.ID); of != c.ID && (gene == "" || c.Gene == gene || of == gene) {
			out = append(out, act.Target{Cell: c.ID})
		}
	}
	return out
}

// doubled are the cells of which there is more than one of the same gene.
func (p *parser) doubled() []act.Target {
	count := map[string]int{}
	for _, c := range p.s.Cells {
		count[c.Gene]++
	}
	return keep(p.everything(), func(t act.Target) bool { g := p.s.cell(t.Cell).Gene; return g != "" && count[g] > 1 })
}

// aged keeps the newest or the oldest of several: what was added last, else what its number tells.
func (p *parser) aged(among []act.Target, r *ref) []act.Target {
	if r.newest {
		for _, a := range p.s.LastActs {
			if last := p.s.Last; a.Intent == act.Spawn && last != nil && has(among, *last) {
				return []act.Target{*last}
			}
		}
	}
	best := slices.MinFunc(among, func(a, b act.Target) int {
		if r.newest {
			return nth(b.Cell) - nth(a.Cell)
		}
		return nth(a.Cell) - nth(b.Cell)
	})
	return keep(among, func(t act.Target) bool { return nth(t.Cell) == nth(best.Cell) })
}

// lastMade are the cells that the last sentence added, nil when it did anything else: the newest of their sorts.
func (p *parser) lastMade() []act.Target {
	var out []act.Target
	many := map[string]int{}
	for _, a := range p.s.LastActs {
		if a.Intent != act.Spawn {
			return nil
		}
		many[a.Args.Gene] += max(1, a.Args.Count)
	}
	for gene, n := range many {
		var of []act.Target
		for _, c := range p.s.Cells {
			if c.Gene == gene {
				of = append(of, act.Target{Cell: c.ID})
			}
		}
		slices.SortStableFunc(of, func(a, b act.Target) int { return nth(b.Cell) - nth(a.Cell) })
		out = append(out, of[:min(n, len(of))]...)
	}
	slices.SortFunc(out, func(a, b act.Target) int { return strings.Compare(a.Cell, b.Cell) })
	return out
}
