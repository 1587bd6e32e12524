package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// colored are the parts that one colour may be given to.
var colored = map[string]string{"text": "text", "font": "text", "background": "background", "border": "border"}

// reparted reads "no, the text": the same colour, on another part.
func (p *parser) reparted(toks []*token, said bool) []act.Act {
	to, not := otherThan(toks)
	if len(to) != 1 || !said && not == nil || colored[to[0].value("part")] == "" || not != nil && colored[not.value("part")] == "" {
		return nil
	}
	part := colored[to[0].value("part")]
	return p.eachLast(func(a *act.Act) bool {
		g := a.Args
		if g.Color == "" || a.Intent != act.Recolor && a.Intent != act.Border || g.Pixels != 0 {
			return false
		}
		if a.Intent, a.Args = act.Recolor, (act.Args{Color: g.Color, Lighten: g.Lighten, Part: part}); part == "border" {
			a.Intent, a.Args.Part = act.Border, ""
		}
		return true
	})
}

// leftOut reads which part of what one sentence did shall not be, "scratch the border, keep the rest", "just the red": all
// else of it is done again.
func (p *parser) leftOut(toks []*token, _ bool) []act.Act {
	last := p.s.LastActs
	if len(last) < 2 {
		return nil
	}
	keeps, drops := p.halves(toks)
	if keeps == nil && drops == nil {
		return nil
	}
	kept := slices.DeleteFunc(slices.Clone(last), func(a act.Act) bool {
		return drops != nil && drops(a) || keeps != nil && !keeps(a)
	})
	if len(kept) == len(last) || len(kept) == 0 {
		return nil
	}
	return kept
}

// isBack reads "and it's back" after something was taken away or hidden, "bring them back" also after a look without them was
// chosen: it shall be as it was.
func (p *parser) isBack(toks []*token) bool {
	return p.says("isback", toks) != "" && p.lacksSince()
}

// lacksSince reports whether something is no longer to be seen since what was done last.
func (p *parser) lacksSince() bool {
	return p.tookAway() || len(p.s.LastActs) > 0 && !slices.ContainsFunc(p.s.LastActs, func(a act.Act) bool { return a.Intent != act.Style })
}

// isBackAnd asks at "bring them back but smaller": what is to be done besides can only be said of what is there.
func (p *parser) isBackAnd(toks []*token) bool {
	for i := 2; i+1 < len(toks); i++ {
		if toks[i].kind != mark && !toks[i].is("conj") || p.says("isback", lastPiece(toks[:i])) == "" {
			continue
		}
		rest := toks[i+1:]
		if !p.lacksSince() || !slices.ContainsFunc(rest, func(t *token) bool { return t.isAny("dim", "color", "shade", "light", "place", "rel", "inc") }) {
			continue
		}
		p.result.Ask, p.result.Conf = &Question{Text: "Shall I bring back what was there first? Say then what shall be different about it.", Choices: []Choice{
			{Label: "Bring it back", Acts: []act.Act{takeBack(1)}}, {Label: "Leave it"},
		}}, 0.6
		return true
	}
	return false
}

// hidesInstead reads "no, not for good, just so nobody sees it" after something was removed: it comes back, and is hidden.
func (p *parser) hidesInstead(toks []*token) []act.Act {
	if p.says("gentler", lastPiece(toks)) == "" || len(toks) > longestSparing {
		return nil
	}
	acts := []act.Act{takeBack(1)}
	for _, a := range p.s.LastActs {
		if a.Intent != act.Remove {
			return nil
		}
		acts = append(acts, act.Act{Intent: act.Hide, Target: a.Target})
	}
	return acts
}

// lastPiece is what stands behind the last pause, or all where there is none.
func lastPiece(toks []*token) []*token {
	for i := len(toks) - 2; i > 0; i-- {
		if toks[i].kind == mark || toks[i].is("conj") {
			return toks[i+1:]
		}
	}
	return toks
}
