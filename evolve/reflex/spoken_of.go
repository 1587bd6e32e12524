package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// SpokenOf are the things that a sentence names, in its order: those by their names, and a kind where one alone is of it or all of it are named. It is
// for sentences that came to nothing, so that what is said next may go on about them.
func SpokenOf(sentence string, s *Scene) []act.Target {
	w := worldOf(s, sentence)
	p := &parser{world: w, sentence: sentence}
	p.toks = p.owners(p.tag(split(sentence)))
	c := &clause{p: p, toks: p.toks}
	c.find()
	var out []act.Target
	for _, r := range c.refs {
		if r.indef || r.all || !(r.cell() || r.head == "label" || r.head == "kind" && r.value != "any") {
			continue
		}
		set, ok := p.resolve(r)
		p.open, p.ask = nil, nil
		if ok && (len(set) == 1 || r.plural) { // "the keys" are all of them
			for _, t := range set {
				if t.Cell != "" && !has(out, t) {
					out = append(out, t)
				}
			}
		}
	}
	return out
}

// Refers reports whether a sentence speaks of something by a pronoun: then it is about what was spoken of before it, whatever
// else it says.
func Refers(sentence string, s *Scene) bool {
	w := worldOf(s, sentence)
	p := &parser{world: w, sentence: sentence}
	for _, t := range p.tag(split(sentence)) {
		if t.isAny("pron", "both") || t.is("det", "this", "that", "these", "those") {
			return true
		}
	}
	return false
}

// AsksWhich reports whether a sentence asks which of several things is so.
func AsksWhich(sentence string) bool {
	for _, w := range strings.Fields(mannerly(sentence)) {
		if listed("asksone", w) != "" {
			return true
		}
	}
	return false
}
