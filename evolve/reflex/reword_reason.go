package reflex

import (
	"slices"
	"strings"
)

// Why somebody wants something is no part of what is wanted: "hide the notes, I have a patient". What such a clause says of
// the speaker or of other people need not be known word by word, where nothing in it could be a wish.

// reasonPrice is the price of leaving a reason out, strangeReason what is added for one with words that nobody knows.
const (
	reasonPrice   = 1
	strangeReason = 2
)

// reasons leaves out a clause at the end, or at the beginning, that says why.
func (p *parser) reasons(o wording) []wording {
	var out []wording
	for i, t := range p.toks {
		if i > 0 && p.reasonBegins(i) && p.onlyWhy(p.toks[i:]) {
			end := p.toks[i-1].end
			if i > 1 && listed("whyword", p.toks[i-1].text) != "" {
				end = p.toks[i-1].start
			}
			end = len(strings.TrimRight(p.text(0, end), " ,;"))
			out = append(out, o.because(p, p.text(0, end), p.toks[i:]))
			break
		}
		if ends := t.kind == mark || listed("whyword", t.text) == "so"; i > 1 && i+1 < len(p.toks) && ends && p.reasonBegins(0) && p.onlyWhy(p.toks[:i]) {
			out = append(out, o.because(p, p.text(p.toks[i+1].start, len(p.sentence)), p.toks[:i]))
			break
		}
	}
	return out
}

// because is the wording without its reason. One with words that nobody knows is left out with less confidence.
func (o wording) because(p *parser, text string, reason []*token) wording {
	o.text, o.why = text, p.typed(reason)
	if o.price += reasonPrice; !known(reason) {
		o.price += strangeReason
	}
	return o
}

// reasonBegins reports whether a clause that begins at token i may say why: it is about somebody, after a pause or a "because".
func (p *parser) reasonBegins(i int) bool {
	if i == 0 {
		return p.leads("whylead", p.toks)
	}
	before := p.toks[i-1]
	paused := before.kind == mark && before.text != ":" || listed("whyword", before.text) != ""
	return paused && p.leads("whylead", p.toks[i:]) || p.leads("whysure", p.toks[i:])
}

// leads reports whether tokens begin with a text of a list.
func (p *parser) leads(list string, toks []*token) bool {
	said := uttered(toks)
	return slices.ContainsFunc(phrases()[list], func(f phrase) bool { return strings.HasPrefix(said, f.text) })
}

// onlyWhy reports whether nothing in a clause could be wanted: it names nothing of the desktop and wishes nothing.
func (p *parser) onlyWhy(toks []*token) bool {
	if len(toks) > 0 && toks[len(toks)-1].kind == mark {
		toks = toks[:len(toks)-1]
	}
	if len(toks) < 2 || strings.Contains(p.typed(toks), ",") {
		return false
	}
	for i, t := range toks {
		if i == 0 && t.is("verb", "want") && p.leads("whysure", toks) {
			continue // "I need to see it from the couch"
		}
		if _, n := p.labels.longest(split(t.text)); n > 0 && i > 0 && !t.is("fill") && len(t.text) > 2 {
			return false
		}
		switch {
		case t.kind == quoted, t.kind == number, t.isAny("gene", "name", "cellkind", "color", "dim", "theme", "num", "unit", "style", "gstyle", "undo", "redo", "repeat", "font", "place", "wall", "here", "there"):
			return false
		case t.is("verb", "want", "rename", "undo", "remove", "copy", "say"), listed("whynot", t.text) != "":
			return false
		}
	}
	return true
}
