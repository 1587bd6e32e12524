package reflex

// misheard takes a word that cannot follow an article for the name of a thing with the same letters: "make the from wider".
func (p *parser) misheard() {
	for i := 1; i < len(p.toks); i++ {
		t, before := p.toks[i], p.toks[i-1]
		if !before.is("det", "the") || t.kind != letters || len(t.text) < 4 || !t.isAny("prep", "conj", "aux", "be", "person", "q") || t.isAny("name", "gene", "kind", "part") {
			continue
		}
		for _, c := range p.s.Cells {
			if title := fold(c.Title); title != t.text && anagram(title, t.text) {
				if senses, n := p.names.longest([]word{{text: title}}); n == 1 {
					t.senses, t.text, t.fuzzy = senses, title, true
				}
			}
		}
	}
}
