package reflex

import (
	"slices"
	"strings"
)

// What is said besides a wish says what "it", "them" and "there" mean in the wish.

// joined is the sentence without what is said besides. What that speaks of is what "it" means in what is left: false where
// that is not known.
func (p *parser) joined(pieces []stretch) (string, bool) {
	var b strings.Builder
	about, pointed := "", false
	for i, s := range pieces {
		switch {
		case s.muses:
			continue // what was spoken of before it is still what "it" means
		case s.besides:
			about, pointed = p.speaksOf(s.toks)
			if of := p.judgedOf(s.toks); i == 0 && of != "" {
				about = of
			}
			continue
		}
		text := p.text(s.from, s.to)
		if about != "" {
			if !some(s.toks, "pron") && p.insteadOfPronoun(s, about) == text && !p.selfContained(s.toks) {
				return "", false // "the writing in the notes is small. Larger letters please."
			}
			text = p.insteadOfPronoun(s, about)
		}
		if pointed && p.s.Point == nil && some(s.toks, "pron") {
			return "", false
		}
		about, pointed = "", false
		if b.Len() > 0 {
			sep := ", "
			if !pieces[i-1].besides {
				sep = strings.TrimRight(p.text(pieces[i-1].to, s.from), " ") + " "
			}
			b.WriteString(sep)
		}
		b.WriteString(text)
	}
	return b.String(), true
}

// selfContained reports whether a piece says itself what it is about.
func (p *parser) selfContained(toks []*token) bool {
	c := &clause{p: &parser{world: p.world, sentence: p.sentence, toks: toks}, toks: toks}
	c.find()
	defer c.forget()
	return len(c.refs) > 0 || slices.ContainsFunc(toks, func(t *token) bool { return t.isAny("theme", "undo", "redo", "wall", "accent", "desk") })
}

// speaksOf is the one thing of the desktop that a statement names, as it was said, "" when it names none or several; and
// whether one is pointed at.
func (p *parser) speaksOf(toks []*token) (name string, pointed bool) {
	c := &clause{p: &parser{world: p.world, sentence: p.sentence, toks: toks}, toks: toks}
	c.find()
	defer c.forget()
	several := false
	for _, r := range c.refs {
		if next := t0(toks, r.to); (r.shown || r.head == "this") && next != nil && next.kind == letters && len(next.senses) == 0 {
			continue // "this projector" is not on the desktop
		}
		switch pointed = pointed || r.shown || r.head == "this"; {
		case r.bare() || r.shown || r.indef || r.from >= r.to || r.to > len(toks):
		case name != "":
			several = true
		default:
			name = p.typed(toks[r.from:r.to])
		}
	}
	if several {
		name = ""
	}
	return name, pointed
}

// insteadOfPronoun is the text of a stretch, with a name in the place of its pronoun.
func (p *parser) insteadOfPronoun(s stretch, name string) string {
	for i, t := range s.toks {
		next := t0(s.toks, i+1)
		if t.is("pron") && (t.text == "it" || t.text == "them") || t.is("det", "that", "those", "these") && next != nil && next.is("aux") {
			return p.text(s.from, t.start) + name + p.text(t.end, s.to)
		}
		if t.isAny("gene", "name") && i+1 < len(s.toks) && !s.toks[i+1].isAny("prep", "rel") {
			break // it has its own
		}
	}
	return p.text(s.from, s.to)
}
