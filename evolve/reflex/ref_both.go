package reflex

import "cellshell/evolve/act"

// two resolves "both", "these two", "the two buttons": exactly two things, never one of them and never more. among are the
// things of that sort, nil where no sort is named. No targets and false: nobody knows which two, so it asks.
func (p *parser) two(among []act.Target, noun string) ([]act.Target, bool) {
	if among == nil {
		if set := p.couple(p.everyThing()); len(set) == 2 {
			return set, true
		}
		if among = p.topic(); len(among) != 2 {
			among = p.everything()
		}
	}
	if len(among) == 2 {
		return among, true
	}
	if set := p.couple(among); len(set) == 2 {
		return set, true
	}
	for _, cell := range p.cellsInMind() {
		if set := keep(among, func(t act.Target) bool { return t.Node != "" && t.Cell == cell }); len(set) == 2 {
			return set, true
		}
	}
	return p.chooseTwo(among, noun)
}

// couple are the two things of a sort that were selected, spoken of in this sentence, or else changed last.
func (p *parser) couple(among []act.Target) []act.Target {
	of := func(list []act.Target) []act.Target {
		return keep(list, func(t act.Target) bool { return has(among, t) })
	}
	if set := of(p.s.Selection); len(set) == 2 {
		return set
	}
	if said := meant(p.acts); len(said) > 0 {
		return of(said)
	}
	if set := of(p.s.Several); len(set) == 2 {
		return set
	}
	if p.elsewhere() {
		return nil
	}
	if set := of(meant(p.s.LastActs)); len(set) > 1 {
		return set
	}
	return p.lately(among)
}

// meant are the things that acts are about, and those that they are put beside, exchanged or compared with.
func meant(acts []act.Act) []act.Target {
	var out []act.Target
	for _, a := range acts {
		for _, t := range []act.Target{a.Target, {Cell: a.Args.LikeCell, Node: a.Args.LikeNode}} {
			if t.Cell != "" && !has(out, t) {
				out = append(out, t)
			}
		}
	}
	return out
}

// everyThing is each cell, the panels too, and all that stands in one.
func (p *parser) everyThing() []act.Target {
	var out []act.Target
	for _, c := range p.s.Cells {
		out = append(out, act.Target{Cell: c.ID})
		for _, n := range c.Nodes {
			out = append(out, act.Target{Cell: c.ID, Node: n.ID})
		}
	}
	return out
}

// cellsInMind are the cells pointed at and changed last.
func (p *parser) cellsInMind() []string {
	var out []string
	if p.s.Point != nil && p.s.Point.Cell != "" {
		out = append(out, p.s.Point.Cell)
	}
	if cell := p.lastCell(); cell != "" {
		out = append(out, cell)
	}
	return out
}

// chooseTwo asks which two are meant: the two of one cell, or each two of three.
func (p *parser) chooseTwo(among []act.Target, noun string) ([]act.Target, bool) {
	if p.met < len(p.forced) {
		p.met++
		return p.forced[p.met-1], true
	}
	var pairs [][]act.Target
	if len(among) == 3 {
		pairs = [][]act.Target{{among[0], among[1]}, {among[0], among[2]}, {among[1], among[2]}}
	} else {
		for _, c := range p.s.Cells {
			if set := keep(among, func(t act.Target) bool { return t.Cell == c.ID && t.Node != "" }); len(set) == 2 {
				pairs = append(pairs, set)
			}
		}
	}
	if len(pairs) == 0 {
		if p.ask == nil {
			p.ask = &Question{Text: "Which two? Name them both."}
		}
		return nil, false
	}
	if p.open == nil {
		p.open = &ambiguity{noun: noun, pairs: pairs, path: p.forced}
	}
	return nil, false
}
