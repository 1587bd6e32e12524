package reflex

// applauded takes away what is said to what was just done, "perfect.", "whoa,", before something is wished.
func (p *parser) applauded() {
	for i := 0; i+1 < len(p.toks) && i < mostPraise; i++ {
		t := p.toks[i]
		if t.kind != mark {
			continue
		}
		if t.text != "?" && i > 0 && p.says("applause", p.toks[:i]) != "" {
			p.toks = p.toks[i+1:]
			p.applauded()
		}
		return
	}
}

// mostPraise is how many tokens such words have at most.
const mostPraise = 6

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
