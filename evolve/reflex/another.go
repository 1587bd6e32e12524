package reflex

import "strings"

// another takes "a third" before a thing for one more of it: as a measure it would stand before "bigger".
func (p *parser) another() {
	for i, t := range p.toks {
		if next := t0(p.toks, i+1); next != nil && t.is("mult") && strings.HasPrefix(t.text, "a ") && next.isAny("kind", "gene", "name", "cellkind") {
			t.senses = []sense{{class: "det", value: "new", lang: "en"}}
		}
	}
}
