package reflex

// owners takes from a word that is a label on the desktop what else it means, where it has something that only a label has:
// "Reset's label" is no wish to reset.
func (p *parser) owners(toks []*token) []*token {
	for i := 0; i+2 < len(toks); i++ {
		t, of := toks[i], toks[i+1]
		if !t.isAny("verb", "no", "undo") || t.isAny("name", "gene") || t.kind == quoted || !of.is("prep", "of") || of.start != of.end || !toks[i+2].isAny("part", "prop", "dim", "text", "tip", "room") {
			continue
		}
		if _, n := p.labels.longest(split(t.text)); n > 0 {
			t.senses = []sense{{class: "owner", value: "owner", lang: "en"}}
		}
	}
	return toks
}
