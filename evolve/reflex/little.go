package reflex

// littles takes "little" for how much where a word for more or less follows: nothing gets smaller in "little further".
func (p *parser) littles() {
	for i := 0; i+1 < len(p.toks); i++ {
		t, next := p.toks[i], p.toks[i+1]
		if listed("little", t.text) != "" && t.is("dim") && (next.isAny("inc", "dir", "light", "shade", "dim") || listed("overdone", next.text) != "") {
			t.senses = []sense{{class: "deg", value: "1.15", lang: "en"}}
		}
	}
}
