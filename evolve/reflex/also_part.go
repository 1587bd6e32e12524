package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// partToo reads "also the text", "its border as well" right after something was coloured: that part gets the same colour.
func (p *parser) partToo() bool {
	var part *token
	also := false
	for _, t := range p.toks {
		switch {
		case part == nil && colored[t.value("part")] != "":
			part = t
		case t.isAny("also", "conj") || listed("andthis", t.text) != "":
			also = true
		case !t.isAny("det", "fill", "even") && listed("its", t.text) == "" && t.kind != mark:
			return false
		}
	}
	if part == nil || !also || !p.s.Fresh || !p.stands() {
		return false
	}
	var acts []act.Act
	for _, a := range p.s.LastActs {
		if a.Intent != act.Recolor || a.Args.Color == "" || a.Args.Part == colored[part.value("part")] {
			return false
		}
		to := act.Act{Intent: act.Recolor, Target: a.Target, Args: act.Args{Color: a.Args.Color, Lighten: a.Args.Lighten, Part: colored[part.value("part")]}}
		if to.Args.Part == "border" {
			to.Intent, to.Args.Part = act.Border, ""
		}
		acts = append(acts, to)
	}
	if len(acts) == 0 {
		return false
	}
	p.result.Acts, p.result.Conf = slices.Clip(acts), 0.8
	return true
}
