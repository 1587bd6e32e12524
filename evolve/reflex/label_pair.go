package reflex

import (
	"slices"
	"unicode"

	"cellshell/evolve/act"
)

// twins reports whether the token at i is one of two labels that are joined: "plus and minus", "the New and Delete buttons".
// Alone each of them may mean something else.
func (p *parser) twins(i int) bool {
	first := i
	if and := t0(p.toks, i+1); and == nil || !and.is("conj", "and") || and.text == "plus" {
		first = i - 2
	}
	a, and, b := t0(p.toks, first), t0(p.toks, first+1), t0(p.toks, first+2)
	if a == nil || b == nil || !and.is("conj", "and") || a.kind != letters || b.kind != letters {
		return false
	}
	x, y := p.labelled1(a), p.labelled1(b)
	if x == nil || y == nil || slices.Equal(x, y) {
		return false
	}
	if a.isAny("conj", "minus") || b.isAny("conj", "minus") {
		return true
	}
	if before := t0(p.toks, first-1); before != nil && before.is("verb", "swap", "make", "hide", "remove", "align", "paint") && p.sameCellButtons(x, y) {
		return true // "swap start and reset"
	}
	next := t0(p.toks, first+3)
	return next != nil && next.plural("kind") || p.spelt(a, x) && p.spelt(b, y)
}

// sameCellButtons reports whether some cell has a button among both.
func (p *parser) sameCellButtons(x, y []act.Target) bool {
	for _, a := range keep(x, p.pushable) {
		if slices.ContainsFunc(keep(y, p.pushable), func(b act.Target) bool { return a.Cell == b.Cell }) {
			return true
		}
	}
	return false
}

// labelled1 are the nodes whose label is just this word.
func (p *parser) labelled1(t *token) []act.Target {
	n := p.labels.next[t.text]
	if n == nil || len(n.senses) == 0 {
		return nil
	}
	return p.labels.targets[atoi(n.senses[0].value)]
}

// spelt reports whether a word is written as the label is, with a capital letter.
func (p *parser) spelt(t *token, labelled []act.Target) bool {
	said := p.text(t.start, t.end)
	if t.start == 0 || !unicode.IsUpper(firstRune(said)) {
		return false
	}
	return slices.ContainsFunc(labelled, func(l act.Target) bool {
		n := p.s.cell(l.Cell).node(l.Node)
		return n != nil && n.Text == said
	})
}
