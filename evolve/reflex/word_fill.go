package reflex

// fills takes "fill" for what lies behind, where it is a noun: "a border but no fill", "a red fill".
func (p *parser) fills() {
	p.goes()
	for i, t := range p.toks {
		if t.is("deg") && listed("therefore", t.text) == "so" && (i == 0 || p.toks[i-1].kind == mark) && p.commandsAt(i+1) {
			t.senses = []sense{{class: "fill", value: "fill", lang: "en"}} // "so hide it" says no degree
		}
		if t.text == "empty" && t.is("verb") && i > 0 && p.toks[i-1].is("det") && i+1 < len(p.toks) && p.toks[i+1].isAny("cellkind", "gene", "kind") {
			t.senses = []sense{{class: "fill", value: "fill", lang: "en"}} // "an empty window"
		}
		if t.text != "fill" || i == 0 || !t.is("verb", "fill") {
			continue
		}
		if before := p.toks[i-1]; before.isAny("neg", "det", "color", "shade", "cast") {
			t.senses = []sense{{class: "part", value: "background", lang: "en"}}
		}
	}
}

// commandsAt reports whether a verb stands at token i, after what only fills.
func (p *parser) commandsAt(i int) bool {
	for i < len(p.toks) && p.toks[i].is("fill") {
		i++
	}
	return i < len(p.toks) && p.toks[i].is("verb")
}
