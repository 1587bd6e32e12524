package reflex

import (
	"slices"
	"strings"
)

// longestOutcry is how many tokens a cry without a subject has.
const longestOutcry = 3

// remarkAlone reports whether a sentence only says how things are: it has a subject first, or is a short outcry, and wishes nothing.
func (p *parser) remarkAlone(toks []*token) bool {
	for len(toks) > 1 && (toks[0].kind == mark || toks[0].isAny("fill", "conj", "even", "chat", "yes")) {
		toks = toks[1:]
	}
	be, how := false, false
	for i, t := range toks {
		switch {
		case t.is("fill", "ask"), t.is("aux"), t.isAny("q", "undo", "redo", "repeat", "correct", "unsafe", "outward", "complaint", "gripe", "did", "beh"), t.kind == quoted, t.kind == number:
			return false
		case t.is("verb") && !t.isAny("stmt", "fill", "gene", "name", "be"):
			return false // who tells what somebody does wants nothing done, or something else
		case t.is("neg") && i == 0, listed("turning", t.text) != "" && t.text != "almost" && t.text != "hardly" && t.text != "barely", listed("waits", t.text) != "", t.isAny("amends", "nay", "no"):
			return false
		}
		be = be || t.is("be") || t.is("stmt")
		how = how || t.isAny(proper...)
	}
	if how && !be && known(toks) {
		return false
	}
	if p.says("applause", toks) != "" {
		return true
	}
	for i, t := range toks { // "now", "uff", "so far" may stand before the subject
		switch {
		case i > 2:
			return false
		case t.isAny("pron", "gene", "name", "det", "person", "all") || t.is("be"):
			return len(toks) > i+1
		case t.isAny("dim", "color", "theme", "inc", "turn", "raise", "light"):
			return false
		}
	}
	return len(toks) <= longestOutcry && known(toks) && p.s.Pending == nil
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

// states reports whether a piece only says how things are, or what somebody does. It is not sure where that says what could be
// wished for.
func (p *parser) states(toks []*token, all []stretch) (states, sure bool) {
	if named, _ := p.refersIn(toks); some(toks, "also") && (named || slices.ContainsFunc(toks[1:], p.labelled)) {
		return false, true // "and the counter too while you're at it"
	}
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

// declares reports whether tokens are a statement: "don't my eyes are bad" is no order.
func (p *parser) declares(toks []*token) bool {
	return len(toks) > 0 && !toks[0].is("verb") && finite(split(p.typed(toks)))
}

// firstTyped is the first of some words, "" without one: of "so's" nothing is typed behind the "so".
func firstTyped(words []word) string {
	if len(words) == 0 {
		return ""
	}
	return words[0].text
}
