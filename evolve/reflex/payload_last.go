package reflex

// lastNamed sets a text aside that stands before the verb at the end, as German has it: "die Uhr soll Wanduhr heißen",
// "auf dem Knopf soll Fertig stehen".
func (p *parser) lastNamed() bool {
	end := p.commandEnd(0)
	if end < 3 {
		return false
	}
	verb := listed("lastnamed", p.toks[end].text)
	if verb == "" {
		return false
	}
	for i := 1; i+1 < end; i++ {
		if !p.toks[i].is("aux", "should") {
			continue
		}
		from := i + 1
		for from < end-1 && p.toks[from].is("fill") {
			from++ // "soll bitte Wanduhr heißen"
		}
		if p.toks[from].kind == quoted {
			return false
		}
		p.toks[i].senses = []sense{{class: "verb", value: verb, lang: "de"}}
		p.setAside(i+1, end+1, p.typed(p.toks[from:end]))
		return true
	}
	return false
}
