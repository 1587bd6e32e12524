package reflex

// formerText is where a text ends that begins at token from, because what it shall stand for is named behind it: "make it say send
// instead of save". It is 0 where nothing here says that.
func (p *parser) formerText(from int) int {
	for i := from + 1; i+1 < len(p.toks); i++ {
		t := p.toks[i]
		if !t.is("instead") && listed("formerly", t.text) == "" {
			continue
		}
		rest := p.toks[i+1:]
		for len(rest) > 1 && (rest[0].is("det") || rest[0].kind == mark) {
			rest = rest[1:]
		}
		last := len(rest)
		for last > 1 && (rest[last-1].kind == mark || rest[last-1].is("fill") || rest[last-1].is("even")) {
			last--
		}
		said := split(p.text(rest[0].start, rest[last-1].end))
		if _, n := p.labels.longest(said); n > 0 && n == len(said) {
			return p.toks[i].start
		}
	}
	return 0
}
