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

// withoutWhy is a sentence without a clause at its end, or at its beginning, that says why. It reports false where there is none, or
// it may not be left out.
func (p *parser) withoutWhy(may bool) (wording, bool) {
	if !may {
		return wording{}, false
	}
	pieces := p.stretches()
	for k := 1; k < len(pieces); k++ {
		before, behind := pieces[:k], pieces[k:]
		if last := before[k-1].toks; listed("waits", last[len(last)-1].text) != "" {
			continue // "… until my wife is back" is when
		}
		o := wording{price: reasonPrice}
		why := flat(before)
		if p.parts(pieces[k]) && p.leads("whylead", why) && p.onlyWhy(why) {
			o.text = p.text(withoutWord(pieces[k].toks, "so")[0].start, len(p.sentence))
		} else if why = withoutWord(flat(behind), ""); p.saysWhy(before[k-1], behind, why) || p.because(before, behind, why) {
			o.text = p.text(0, before[k-1].to)
		} else {
			continue
		}
		if o.why = p.typed(why); !known(why) {
			o.price += strangeReason
		}
		return o, true
	}
	return wording{}, false
}

// withoutWord are tokens without the word that they begin with and that leads to a reason, or to what comes of one.
func withoutWord(toks []*token, which string) []*token {
	if word := listed("whyword", toks[0].text); len(toks) > 1 && word != "" && (which == "" || word == which) {
		return toks[1:]
	}
	return toks
}

// parts reports whether what stands before a piece may be all that says why: there is a pause, or a "so".
func (p *parser) parts(s stretch) bool {
	return s.pause != unmarked && s.pause != turned && s.pause != reason || listed("whyword", s.toks[0].text) == "so"
}

// saysWhy reports whether all from a piece on only says why: it is about somebody, after a pause or a "because", or plainly why
// without either.
func (p *parser) saysWhy(before stretch, behind []stretch, why []*token) bool {
	word := listed("whyword", behind[0].toks[0].text)
	paused := word != "" || behind[0].pause != unmarked && behind[0].pause != turned && !strings.Contains(p.text(before.to, behind[0].from), ":")
	return (word == "because" || paused && p.leads("whylead", why) || p.leads("whysure", why)) && p.onlyWhy(why)
}

// because reports whether all from a piece on says why, as it begins with a "because": there may be things in it too.
func (p *parser) because(before, behind []stretch, why []*token) bool {
	if listed("whyword", behind[0].toks[0].text) != "because" || len(why) < 2 || strings.ContainsAny(p.typed(why), ",.;:!?()") ||
		!slices.ContainsFunc(before, func(s stretch) bool { return p.ordersAlso(s.toks) }) {
		return false
	}
	return !slices.ContainsFunc(why, func(t *token) bool { // a wish may follow
		return t.kind == quoted || t.is("conj") && !t.is("gene") || listed("whybut", t.text) != "" || listed("waits", t.text) != ""
	})
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
	if len(toks) == 0 {
		return false
	}
	if first, _, _ := strings.Cut(toks[0].text, " "); !opens(list, first) {
		return false
	}
	return head(list, strings.TrimSpace(uttered(toks))).text != ""
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
		case t.is("verb", "want", "rename", "undo", "remove", "copy", "say"), t.is("correct"), listed("whynot", t.text) != "":
			return false
		}
	}
	return true
}
