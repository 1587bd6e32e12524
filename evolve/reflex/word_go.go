package reflex

import "strings"

// goes takes "go dark" before a colour for a dark one of it: "go dark red for the accent" switches no theme.
func (p *parser) goes() {
	for i, t := range p.toks {
		next := t0(p.toks, i+1)
		way, ok := strings.CutPrefix(t.text, "go ")
		if !ok || next == nil || !next.is("color") || !t.is("theme", "dark", "light") {
			continue
		}
		t.senses = []sense{{class: "shade", value: way, lang: "en"}}
	}
}
