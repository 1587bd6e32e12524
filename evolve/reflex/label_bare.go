package reflex

import "strings"

// bareLabels takes words for labels that stand where only a name can: "the minus one smaller", "and reset grey".
func (p *parser) bareLabels() {
	for i, t := range p.toks {
		if _, n := p.labels.longest(split(t.text)); n == 0 || t.kind == quoted || t.isAny("name", "gene") {
			continue
		}
		prev, next := t0(p.toks, i-1), t0(p.toks, i+1)
		switch {
		case next == nil:
		case t.isAny("plus", "minus") && prev != nil && prev.is("det", "the", "other") && next.text == "one":
			next.kind, next.num, next.senses = letters, 0, []sense{{class: "kind", value: "button", lang: "en"}}
		case t.is("conj") && t.text == "plus" && prev != nil && prev.kind == mark && strings.Contains(":-–—", prev.text) && next.isAny("color", "dim", "shade", "font", "light"):
			t.senses = nil // "counter: plus green"
		case (t.is("verb") && !t.is("verb", "remove", "hide", "make") || t.is("no") && !t.is("nay")) && (prev == nil || prev.kind == mark || prev.is("conj")) && (next.isAny("color", "dim", "shade") || next.is("also") && i > 0) && p.ends(i+2):
			t.senses = nil
		}
	}
}

// ends reports whether a clause ends at token i.
func (p *parser) ends(i int) bool {
	t := t0(p.toks, i)
	return t == nil || t.kind == mark || t.is("conj") || t.is("fill") || t.is("even")
}
