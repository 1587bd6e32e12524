package reflex

import "strings"

// bareLabels takes words for labels that stand where only a name can: "the minus one smaller", "and reset grey".
func (p *parser) bareLabels() {
	p.signedLabels()
	for i, t := range p.toks {
		p.savesNothing(i)
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
		case t.is("conj") && t.text == "plus" && some(p.toks, "minus") && (prev == nil || prev.kind == mark) && next.isAny("color", "dim", "shade", "font", "light"):
			t.senses = nil // "plus green, minus red"
		case (t.is("verb") && !t.is("verb", "remove", "hide", "make") || t.is("no") && !t.is("nay")) && (prev == nil || prev.kind == mark || prev.is("conj")) && (next.isAny("color", "dim", "shade") || next.is("also") && i > 0) && p.ends(i+2):
			t.senses = nil
		case t.is("verb") && i > 0 && prev.is("verb", "make", "paint") && next.isAny("color", "dim", "shade", "mult", "font") && len(p.labelled1(t)) > 0 && !next.isAny("gene", "name"):
			t.senses = nil // "make Start wider"
		case t.is("verb", "restore") && p.bareSubject(i), p.headsKind(i):
			t.senses = nil
		case t.is("conj") && prev != nil && prev.is("det", "the") && next.isAny("dim", "color", "shade", "tone", "light", "font", "shape"):
			t.senses = nil // "make the plus wider"
		case t.is("conj") && t.text == "plus" && next.kind == mark && next.text == "," && prev != nil && (prev.is("det", "the") || prev.is("verb") && !prev.is("verb", "add")):
			t.senses = nil // "the plus, minus and times keys"
		case saysAlso(next) && prev != nil && prev.is("det", "the", "other") && p.labelled1(t) != nil:
			t.senses = nil // "the reset too"
		}
	}
}

// headsKind reports whether a label that is a verb too begins a clause with what it is and how it shall be: "reset button in grey",
// "delete button bold". Alone, "delete button" is a wish.
func (p *parser) headsKind(i int) bool {
	t, prev, kind, how := p.toks[i], t0(p.toks, i-1), t0(p.toks, i+1), t0(p.toks, i+2)
	if how != nil && how.is("prep", "in") {
		how = t0(p.toks, i+3)
	}
	if how == nil || !kind.is("kind") || !(prev == nil || prev.kind == mark || prev.isAny("conj", "fill")) || !how.isAny("color", "tone", "shade", "dim", "font", "light", "shape", "part", "deg", "inc") {
		return false
	}
	for _, of := range p.labelled1(t) {
		if n := p.s.cell(of.Cell).node(of.Node); n != nil && n.Kind == kind.value("kind") {
			return true
		}
	}
	return false
}

// savesNothing takes the "save the" of "give Save the same size" for the label that it is: what is the same cannot be saved.
func (p *parser) savesNothing(i int) {
	t, next := p.toks[i], t0(p.toks, i+1)
	head, the, _ := strings.Cut(t.text, " ")
	if the != "the" || !t.is("beh") || next == nil || !next.is("prop", "same") {
		return
	}
	if _, n := p.labels.longest(split(head)); n > 0 {
		t.text, t.end, t.senses = head, t.start+len(head), nil
	}
}

// bareSubject reports whether a label that is a verb too begins a clause that says how it shall be: "and reset, but half as wide",
// "Reset goes first", "the Reset next to it".
func (p *parser) bareSubject(i int) bool {
	prev, next := t0(p.toks, i-1), t0(p.toks, i+1)
	if prev != nil && prev.is("det", "the") && next != nil && next.isAny("rel", "be", "aux", "prep") {
		return true
	}
	if prev != nil && prev.kind != mark && !prev.is("conj") && !prev.is("fill") {
		return false
	}
	if listed("itgoes", next.text) != "" {
		return true
	}
	if next.kind != mark || next.text != "," {
		return false
	}
	how := false
	for _, t := range p.toks[i+2:] {
		if t.isAny("verb", "gene", "name", "pron", "undo", "cellkind") {
			return false
		}
		how = how || t.isAny("dim", "mult", "color", "shade", "font", "prop", "as", "num")
	}
	return how
}

// ends reports whether a clause ends at token i.
func (p *parser) ends(i int) bool {
	t := t0(p.toks, i)
	return t == nil || t.kind == mark || t.is("conj") || t.is("fill") || t.is("even")
}

// signedLabels joins "minus" and "one" where a label is called so: it counts nothing then.
func (p *parser) signedLabels() {
	for i := 0; i+1 < len(p.toks); i++ {
		t, next := p.toks[i], p.toks[i+1]
		if t.text != "plus" && t.text != "minus" || t.kind != letters || !next.counts() {
			continue
		}
		if words := split(p.text(t.start, next.end)); len(words) == 2 {
			if _, n := p.labels.longest(words); n == len(words) {
				one := &token{kind: letters, text: joined(words), start: t.start, end: next.end}
				p.toks = append(append(p.toks[:i:i], one), p.toks[i+2:]...)
			}
		}
	}
}
