package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// wordOfText sets aside two words of which one stands in the text that is pointed at, among others, and is to give way to the other:
// "change milk to oat milk", said of "buy milk, 3 May". All else that stands there stays.
func (p *parser) wordOfText() bool {
	if len(p.toks) < 4 || listed("relabels", p.toks[0].text) == "" && !p.toks[0].is("verb", "swap") {
		return false
	}
	from := 1
	if p.toks[from].is("det", "the") {
		from++
	}
	to := slices.IndexFunc(p.toks, func(t *token) bool { return t.is("prep", "to", "with", "for", "in", "by") || t.is("prep", "as") })
	if to <= from || to+1 >= len(p.toks) || slices.ContainsFunc(p.toks[from:to], func(t *token) bool { return t.isAny("part", "prop", "pron", "det", "kind") }) || p.property(p.toks[to+1:]) {
		return false
	}
	old, text := p.typed(p.toks[from:to]), p.textOf(p.textInMind())
	if text == "" || fold(text) == fold(old) || without(text, old, "") == text {
		return false
	}
	if p.toks[to+1].kind != quoted {
		p.setAside(to+1, len(p.toks), trimPayload(p.typed(p.toks[to+1:])))
	}
	if p.toks[from].kind != quoted {
		p.setAside(from, to, old)
	}
	word := &token{kind: letters, text: "word", start: p.toks[from].start, end: p.toks[from].start, senses: []sense{{class: "aword", value: "aword", lang: "en"}}}
	p.toks = slices.Insert(p.toks, from, word)
	return true
}

// textInMind is the part that is pointed at, or else the one that was spoken of last.
func (p *parser) textInMind() act.Target {
	switch s := p.s; {
	case s.Point != nil && s.Point.Node != "":
		return s.Point.Target
	case s.Last != nil && (s.Point == nil || !s.Point.Given) && strings.TrimSpace(s.Last.Node) != "":
		return *s.Last
	}
	return act.Target{}
}
