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
		if i > 0 && p.reasonBegins(i) && (p.onlyWhy(p.toks[i:]) || p.because(i)) {
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
	o.text, o.whys = text, append(slices.Clone(o.whys), p.typed(reason))
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
	if listed("whyword", before.text) == "because" {
		return true
	}
	paused := before.kind == mark && before.text != ":" || listed("whyword", before.text) != ""
	return paused && p.leads("whylead", p.toks[i:]) || p.leads("whysure", p.toks[i:])
}

// because reports whether all from token i on says why, as it stands behind a "because": there may be things in it too.
func (p *parser) because(i int) bool {
	if listed("whyword", p.toks[i-1].text) != "because" || len(p.toks)-i < 2 || !p.ordersAlso(p.toks[:i-1]) {
		return false
	}
	for k, t := range p.toks[i:] {
		if t.kind == mark && i+k+1 < len(p.toks) || t.kind == quoted || t.is("conj") && !t.is("gene") || listed("whybut", t.text) != "" {
			return false // a wish may follow
		}
	}
	return true
}

// explains reports whether tokens before a command only say why it is wanted: "nobody knows what that is for. hide it".
// What it says with words that nobody knows is kept: nobody can be sure then.
func (p *parser) explains(toks []*token) bool {
	for n := len(toks); n > 0 && (toks[n-1].kind == mark || toks[n-1].is("conj") || listed("whyword", toks[n-1].text) != ""); n-- {
		toks = toks[:n-1]
	}
	doing := len(toks) > 1 && toks[0].kind == letters && len(toks[0].senses) == 0 && strings.HasSuffix(toks[0].text, "ing") // "sharing my screen in a sec"
	if announces(toks) || some(toks, "did") || !doing && !p.leads("whylead", toks) || !p.whyNamed(toks) {
		return false
	}
	if !known(toks) {
		p.why = p.typed(toks)
	}
	return true
}

// leads reports whether tokens begin with a text of a list.
func (p *parser) leads(list string, toks []*token) bool {
	said := uttered(toks)
	return slices.ContainsFunc(phrases()[list], func(f phrase) bool { return strings.HasPrefix(said, f.text) })
}

// onlyWhy reports whether nothing in a clause could be wanted: it names nothing of the desktop and wishes nothing.
func (p *parser) onlyWhy(toks []*token) bool {
	return !slices.ContainsFunc(toks, func(t *token) bool { return t.isAny("gene", "name", "cellkind") }) && p.whyNamed(toks)
}

// whyNamed is onlyWhy for a clause that may name what the wish is about.
func (p *parser) whyNamed(toks []*token) bool {
	if len(toks) > 0 && toks[len(toks)-1].kind == mark {
		toks = toks[:len(toks)-1]
	}
	if len(toks) < 2 || strings.Contains(p.typed(toks), ",") {
		return false
	}
	if len(toks) == 2 && listed("its", toks[0].text) != "" && toks[0].end-toks[0].start == len(toks[0].text) {
		return false // "a border for the reset button and its neighbour": a thing, not what it is
	}
	never := some(toks, "neg") || some(toks, "stmt", "disused")
	for i, t := range toks {
		if i == 0 && t.is("verb", "want") && p.leads("whysure", toks) {
			continue // "I need to see it from the couch"
		}
		if _, n := p.labels.longest(split(t.text)); n > 0 && i > 0 && !t.isAny("gene", "name") && !t.is("fill") && len(t.text) > 2 && (!toks[i-1].is("person") && !toks[i-1].is("beh", "when") || len(toks) < 4) {
			return false // "when I count the sheep" names no label
		}
		switch next := t0(toks, i+1); {
		case never && t.is("verb", "want"): // "I shall never need that one"
		case t.text == "one", t.is("here") && next != nil: // "I have one on my wrist", "nothing here can be cancelled"
		case t.is("num") && next != nil && next.kind == letters && len(next.senses) == 0: // "offices in two places"
		case t.text == "when" && next != nil && next.is("person"): // "my thumb lands on it when I count"
		case t.kind == quoted, t.kind == number, t.isAny("color", "dim", "theme", "num", "unit", "style", "gstyle", "undo", "redo", "repeat", "font", "place", "wall", "here", "there", "area", "across", "leftover", "rim"):
			return false
		case t.is("verb", "want", "rename", "undo", "remove", "copy", "say"), listed("whynot", t.text) != "":
			return false
		}
	}
	return true
}
