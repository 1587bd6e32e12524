package reflex

// parted are verbs that mean to remove only with a word that may stand far behind: "throw the clock out".
var parted = map[string]bool{"throw": true, "take": true, "toss": true, "chuck": true, "clear": true, "put": true, "get": true}

// phrasal joins such verbs with their second half at the end of the sentence.
func (p *parser) phrasal() {
	first, last := -1, -1
	for i, t := range p.toks {
		switch {
		case t.kind == letters && parted[t.text] && first < 0:
			first = i
		case t.kind == letters && !t.is("fill"):
			last = i
		}
	}
	if first < 0 || last <= first+1 {
		return
	}
	end := p.toks[last]
	if end.text != "away" && !(end.text == "out" && p.toks[first].text != "put" && p.toks[first].text != "get") {
		return
	}
	p.toks[first].senses = []sense{{class: "verb", value: "remove", lang: "en"}}
	end.senses = []sense{{class: "fill", value: "fill", lang: "en"}}
}
