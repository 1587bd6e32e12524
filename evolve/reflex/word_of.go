package reflex

// wordOf takes "the word Counter" for the title that says it, not for the whole cell of that name.
func (p *parser) wordOf() {
	for i := 1; i+1 < len(p.toks); i++ {
		if t := p.toks[i]; t.text == "word" && p.toks[i-1].is("det", "the") && p.toks[i+1].isAny("gene", "name") {
			t.senses = []sense{{class: "part", value: "title", lang: "en"}}
		}
	}
}
