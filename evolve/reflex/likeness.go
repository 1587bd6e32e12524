package reflex

import (
	"slices"
	"strings"
)

// likePointed takes "twice the height of Save", said over another thing, for how high that shall be.
func (p *parser) likePointed() {
	at := p.s.Point
	if at == nil || !at.Given || at.Cell == "" || len(p.toks) < 5 || listed("timesof", p.toks[0].text) == "" {
		return
	}
	the, side, of, what := p.toks[1], p.toks[2], p.toks[3], p.toks[4]
	if !the.is("det", "the") || !side.is("prop") || !of.is("prep", "of") || what.is("pron") || what.is("det", "this", "that") {
		return
	}
	if cell := p.s.cell(at.Cell); cell == nil || at.Node == "" && some(p.toks[4:], "gene", cell.Gene) {
		return // its own
	}
	adj := map[string]string{"width": "wide", "height": "tall", "size": "big"}[side.value("prop")]
	if adj == "" {
		return
	}
	as := &token{kind: letters, text: "as " + adj + " as", start: the.start, end: of.end, senses: []sense{{class: "as", value: "large", lang: "en"}}}
	p.toks = slices.Concat(p.toks[:1], []*token{as}, p.toks[4:])
}

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
