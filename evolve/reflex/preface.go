package reflex

import (
	"slices"
)

// preface cuts off what is said before a command: "it is rather dark in here, can you turn the lights on". It is no
// command, but what it speaks of is what "it" means next.
func (p *parser) preface() {
	for i := 1; i < len(p.toks); i++ {
		marked := p.toks[i-1].kind == mark || p.toks[i-1].text == "so" || i > 1 && p.toks[i-1].is("even") && p.toks[i-2].kind == mark
		if i == 1 && !p.toks[0].is("chat") || !p.orderAt(i, marked) {
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
		if len(c.refs) == 0 && slices.ContainsFunc(p.toks[:i], stylish) && some(p.toks[i:], "pron") {
			c.forget()
			return // "the seconds are too tiny, make them bigger": no thing that is known is meant
		}
		c.forget()
		nowhere := p.spoken(p.toks[:i])
		if p.toks = p.toks[i:]; some(p.toks, "pron") {
			p.ask = nowhere // "it" would be what is not there
		}
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

// spoken keeps what tokens that are dropped speak of: "it" means that next. Where that is a part which is not there it returns what asks
// about it.
func (p *parser) spoken(toks []*token) (nowhere *Question) {
	c := &clause{p: p, toks: toks}
	if c.find(); len(c.refs) == 0 {
		return nil
	}
	if r := c.refs[0]; r.head == "gene" && len(c.living(r)) == 0 {
		p.gone = r.value
	} else if set, ok := p.resolve(r); ok {
		c.targets, c.done = set, true
		p.said = c
	} else if p.open == nil && p.ask != nil && r.head == "kind" && r.value != "any" && len(c.refs) == 1 {
		nowhere = p.ask
	}
	p.open, p.ask, p.met = nil, nil, 0
	return nowhere
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
