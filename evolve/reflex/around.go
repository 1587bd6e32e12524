package reflex

// around takes "round" for "around" where it says what a border goes round, "a thin border round it": no corner is rounded.
func (p *parser) around() {
	for i := 1; i+1 < len(p.toks); i++ {
		t, next := p.toks[i], p.toks[i+1]
		if t.text == "round" && p.toks[i-1].is("part", "border") && (next.isAny("pron", "det", "gene", "name", "all") || next.is("both")) {
			t.senses = []sense{{class: "prep", value: "around", lang: "en"}}
		}
	}
}
