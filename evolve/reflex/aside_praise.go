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
