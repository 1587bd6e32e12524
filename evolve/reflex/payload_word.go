package reflex

// aWord sets aside the word that is spoken of as a word: "drop the word mind", "replace the word Save with Keep".
func (p *parser) aWord() bool {
	if p.wordOfText() {
		return true
	}
	for i, t := range p.toks {
		if listed("aword", t.text) == "" || i == 0 || i+1 >= len(p.toks) {
			continue
		}
		gone, other := some(p.toks[:i], "verb", "remove"), listed("replaces", p.toks[0].text) != "" || some(p.toks[:i], "verb", "swap")
		added := some(p.toks[:i], "verb", "add", "move")
		if p.toks[i+1].kind == mark {
			continue
		}
		if words := split(p.text(t.start, p.toks[i+1].end)); len(words) > 1 {
			if _, n := p.labels.longest(words); n == len(words) { // "the word count" is called so
				continue
			}
		}
		end := i + 1
		for end < len(p.toks) && p.toks[end].kind != mark && (end == i+1 || !p.toks[end].isAny("prep", "affix", "raise") && listed("affix", p.toks[end].text) == "" && listed("wordgone", p.toks[end].text) == "") {
			end++
		}
		if end < len(p.toks) && listed("wordgone", p.toks[end].text) != "" {
			p.toks[end].senses, gone = []sense{{class: "verb", value: "remove", lang: "en"}}, true
		}
		if added && !gone && !other && end < len(p.toks) && end > i+1 { // "add the word times after it"
			t.senses = []sense{{class: "fill", value: "fill", lang: "en"}}
			if p.toks[i+1].kind != quoted {
				p.setAside(i+1, end, trimPayload(p.typed(p.toks[i+1:end])))
			}
			return true
		}
		if !gone && !other {
			continue
		}
		t.senses = []sense{{class: "aword", value: "aword", lang: "en"}}
		if with := t0(p.toks, end); other && with != nil && with.is("prep") && end+1 < len(p.toks) && p.toks[end+1].kind != quoted {
			p.setAside(end+1, len(p.toks), trimPayload(p.typed(p.toks[end+1:])))
		}
		if p.toks[i+1].kind != quoted {
			p.setAside(i+1, end, trimPayload(p.typed(p.toks[i+1:end])))
		}
		return true
	}
	return false
}
