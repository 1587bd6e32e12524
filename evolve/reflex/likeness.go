package reflex

import (
	"slices"
	"strings"
)

// likeness joins the halves of "half as wide as the notes": the first "as" belongs to what is compared, not to the half.
func (p *parser) likeness() {
	for i := 0; i+2 < len(p.toks); i++ {
		t, dim, as := p.toks[i], p.toks[i+1], p.toks[i+2]
		share, found := strings.CutSuffix(t.text, " as")
		if !found || !t.is("mult") || !dim.is("dim") || as.text != "as" {
			continue
		}
		t.text, dim.text, dim.end = share, "as "+dim.text+" as", as.end
		dim.senses = []sense{{class: "as", value: "large", lang: "en"}}
		p.toks = slices.Delete(p.toks, i+2, i+3)
	}
}
