package reflex

import (
	"strings"
)

// translated leaves "say this in Spanish" to a model: those words are no text that shall be shown.
func (p *parser) translated() bool {
	n := len(p.toks)
	if n > 1 && p.toks[n-1].kind == mark {
		n--
	}
	if n < 4 || listed("tongue", p.toks[n-1].text) == "" || !p.toks[n-2].is("prep", "in", "to", "into") || !p.toks[n-3].isAny("pron", "kind") && !p.toks[n-3].is("det", "this", "that") && !p.toks[n-3].is("part") {
		return false
	}
	p.toks[n-1].senses = []sense{{class: "beh", value: "do", lang: "en"}}
	return true
}

// quotedBehind is the first quote from a token on, 0 where the text holds the quote: it says one more word of saying before it.
func (p *parser) quotedBehind(from int) int {
	for i := from; i < len(p.toks); i++ {
		switch t := p.toks[i]; {
		case t.kind == quoted && strings.ContainsRune("\"“«„", firstRune(p.text(t.start, t.end))):
			return i
		case i > from+3:
			return 0
		}
	}
	return 0
}
