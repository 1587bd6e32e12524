package reflex

import "strings"

// judgedBack leaves out "I liked it better before" where it stands before a wish that says itself what is taken back, "two steps
// back please": it is the reason, and not one more step.
func (p *parser) judgedBack() {
	for i := 1; i+1 < len(p.toks); i++ {
		if p.toks[i].kind != mark && !p.toks[i].is("conj") || !judgesOnly(p.toks[:i]) {
			continue
		}
		rest := p.toks[i+1:]
		for len(rest) > 1 && (rest[0].kind == mark || rest[0].is("conj")) {
			rest = rest[1:]
		}
		if some(rest, "undo") && (some(rest, "undo", "one", "all") || some(rest, "back")) && !judges(rest[0]) {
			p.toks = rest
			p.note("took for the reason what was better before")
			return
		}
	}
}

// judgesOnly reports whether tokens say that it was better before, and nothing else.
func judgesOnly(toks []*token) bool {
	found := false
	for _, t := range toks {
		switch {
		case judges(t):
			found = true
		case t.kind == mark, t.isAny("fill", "nay", "even", "undone", "pron", "det", "be"):
		default:
			return false
		}
	}
	return found
}

// judges reports whether words that mean an undo say no more than that it was better before.
func judges(t *token) bool {
	return t.is("undo", "one") && someWord("judges", t.text) && !strings.Contains(t.text, "back")
}

// fetchesTo takes "bring it back" before a place for a move, "bring it back, only down in the corner": where nothing was taken away,
// nothing is to be undone besides.
func (p *parser) fetchesTo() {
	for i, t := range p.toks {
		if !t.is("undo", "one") || listed("fetches", t.text) == "" {
			continue
		}
		rest := p.toks[i+1:]
		for len(rest) > 0 && (rest[0].kind == mark || rest[0].isAny("conj", "only", "even", "fill")) {
			rest = rest[1:]
		}
		if p.tookAway() || !some(rest, "place") || some(rest, "verb") {
			return
		}
		t.senses = []sense{{class: "verb", value: "move", lang: "en"}}
		p.toks = append(p.toks[:i+1:i+1], rest...)
		return
	}
}
