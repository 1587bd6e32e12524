package reflex

import (
	"slices"
	"strings"
)

// preface cuts off what is said before a command: "it is rather dark in here, can you turn the lights on". It is no
// command, but what it speaks of is what "it" means next.
func (p *parser) preface() {
	for i := 1; i < len(p.toks); i++ {
		marked := p.toks[i-1].kind == mark || p.toks[i-1].text == "so" || i > 1 && p.toks[i-1].is("even") && p.toks[i-2].kind == mark
		if i == 1 && !p.toks[0].is("chat") || !p.commands(i, marked) {
			continue
		}
		c := &clause{p: p, toks: p.toks[:i]}
		c.find()
		if !c.remark() && !(p.paused(i) && p.explains(p.toks[:i])) {
			c.forget()
			continue
		}
		if some(p.toks[:i], "complaint") && !resizes(p.toks[i:]) && !remedies(p.toks[:i], p.toks[i:]) {
			c.forget()
			return // what is wrong with it is a wish of its own
		}
		c.forget()
		p.spoken(p.toks[:i])
		p.toks = p.toks[i:]
		p.note("took the beginning for a remark")
		return
	}
}

// paused reports whether there is a pause before token i, or before its "so" or "and".
func (p *parser) paused(i int) bool {
	if (p.toks[i-1].text == "so" || p.toks[i-1].text == ":") && i < len(p.toks) && p.toks[i].is("verb") {
		return true // "… so lose it"
	}
	if t := p.toks[i-1]; i > 1 && (listed("whyword", t.text) == "so" || t.is("conj")) {
		i--
	}
	return p.toks[i-1].kind == mark
}

// agreed cuts off "oh right, …": with a pause behind it, it is no side, and nothing moves.
func (p *parser) agreed() {
	for i, t := range p.toks {
		switch next := t0(p.toks, i+1); {
		case t.is("yes") && t.isAny("dir", "side") && i > 0 && next != nil && next.kind == mark && i+2 < len(p.toks):
			p.toks = p.toks[i+2:]
			return
		case !t.is("fill", "fill") && !t.isAny("conj", "chat") && t.kind != mark:
			return
		}
	}
}

// spoken keeps what tokens that are dropped speak of: "it" means that next.
func (p *parser) spoken(toks []*token) {
	c := &clause{p: p, toks: toks}
	if c.find(); len(c.refs) == 0 {
		return
	}
	if r := c.refs[0]; r.head == "gene" && len(c.living(r)) == 0 {
		p.gone = r.value
	} else if set, ok := p.resolve(r); ok {
		c.targets, c.done = set, true
		p.said = c
	}
	p.open, p.ask, p.met = nil, nil, 0
}

// commands reports whether a command begins at token i: a verb after a pause, a request, or a plain "make it …".
func (p *parser) commands(i int, marked bool) bool {
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

// remark reports whether the tokens say how things are and want nothing. Each word must be known: another might turn all round.
func (c *clause) remark() bool {
	if second := t0(c.toks, 1); second != nil && second.is("prep", "to") || announces(c.toks) {
		return false
	}
	says := false
	for i, t := range c.toks {
		switch {
		case i == 0 && listed("slipped", t.text) != "":
		case t.is("did"), t.is("beh", "when"), t.is("aux", "should"), t.is("q"), t.is("fill", "ask"), t.kind == quoted, t.is("unsafe"), t.is("query"), t.is("correct"):
			return false
		case t.text == "if", t.is("verb") && !t.is("fill") && !t.is("stmt") && i < 2, t.is("undo"), t.is("repeat"):
			return false
		case t.kind == letters && len(t.senses) == 0 && !t.used && t.text != "so":
			return false
		case t.is("chat") && i == 0:
			says = true
		case t.is("be"), t.is("stmt"):
			says = says || i > 0 || t.is("stmt")
		case t.isAny("complaint", "gripe"):
			says = true
		}
	}
	return says && (!c.toks[0].is("neg") || c.toks[0].text == "no")
}

// forget lets the tokens be read again.
func (c *clause) forget() {
	for _, t := range c.toks {
		t.used = false
	}
}

// remedies reports whether a command says itself what shall be done about a complaint that it is too bright or too dark.
func remedies(complaint, command []*token) bool {
	if someListed(complaint, "unseen") && slices.ContainsFunc(command, func(t *token) bool { return t.isAny("raise", "place", "rel", "dir") || t.is("verb", "show") }) {
		return true // "I can't see the form, bring it forward"
	}
	return some(complaint, "complaint", "darker", "lighter") &&
		slices.ContainsFunc(command, func(t *token) bool { return t.isAny("theme", "light", "shade", "color") })
}

func resizes(toks []*token) bool {
	return slices.ContainsFunc(toks, func(t *token) bool { return t.isAny("dim", "mult", "inc", "unit", "prop", "undo") })
}
