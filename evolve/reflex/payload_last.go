package reflex

// lastNamed sets a text aside that stands before the verb at the end, as German has it: "die Uhr soll Wanduhr heißen",
// "auf dem Knopf soll Fertig stehen".
func (p *parser) lastNamed() bool {
	end := p.commandEnd(0)
	if end < 3 || listed("lastnamed", p.toks[end].text) == "" {
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
		text := &token{kind: quoted, text: p.text(p.toks[from].start, p.toks[end-1].end), start: p.toks[from].start, end: p.toks[end-1].end}
		verb := "rename"
		if listed("lastnamed", p.toks[end].text) == "say" {
			verb = "say"
		}
		p.toks[i].senses = []sense{{class: "verb", value: verb, lang: "de"}}
		p.toks = append(append(p.toks[:i+1:i+1], text), p.toks[end+1:]...)
		p.note("%q is text", text.text)
		return true
	}
	return false
}
