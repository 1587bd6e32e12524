package reflex

import "cellshell/evolve/act"

// overdone reads "too much", "not enough", "a bit too far": more of what was done last, or half of it back, whatever that
// was. What has no measure is asked about; nothing else is made smaller for it.
func (p *parser) overdone() bool {
	last := p.s.LastActs
	if !p.amends() {
		return false
	}
	toks, _ := p.corrective()
	said, deg := p.unweighted(p.pointless(toks))
	way := listed("overdone", said)
	if way == "" || !p.stands() || way == "back" && (deg == 0 || last[0].Intent != act.Move) {
		return false
	}
	again := way == "less" && p.lessened()
	var acts []act.Act
	for _, a := range last {
		if a, ok := carriedOn(a, way == "more" || again, deg); ok {
			acts = append(acts, a)
		}
	}
	switch {
	case len(acts) == len(last):
		p.result.Acts, p.result.Conf = acts, 0.9
	case way == "more":
		return false
	default:
		p.result.Ask, p.result.Conf = &Question{Text: "How much less I cannot tell. Shall I take it back?", Choices: []Choice{
			{Label: "Take it back", Acts: []act.Act{{Intent: act.Undo, Args: act.Args{Count: 1}}}}, {Label: "Leave it"},
		}}, 0.6
	}
	return true
}

// unweighted is what tokens say without the words for how much before or behind it, and how much that is.
func (p *parser) unweighted(toks []*token) (said string, deg float64) {
	for len(toks) > 0 {
		if said = p.wording(toks); listed("overdone", said) != "" {
			return said, deg
		}
		lead, last := toks[0].value("deg"), toks[len(toks)-1].value("deg")
		switch {
		case lead != "":
			deg, toks = max(deg, atof(lead)), toks[1:]
		case toks[0].is("even"):
			toks = toks[1:]
		case last != "":
			deg, toks = max(deg, atof(last)), toks[:len(toks)-1]
		default:
			return "", 0
		}
	}
	return "", 0
}

// lessened reports whether the last change was half of another taken back already: "still too much" goes on from there.
func (p *parser) lessened() bool {
	if p.s.Deeds == nil {
		return false
	}
	deeds := p.s.Deeds()
	if len(deeds) == 0 {
		return false
	}
	was := &parser{world: p.world, sentence: deeds[0].Sentence}
	was.toks = was.tag(split(was.sentence))
	toks, _ := was.corrective()
	said, _ := was.unweighted(was.pointless(toks))
	return listed("overdone", said) == "less" || len(toks) > 0 && toks[0].is("inc", "less")
}

// pointless leaves out "that is" and "it was" at the beginning.
func (p *parser) pointless(toks []*token) []*token {
	for len(toks) > 1 && (toks[0].is("pron") || toks[0].is("det", "this", "that", "these", "those") || toks[0].is("be") || toks[0].is("even")) {
		toks = toks[1:]
	}
	return toks
}
