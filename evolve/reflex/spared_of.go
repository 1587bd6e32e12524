package reflex

// remains reports whether a part of a sentence says of a thing that it stays as it is: "the clock stays as it is", "…, equals
// stays".
func (p *parser) remains(toks []*token) bool {
	i := 0
	for i < len(toks) && toks[i].isAny("fill", "conj") {
		i++
	}
	from := i
	if i >= len(toks) || toks[i].kind == mark {
		return false
	}
	if r, next := (&clause{p: p, toks: toks}).np(i); r != nil {
		if r.bare() {
			return false
		}
		i = next
	} else if p.labelled1(toks[i]) != nil {
		i++
	}
	if i == from || i >= len(toks) || p.says("staysput", toks[i:]) == "" {
		return false
	}
	p.stay = append(p.stay, toks[from:i])
	return true
}

// notThose reports whether a part of a sentence takes one of several things out again that were named before it: "the keys green, not
// the equals though".
func (p *parser) notThose(toks []*token, before [][]*token) bool {
	if len(before) == 0 || len(toks) < 2 || !(toks[0].is("neg") && !toks[0].is("verb")) && listed("skips", toks[0].text) == "" {
		return false
	}
	n := len(toks)
	for n > 1 && (toks[n-1].is("fill") || listed("afterthought", toks[n-1].text) != "") {
		n--
	}
	several := false
	for _, piece := range before {
		several = several || p.severalNamed(piece)
	}
	if !several {
		return false
	}
	r, next := (&clause{p: p, toks: toks[:n]}).np(1)
	if r == nil || next < n || r.bare() || !(r.cell() || r.head == "label") {
		return false
	}
	p.stay = append(p.stay, toks[1:n])
	return true
}

// severalNamed reports whether tokens speak of several things at once, of which one may be left out.
func (p *parser) severalNamed(toks []*token) bool {
	for _, t := range toks {
		if t.isAny("all", "rest", "everywhere") || t.is("det", "all", "these", "those") || t.plural("kind") || t.plural("cellkind") || t.plural("gene") || t.is("verb", "arrange", "tile", "stack", "spread") {
			return true
		}
	}
	return false
}

// sparing are the tokens of what is left of a sentence. Where that speaks of several things, those that shall stay as they are
// are none of them.
func (p *parser) sparing(toks []*token) []*token {
	if len(p.stay) == 0 || !p.severalNamed(toks) || some(toks, "except") {
		return toks
	}
	end := toks[len(toks)-1].end
	out := append(toks[:len(toks):len(toks)], &token{kind: letters, text: "except", start: end, end: end, senses: []sense{{class: "except", value: "except", lang: "en"}}})
	for i, named := range p.stay {
		if i > 0 {
			out = append(out, &token{kind: letters, text: "and", start: end, end: end, senses: []sense{{class: "conj", value: "and", lang: "en"}}})
		}
		out = append(out, named...)
	}
	return out
}
