package reflex

import "strings"

// another takes "a third" before a thing for one more of it: as a measure it would stand before "bigger".
func (p *parser) another() {
	for i, t := range p.toks {
		if til := t0(p.toks, i+2); til != nil && til.text == "til" && t.foreign("det") && t.is("det", "a") && p.toks[i+1].isAny("kind", "gene", "name", "cellkind") { // "et skjema til"
			t.senses = []sense{{class: "verb", value: "copy", lang: "nb"}}
			til.senses = []sense{{class: "fill", value: "fill", lang: "nb"}}
			continue
		}
		if next := t0(p.toks, i+1); next != nil && t.is("mult") && strings.HasPrefix(t.text, "a ") && next.isAny("kind", "gene", "name", "cellkind") {
			t.senses = []sense{{class: "det", value: "new", lang: "en"}}
		}
	}
}
