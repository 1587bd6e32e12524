package reflex

// fills takes "fill" for what lies behind, where it is a noun: "a border but no fill", "a red fill".
func (p *parser) fills() {
	p.goes()
	for i, t := range p.toks {
		if t.text != "fill" || i == 0 || !t.is("verb", "fill") {
			continue
		}
		if before := p.toks[i-1]; before.isAny("neg", "det", "color", "shade", "cast") {
			t.senses = []sense{{class: "part", value: "background", lang: "en"}}
		}
	}
}
