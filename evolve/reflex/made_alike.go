package reflex

import "cellshell/evolve/act"

// madeAlike reads "then make them the same" of two things: of what was changed last and what was spoken of since. It asks which
// of them is right already, for nobody can know.
func (p *parser) madeAlike() bool {
	toks := p.toks
	for len(toks) > 1 && (toks[0].kind == mark || toks[0].isAny("even", "conj", "yes", "nay") || toks[0].is("fill", "fill")) {
		toks = toks[1:]
	}
	for len(toks) > 1 && (toks[len(toks)-1].kind == mark || toks[len(toks)-1].isAny("even", "fill")) {
		toks = toks[:len(toks)-1]
	}
	last := p.s.LastActs
	if p.says("madealike", toks) == "" || len(targetsOf(last)) > 1 || p.s.Pending != nil && len(p.s.Pending.Choices) > 0 {
		return false
	}
	p.result.Ask, p.result.Conf = &Question{Text: "The same in what? Name both things, and what shall be alike.", Choices: []Choice{{Label: "Leave it"}}}, 0.5
	two := p.twoSpoken()
	if len(two) != 2 || len(last) != 1 {
		return true
	}
	like := func(one, other act.Target) act.Act {
		return act.Act{Intent: last[0].Intent, Target: one, Args: act.Args{Axis: last[0].Args.Axis, LikeCell: other.Cell, LikeNode: other.Node}}
	}
	switch last[0].Intent {
	case act.Resize, act.Recolor:
		p.result.Ask.Text = "Which of them is right already?"
		p.result.Ask.Choices = []Choice{
			{Label: p.s.name(two[0]), Acts: []act.Act{like(two[1], two[0])}},
			{Label: p.s.name(two[1]), Acts: []act.Act{like(two[0], two[1])}},
		}
	case act.TextStyle:
		p.result.Ask.Text = "How large shall the letters of both be? Say it like this: “make the letters of " + p.s.name(two[0]) + " and " + p.s.name(two[1]) + " 20 px”."
	}
	return true
}

// twoSpoken are the two things that were spoken of: what was changed last, and what a sentence was about since then.
func (p *parser) twoSpoken() []act.Target {
	if len(p.s.Several) == 2 {
		return p.s.Several
	}
	two := targetsOf(p.s.LastActs)
	if p.s.Last != nil && p.s.Spoken && !has(two, *p.s.Last) {
		two = append(two, *p.s.Last)
	}
	for _, a := range p.s.Asked {
		if a.Target.Cell != "" && !has(two, a.Target) {
			two = append(two, a.Target)
		}
		if other := (act.Target{Cell: a.Args.LikeCell, Node: a.Args.LikeNode}); other.Cell != "" && !has(two, other) {
			two = append(two, other)
		}
	}
	return two
}
