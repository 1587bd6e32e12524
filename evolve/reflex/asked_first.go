package reflex

import (
	"slices"
	"strings"
)

// askedFirst cuts off a question that is asked before a wish, "where did my counter go? bring it to the front": what is done
// answers it, and what it speaks of is what "it" means.
func (p *parser) askedFirst() {
	end := slices.IndexFunc(p.toks, func(t *token) bool { return t.kind == mark && t.text == "?" })
	if end < 2 || end+2 >= len(p.toks) {
		return
	}
	ask, wish := p.toks[:end], p.toks[end+1:]
	for len(wish) > 0 && wish[0].kind == mark {
		wish = wish[1:]
	}
	i := 0
	for i < len(ask)-1 && (ask[i].isAny("conj", "fill", "chat", "even") || ask[i].kind == mark) {
		i++
	}
	if len(wish) < 2 || !wonders(ask[i]) || begins(wish) || wish[0].isAny("yes", "no", "chat") ||
		!slices.ContainsFunc(wish, func(t *token) bool { return t.isAny("verb", "place", "dim", "rel", "color", "area") }) {
		return
	}
	p.spoken(ask)
	p.toks = wish
	p.note("took the question before it for a remark")
}

// wonders reports whether a token begins a question: "where", "why is".
func wonders(t *token) bool { return listed("wonders", strings.Fields(t.text + " .")[0]) != "" }
