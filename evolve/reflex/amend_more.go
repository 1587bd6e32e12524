package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// overdone reads "too much", "not enough", "a bit too far": more of what was done last, or half of it back, whatever that
// was. What has no measure is asked about; nothing else is made smaller for it.
func (p *parser) overdone() bool {
	last := p.s.LastActs
	toks, _ := p.corrective()
	toks = p.lastOverdone(toks)
	said, deg := p.unweighted(p.pointless(toks))
	if p.s.Unheard && !p.waiting() && listed("overdone", said) != "" {
		p.result.Ask, p.result.Conf = &Question{Text: "I did not understand what you said before, so I do not know of what. Say it in full?"}, 0.6
		return true // "still not enough": not of what was done before that
	}
	if !p.amends() {
		return false
	}
	if p.scaled(toks) || p.nudged(toks) {
		return true
	}
	way := listed("overdone", said)
	if way == "back" && deg == 0 && p.s.Fresh && p.stands() && !slices.ContainsFunc(last, placed) && last[0].Intent != act.Move {
		p.result.Acts, p.result.Conf = []act.Act{takeBack(1)}, 0.8 // "ew. back"
		return true
	}
	if way == "" || !p.stands() || way == "back" && (deg == 0 || last[0].Intent != act.Move) {
		return false
	}
	again := way == "less" && p.lessened()
	var acts []act.Act
	for _, a := range last {
		if a.Args.Factor >= manyfold && a.Args.LikeCell == "" && halfOfIt(said) {
			acts = append(acts, act.Act{Intent: a.Intent, Target: a.Target, Args: act.Args{Factor: 0.5, Axis: a.Args.Axis, Part: a.Args.Part}})
			continue
		}
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
			{Label: "Take it back", Acts: []act.Act{takeBack(1)}}, {Label: "Leave it"},
		}}, 0.6
	}
	return true
}

// manyfold is from how many times on "half that" is half of so many times: half of "twice" would be nothing at all.
const manyfold = 3

// halfOfIt reports whether words ask for half of it, not for going half the way back.
func halfOfIt(said string) bool { return listed("halfofit", said) != "" }

// scaled reads "double that" of what was done last, where that was no size: the gap, the border, the letters.
func (p *parser) scaled(toks []*token) bool {
	by := atof(p.says("scaled", toks))
	if by <= 0 || !p.stands() {
		return false
	}
	var acts []act.Act
	for _, a := range p.s.LastActs {
		ok := false
		switch g := &a.Args; {
		case a.Intent == act.Spacing && g.On == nil, a.Intent == act.TextStyle && (g.Factor > 0 || g.Size > 0 || g.Pixels != 0):
			a.Args, ok = act.Args{Part: g.Part, Factor: by}, true
		case a.Intent == act.Border, a.Intent == act.Shape:
			a, ok = again(a, by)
		case a.Intent == act.Move && (g.DX != 0 || g.DY != 0):
			g.DX, g.DY, ok = round(g.DX*(by-1)), round(g.DY*(by-1)), true
		}
		if !ok {
			return false
		}
		acts = append(acts, a)
	}
	p.result.Acts, p.result.Conf = acts, 0.9
	return true
}

// nudged reads "bit lower", "way too far left" after something was moved.
func (p *parser) nudged(toks []*token) bool {
	last, deg := p.s.LastActs, 0.0
	for len(toks) > 1 && toks[0].is("deg") && p.says("nudged", toks) == "" {
		deg, toks = atof(toks[0].value("deg")), toks[1:]
	}
	way := p.says("nudged", toks)
	if way == "" || len(last) != 1 || last[0].Intent != act.Move || last[0].Target.Cell == "" {
		return false
	}
	far := float64(step)
	switch {
	case deg > 0 && deg < 1.5:
		far = smallStep
	case deg >= 2:
		far = bigStep
	}
	dx, dy := toward(way, far)
	p.result.Acts, p.result.Conf = []act.Act{{Intent: act.Move, Target: last[0].Target, Args: act.Args{DX: dx, DY: dy}}}, 0.8
	return true
}

// unweighted is what tokens say without the words for how much before or behind it, and how much that is.
func (p *parser) unweighted(toks []*token) (said string, deg float64) {
	for len(toks) > 0 {
		if p.says("overdone", toks) != "" {
			return p.wording(toks), deg
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

// lastOverdone is the last piece of tokens of which each says that it was too much, "too much, half of that would do": once is
// enough. Else it is all of them.
func (p *parser) lastOverdone(toks []*token) []*token {
	rest := toks
	for i, t := range toks {
		if t.kind != mark && !t.is("conj") {
			continue
		}
		piece := p.pointless(toks[len(toks)-len(rest) : i])
		if said, _ := p.unweighted(piece); listed("overdone", said) != "less" && !(len(piece) == 1 && piece[0].is("inc", "less")) {
			return toks
		}
		rest = toks[i+1:]
	}
	if said, _ := p.unweighted(p.pointless(rest)); len(rest) == 0 || listed("overdone", said) != "less" {
		return toks
	}
	return rest
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
