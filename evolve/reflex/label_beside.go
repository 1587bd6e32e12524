package reflex

import "slices"

// sideBySide puts an "and" between two labels that stand side by side without one: "the plus minus buttons".
func (p *parser) sideBySide() {
	for i := 0; i+1 < len(p.toks); i++ {
		a, b := p.toks[i], p.toks[i+1]
		if a.text != "plus" || !b.is("minus") || p.labelled1(a) == nil || p.labelled1(b) == nil {
			continue
		}
		and := &token{kind: letters, text: "and", start: b.start, end: b.start, senses: []sense{{class: "conj", value: "and", lang: "en"}}}
		p.toks = slices.Insert(p.toks, i+1, and)
		p.note("%q and %q stand side by side", a.text, b.text)
		return
	}
}
