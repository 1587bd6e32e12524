package reflex

import "slices"

// keepsBeside reads "take back the yellow but keep the corners" as what shall not be alone. What shall stay must say of a change what
// it was like, or that it is all the rest.
func (p *parser) keepsBeside() {
	if p.s.Deeds == nil || !some(p.toks, "undo", "one") {
		return
	}
	for i := 1; i+1 < len(p.toks); i++ {
		if p.toks[i].kind != mark && !p.toks[i].is("conj") {
			continue
		}
		before, behind := p.toks[:i], p.toks[i+1:]
		for len(behind) > 1 && (behind[0].kind == mark || behind[0].is("conj")) {
			behind = behind[1:]
		}
		switch {
		case undoesWhich(before) && p.keepsWhich(behind):
			p.toks = before
		case p.keepsWhich(before) && undoesWhich(behind):
			p.toks = behind
		default:
			continue
		}
		p.note("the rest stays as it is")
		return
	}
}

// undoesWhich reports whether tokens take a change back and say which.
func undoesWhich(toks []*token) bool {
	return some(toks, "undo", "one") && slices.ContainsFunc(toks, func(t *token) bool { return !t.is("undo") && t.trait() != nil })
}

// keepsWhich reports whether tokens say of something that was changed that it stays so: "keep the corners", "the corners can stay",
// "leave the rest".
func (p *parser) keepsWhich(toks []*token) bool {
	for len(toks) > 1 && toks[len(toks)-1].is("fill", "fill") {
		toks = toks[:len(toks)-1]
	}
	end := len(toks)
	for k := 1; k < len(toks); k++ {
		if p.says("staysput", toks[k:]) != "" || p.says("asitwas", toks[k:]) != "" {
			end = k
			break
		}
	}
	mode, from := keptOrDropped(toks, "")
	if mode == "drop" || mode == "" && end == len(toks) {
		return false
	}
	if mode == "" {
		from = 0
	}
	what := toks[min(from, end):end]
	return p.says("rest", what) != "" || len(what) > 0 && p.likeAll(what) != nil
}
