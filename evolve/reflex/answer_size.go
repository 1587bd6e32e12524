package reflex

import "cellshell/evolve/act"

// bySize finds the choice in "the wider one" and "the smaller of the two": the one of those named by the choices that is so.
func bySize(choices []Choice, p *parser) (Choice, bool) {
	var dim *token
	for _, t := range p.toks {
		switch {
		case t.is("dim") && dim == nil && !t.is("dim", "longer"):
			dim = t
		case t.kind == mark, t.isAny("fill", "det", "only", "both"), t.is("prep", "of"), t.is("kind", "any"), t.is("pron", "them"):
		default:
			return Choice{}, false
		}
	}
	if dim == nil || len(choices) < 2 || len(p.toks) < 2 || !p.toks[0].is("det", "the") {
		return Choice{}, false
	}
	axis := map[string]string{"wider": "width", "narrower": "width", "taller": "height", "shorter": "height"}[dim.value("dim")]
	best, most, even := -1, 0.0, false
	for i, ch := range choices {
		t, ok := p.labelledBy(ch)
		if !ok {
			return Choice{}, false
		}
		size := p.extent(t, axis)
		if sign(dim) < 0 {
			size = -size
		}
		switch {
		case best < 0 || size > most:
			best, most, even = i, size, false
		case size == most:
			even = true
		}
	}
	return choices[max(0, best)], best >= 0 && !even
}

// labelledBy is the thing that a choice is named after: what changes, or what that shall be like.
func (p *parser) labelledBy(ch Choice) (act.Target, bool) {
	if len(ch.Acts) != 1 {
		return act.Target{}, false
	}
	a := ch.Acts[0]
	for _, t := range []act.Target{a.Target, {Cell: a.Args.LikeCell, Node: a.Args.LikeNode}} {
		if t.Cell != "" && p.s.name(t) == ch.Label {
			return t, true
		}
	}
	return act.Target{}, false
}
