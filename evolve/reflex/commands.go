package reflex

import "strings"

// orderAt reports whether a command begins at token i: a verb after a pause, a request, or a plain "make it …".
func (p *parser) orderAt(i int, marked bool) bool {
	t := p.toks[i]
	switch next := t0(p.toks, i+1); {
	case p.toks[i-1].is("prep", "to"):
		return false
	case marked && t.is("det", "the", "my") && next != nil && (next.isAny("gene", "name", "kind", "part", "gstyle", "style") || p.labelled(next)) && some(p.toks[i:min(len(p.toks), i+4)], "aux", "should"):
		return true // "the kids keep asking, so the date needs to stand above"
	case t.is("fill", "ask"):
		return true
	case marked && t.is("repeat", "same"):
		return true // "nice. now do the same to cancel"
	case marked && t.is("theme"):
		return true // "the screen is too bright, go dark"
	case marked && t.is("dim") && t0(p.toks, i+1) != nil && p.toks[i+1].isAny("det", "gene", "name"):
		return true // "it's too big, shrink the notes"
	case t.isAny("dim", "inc", "font") && p.toks[i-1].kind == mark && strings.Contains(".!;", p.toks[i-1].text):
		return true // "the writing in the notes is small. Larger letters please."
	case !t.isAny("verb", "dim", "inc", "turn") && !t.is("undo", "one"):
		return false
	case marked && t.is("kind") && t.is("verb") && t0(p.toks, i+1) != nil && p.toks[i+1].is("prep", "to"):
		return true // "switch to …" is no switch
	case (marked || t.is("undo", "one")) && !t.is("dim"):
		return !t.is("gene") && !t.is("kind")
	}
	next := t0(p.toks, i+1)
	if next != nil && next.is("pron") && (t.is("verb", "arrange", "remove", "lock", "unlock", "hide") || t.is("dim")) && !p.toks[i-1].isAny("prep", "neg", "person", "aux", "conj") {
		return true // "… clean it up"
	}
	return next != nil && (t.text == "make" || t.text == "put" || t.text == "turn" || t.text == "move") && next.isAny("pron", "det", "name", "gene") &&
		!p.toks[i-1].isAny("prep", "neg", "person", "det", "aux", "conj", "fill")
}

// orders reports whether a piece is an order: it begins with what shall be done.
func orders(s stretch) bool {
	for _, t := range s.toks {
		if !t.is("fill") {
			return t.isAny("verb", "dim", "turn", "theme") && !t.is("stmt")
		}
	}
	return false
}
