package reflex

// askedValue reads "make it 20" after a question about something that has a measure, the gap, the corners, the border: that is
// meant, not the size of what was asked about.
func (p *parser) askedValue() bool {
	if len(p.s.Asked) == 0 || len(p.toks) == 0 {
		return false
	}
	says := listed("measured", p.s.Asked[0].Args.Part)
	if says == "" {
		return false
	}
	var it *token
	much := false
	for _, t := range p.toks {
		switch {
		case t.is("pron") || t.is("det", "this", "that"):
			if it != nil {
				return false
			}
			it = t
		case t.counts() || t.isAny("num", "mult", "inc") || t.is("dim", "bigger", "smaller", "wider", "narrower"):
			much = true
		case t.is("verb", "make", "move", "give"), t.isAny("unit", "deg", "even", "fill", "conj", "aux", "be", "person", "only", "also", "nay"), t.is("prep", "to", "by"), t.kind == mark:
		default:
			return false
		}
	}
	if !much {
		return false
	}
	what := "the " + says + " of it"
	text := "make " + what + " " + p.sentence
	if it != nil {
		text = p.sentence[:it.start] + what + p.sentence[it.end:]
	}
	s := *p.s
	about := p.s.Asked[0].Target
	s.Asked, s.Last, s.Spoken, s.Several = nil, &about, true, nil
	if r, ok := p.to(&s).reading(text); ok && r.Route() == Do {
		p.result = r
		p.note("took it for what was asked: the %s", says)
		return true
	}
	return false
}
