package reflex

// apart joins a verb with its second half at the end of the command, as German and Norwegian have it: "nimm die Notizen
// weg", "blende bitte die Sekunden aus". Which verbs have one stand in the lexicons as two words.
func (p *parser) apart() {
	lex := loadLexicon()
	for i := 0; i < len(p.toks); i++ {
		t := p.toks[i]
		if t.kind != letters || i > 0 && p.toks[i-1].is("det") {
			continue
		}
		if _, begins := lex.of(t.text); !begins {
			continue
		}
		j := p.commandEnd(i + 1)
		if j < i+2 || listed("particle", p.toks[j].text) == "" {
			continue
		}
		whole, _ := lex.of(t.text + " " + p.toks[j].text)
		if !(&token{senses: whole}).isAny("verb", "turn", "undo", "style") {
			continue
		}
		t.senses = whole
		if p.toks[j].end == p.toks[len(p.toks)-1].end {
			p.cut = p.toks[j].start // no text goes on to it: "benenne die Uhr in Küche um"
		}
		p.toks = append(p.toks[:j:j], p.toks[j+1:]...)
	}
}

// commandEnd is the last token before the sentence goes on with something else.
func (p *parser) commandEnd(from int) int {
	end := -1
	for j := from; j < len(p.toks); j++ {
		t := p.toks[j]
		if t.kind == mark || t.is("conj") && listed("particle", t.text) == "" && !p.listOn(j) {
			break
		}
		if !(t.is("chat", "thanks") || listed("thanks", t.text) != "") {
			end = j
		}
	}
	return end
}

// listOn reports whether a conjunction only joins two things of one command: "nimm die Uhr und die Notizen weg".
func (p *parser) listOn(j int) bool {
	r, _ := (&clause{p: p, toks: p.toks}).np(j + 1)
	return r != nil
}
