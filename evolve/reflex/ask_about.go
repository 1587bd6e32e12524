package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// articled takes the article from the words that begin a question: "is the" hides it from "the reset button".
func articled(toks []*token) []*token {
	var out []*token
	for _, t := range toks {
		out = append(out, t)
		head, last, ok := strings.Cut(t.text, " ")
		if !ok || !t.is("q") || head == "" || last != "the" && last != "my" || t.end-len(last) <= t.start {
			continue
		}
		out = append(out, &token{kind: letters, text: last, start: t.end - len(last), end: t.end, senses: []sense{{class: "det", value: last, lang: "en"}}})
	}
	return out
}

// pointedOut is the "this" or "it" of a question, which may be part of a longer word: "is this", "does it".
func (p *parser) pointedOut(c *clause) *ref {
	for _, r := range c.refs {
		if r.bare() {
			return r
		}
	}
	for _, t := range p.toks {
		if words := strings.Fields(t.text); len(words) > 1 && t.is("q") {
			switch words[len(words)-1] {
			case "this", "that":
				return &ref{head: "this", value: "any"}
			case "it":
				return &ref{head: "pron"}
			}
		}
	}
	return nil
}

// labelAsked takes a verb for the button that is called so where a question has room for nothing else: "why is reset grey", "why can't I
// press reset".
func (c *clause) labelAsked(what string) {
	if len(c.refs) > 0 {
		return
	}
	last := len(c.toks) - 1
	for last > 0 && c.toks[last].kind == mark {
		last--
	}
	for i, t := range c.toks {
		if i == 0 || t.used || !t.isAny("verb", "no") || t.isAny("gene", "name", "part") {
			continue
		}
		before := c.toks[i-1]
		asked := before.isAny("asks", "be") || before.is("q", "is", "where") || before.is("det", "the")
		if !asked && (what != "why" || i != last) {
			continue
		}
		if senses, n := c.p.labels.longest(split(t.text)); n > 0 && n == len(split(t.text)) {
			c.refs = append(c.refs, &ref{head: "label", value: senses[0].value, label: t.text, the: true, from: i, to: i + 1})
			return
		}
	}
}

// unseen reports whether "this" is asked about and nobody points at anything: what was only spoken of is "that" or "it".
func (p *parser) unseen(r *ref) bool {
	return r.head == "this" && r.bare() && !r.plural && p.s.Spoken && (p.s.Point == nil || p.s.Point.Cell == "") &&
		slices.ContainsFunc(p.toks, func(t *token) bool { return t.is("det", "this") || t.is("q") && strings.HasSuffix(t.text, " this") })
}

// meantBy are the things that a reference in a question may mean: all that fit, since telling too much changes nothing.
func (p *parser) meantBy(r *ref) []act.Target {
	defer p.aside()()
	p.open, p.ask = nil, nil
	if p.unseen(r) {
		return nil
	}
	if r.head == "all" || r.head == "cellkind" && r.plural {
		return nil
	}
	if r.bare() && r.head == "this" && p.s.Point == nil && len(p.s.Selection) == 0 && p.elsewhere() {
		return nil // what was only spoken of is "it"
	}
	if r.indef && r.head == "gene" {
		set, _ := p.candidates(r)
		return set
	}
	if set, ok := p.resolve(r); ok {
		return set
	}
	if p.open != nil && !r.bare() {
		return p.open.among
	}
	return nil
}

// sizeOfLetters reports whether a question how big something is is about its letters: it names them, or says "they" after nothing
// but letters was made bigger or smaller.
func (p *parser) sizeOfLetters(toks []*token) bool {
	if some(toks, "part", "text", "font") {
		return true
	}
	return len(p.s.LastActs) > 0 && slices.ContainsFunc(toks, func(t *token) bool { return t.is("pron", "them") || t.plural("kind") }) &&
		!slices.ContainsFunc(p.s.LastActs, func(a act.Act) bool {
			return a.Intent != act.TextStyle || a.Args.Factor == 0 && a.Args.Size == 0 && a.Args.Pixels == 0
		})
}
