package reflex

// saidWhere are the tokens behind the name of something new, from token from on, that say where it shall stand: "a clock named
// Oslo in the lower left corner".
func (p *parser) saidWhere(from int) []*token {
	before := p.toks[:from]
	if !some(before, "verb", "rename") || !some(before, "verb", "copy") && (!some(before, "gene") || !some(before, "det", "a", "new") && !some(before, "verb", "add")) {
		return nil
	}
	for j := from + 1; j < len(p.toks); j++ {
		if t := p.toks[j]; (t.kind == mark || t.isAny("prep", "rel", "place", "here", "there")) && onlyWhere(p.toks[j:]) {
			return p.toks[j:]
		}
	}
	return nil
}

// onlyWhere reports whether tokens say nothing but a place.
func onlyWhere(toks []*token) bool {
	where := false
	for _, t := range toks {
		switch {
		case t.isAny("place", "rel", "here", "there", "area"):
			where = true
		case t.kind == mark, t.isAny("prep", "det", "fill", "dir", "gene", "name", "pron", "ord", "desk"):
		default:
			return false
		}
	}
	return where
}
