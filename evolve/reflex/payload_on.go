package reflex

// written reads "write Hello on the reset button": the text stands between the verb and what it is written on.
func (p *parser) written() bool {
	if len(p.toks) < 4 {
		return false
	}
	verb := 0
	for verb < len(p.toks) && (p.toks[verb].is("fill") || p.toks[verb].kind == mark) {
		verb++
	}
	v := t0(p.toks, verb)
	abroad := v != nil && v.foreign("verb") && listed("writes", v.text) != ""
	if v == nil || !abroad && v.text != "write" && v.text != "print" && v.text != "type" || t0(p.toks, verb+1) == nil || p.toks[verb+1].kind == quoted {
		return false
	}
	c := &clause{p: p, toks: p.toks}
	for i := len(p.toks) - 2; i > verb+1; i-- {
		if !p.toks[i].is("prep", "on", "in") && p.toks[i].text != "onto" && !(abroad && p.toks[i].foreign("prep")) {
			continue
		}
		r, next := c.np(i + 1)
		if r == nil || r.head == "all" {
			continue
		}
		how := p.saidHow(next - 1)
		for _, rest := range p.toks[next:] {
			if len(how) == 0 && rest.kind != mark && !rest.is("fill") {
				return false
			}
		}
		if len(how) > 0 {
			p.toks = append(p.toks[:next:next], how...)
		}
		p.setAside(verb+1, i, trimPayload(p.typed(p.toks[verb+1:i])))
		if abroad {
			return true // "schreib Los auf den Knopf"
		}
		p.toks[verb] = &token{kind: letters, text: "put", start: p.toks[verb].start, end: p.toks[verb].end, senses: []sense{{class: "verb", value: "move", lang: "en"}}}
		return true
	}
	return false
}
