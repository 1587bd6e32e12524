package reflex

import (
	"slices"
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
