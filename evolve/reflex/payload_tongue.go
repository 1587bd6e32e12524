package reflex

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
