package reflex

// headed is where the text begins of "label: Discard" and "new title: Delete all", 0 where a sentence does not begin so. What
// stands behind the colon is no order, unless it only says how the letters look: "text: white".
func (p *parser) headed() int {
	i := 0
	for i < len(p.toks) && (p.toks[i].isAny("det", "fill") || p.toks[i].kind == mark) {
		i++
	}
	head, colon := t0(p.toks, i), t0(p.toks, i+1)
	if colon == nil || colon.kind != mark || colon.text != ":" || i+2 >= len(p.toks) || listed("headings", head.text) == "" || p.property(p.toks[i+2:]) {
		return 0
	}
	return i + 2
}
