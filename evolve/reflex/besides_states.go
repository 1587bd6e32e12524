package reflex

import (
	"slices"
	"strings"
)

// conditional reports whether a piece says when something shall be, or what shall not.
func (p *parser) conditional(toks []*token, first bool) bool {
	for len(toks) > 1 && toks[0].is("fill", "fill") && listed("unlessword", toks[0].text) == "" {
		toks = toks[1:] // "please, if …"
	}
	word := firstTyped(split(p.typed(toks)))
	if first && word == "but" {
		return false // it goes on from what was done: "but reset in gold, that's my lucky one"
	}
	return listed("waits", word) != "" || listed("unlessword", word) != "" || toks[0].is("beh", "when") || toks[0].isAny("except", "neg") && (!first || p.declares(toks[1:]))
}

// declares reports whether tokens are a statement: "don't my eyes are bad" is no order.
func (p *parser) declares(toks []*token) bool {
	return len(toks) > 0 && !toks[0].is("verb") && finite(split(p.typed(toks)))
}

// muses reports whether a piece says nothing at all, "you know what", "one more thing", and whether it takes back a wish that it
// stands behind: "forget it".
func (p *parser) muses(toks []*token) (nothing, back bool) {
	for len(toks) > 1 && listed("opening", toks[0].text) != "" {
		toks = toks[1:]
	}
	value, size := findPhrase("musing", uttered(toks))
	nothing = size > 0 && size >= len(uttered(toks))-2
	back = nothing && value == "back" || p.says("takesback", toks) != "" || no(toks) && !slices.ContainsFunc(toks, p.labelled)
	return nothing, back
}

// firstTyped is the first of some words, "" without one: of "so's" nothing is typed behind the "so".
func firstTyped(words []word) string {
	if len(words) == 0 {
		return ""
	}
	return words[0].text
}

// states reports whether a piece only says how things are, or what somebody does. It is not sure where that says what could be
// wished for.
func (p *parser) states(toks []*token, all []stretch) (states, sure bool) {
	words := split(p.typed(toks))
	if listed("likeness", firstTyped(words)) != "" && len(words) > 2 && !slices.ContainsFunc(toks[1:], func(t *token) bool { return t.content() && len(t.senses) > 0 }) {
		return true, true // "like a legal pad"
	}
	for len(toks) > 1 && (toks[0].is("chat") || listed("opening", toks[0].text) != "") {
		toks = toks[1:]
	}
	if slices.ContainsFunc(toks, func(t *token) bool { return t.kind == quoted || t.is("unsafe") }) {
		return false, true
	}
	words = split(p.typed(toks))
	switch {
	case listed("person", firstTyped(words)) != "" || p.leads("personlead", toks) || p.leads("whysure", toks):
		if some(toks, "stmt", "disused") && !slices.ContainsFunc(all, orders) {
			return false, false // "the clock, I don't need that"
		}
		if wish, sure := wishing(words, all); wish || !sure {
			return false, sure
		}
		return true, !p.specific(toks, all, true)
	case toks[0].is("verb") && !toks[0].isAny("kind", "gene", "part", "fill") || toks[0].isAny("neg", "q") || toks[0].is("fill", "ask"):
		return false, true
	}
	if value, _ := findPhrase("instruct", uttered(toks)); value != "" || !finite(words) {
		return false, true
	}
	return true, !p.specific(toks, all, false)
}

// wishing reports whether what somebody says of themselves is a wish: "I want", "I would like", "we should". It is not sure of what
// nobody wants: that may be a wish that it goes.
func wishing(words []word, all []stretch) (wish, sure bool) {
	for i, w := range words {
		if listed("wishing", w.text) == "" || i > 4 {
			continue
		}
		rest := words[i+1:]
		switch {
		case listed("wishing", w.text) == "later":
			return true, true // "I already", "she told me to"
		case slices.ContainsFunc(words[:i], func(w word) bool { return listed("denying", w.text) != "" }): // "I never want to see that"
			return false, slices.ContainsFunc(all, orders)
		case len(rest) > 1 && rest[0].text == "to" && listed("sensing", rest[1].text) != "": // "I need to read it"
		case len(rest) > 0 && listed("used", rest[0].text) != "" && (len(rest) == 1 || listed("used", rest[1].text) != ""): // "I need it for work"
		default:
			return true, true
		}
		return false, true
	}
	return false, true
}

// orders reports whether a piece is an order: it begins with what shall be done.
func orders(s stretch) bool {
	for _, t := range s.toks {
		if !t.is("fill") {
			return t.isAny("verb", "dim", "turn", "theme") && !t.is("stmt")
		}
	}
	return false
}

// finite reports whether words are a statement: something, and behind it a verb that says how it is, or what it did.
func finite(words []word) bool {
	for i, w := range words {
		if i == 0 || i == len(words)-1 {
			continue
		}
		if listed("finite", w.text) != "" || odd(w, "ed") || listed("somebody", words[i+1].text) != "" && odd(w, "s") { // "it scares me"
			return true
		}
	}
	return false
}

// odd reports whether a word that means nothing here has an ending.
func odd(w word, ending string) bool {
	_, n := loadLexicon().longest([]word{w})
	return n == 0 && w.kind == letters && len(w.text) > len(ending)+2 && strings.HasSuffix(w.text, ending)
}

// specific reports whether a piece says what something may be wished to be: a colour, a number, a place, that the rest of the
// sentence does not say too. What people say of themselves may hold a number or a place.
func (p *parser) specific(toks []*token, all []stretch, personal bool) bool {
	says := func(t *token) bool {
		switch {
		case t.text == "one":
			return false
		case t.isAny("color", "hex", "theme", "font", "style", "wall", "redo", "except"), t.is("undo") && !t.is("undo", "words"):
			return true
		case t.is("complaint"):
			return p.complainsOf(toks)
		}
		return !personal && (t.kind == number || t.isAny("num", "unit", "place", "gstyle", "area", "across", "leftover", "rim", "tilltouch", "lane"))
	}
	return slices.ContainsFunc(toks, func(t *token) bool {
		return says(t) && !slices.ContainsFunc(all, func(s stretch) bool {
			return s.toks[0] != toks[0] && slices.ContainsFunc(s.toks, func(o *token) bool { return o.text == t.text && o != t })
		})
	})
}

// complainsOf reports whether a complaint is about something of the desktop: "I can't see the clock", not "I can't see a thing".
func (p *parser) complainsOf(toks []*token) bool {
	name, pointed := p.speaksOf(toks)
	return name != "" || pointed
}
