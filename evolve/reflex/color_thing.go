package reflex

// thingAs is the colour of the thing that token i names, where nothing but a colour can be meant: "accent: wine", "the clock in
// moss", "paint the notes clay". "" where the word means anything else, or the sentence goes on about it.
func (p *parser) thingAs(i int) string {
	t, after := p.toks[i], t0(p.toks, i+1)
	if i == 0 || t.kind != letters || len(t.senses) > 0 || after != nil && after.kind != mark && !after.isAny("conj", "fill") || p.labelAt(i) {
		return ""
	}
	color := listed("thing", t.text)
	if color == "" {
		return ""
	}
	j := i - 1
	for j > 0 && (p.toks[j].isAny("shade", "cast", "plain", "deg") || p.toks[j].is("det", "a", "the") || p.toks[j].kind == mark) {
		j--
	}
	switch before := p.toks[j]; {
	case before.is("prep", "in"), before.is("part", "accent"), before.is("wall"), before.is("part", "background") && p.toks[i-1].kind == mark:
		return color
	case some(p.toks[:i], "verb", "paint") && (after == nil || after.kind == mark):
		return color
	}
	return ""
}
