package reflex

import "cellshell/evolve/act"

// isSo asks where a thing is bigger than another already, and was to be: making it so would make it smaller.
func (p *parser) isSo(a *act.Act) bool {
	if a.Args.LikeCell == "" || a.Args.Factor == 0 {
		return false
	}
	is, word := p.extent(a.Target, a.Args.Axis), "bigger"
	than := p.extent(act.Target{Cell: a.Args.LikeCell, Node: a.Args.LikeNode}, a.Args.Axis)
	switch a.Args.Axis {
	case "width":
		word = "wider"
	case "height":
		word = "taller"
	}
	more, by := a.Args.Factor > 1, 1.25
	if !more {
		by = 0.8
		word = map[string]string{"bigger": "smaller", "wider": "narrower", "taller": "shorter"}[word]
	}
	if is <= 0 || than <= 0 || more != (is > than) || is == than {
		return false
	}
	name := p.s.name(a.Target)
	p.ask = &Question{
		Text: name + " is " + word + " already. Shall it be " + word + " still?",
		Choices: []Choice{
			{Label: "Yes, " + word, Acts: []act.Act{{Intent: act.Resize, Target: a.Target, Args: act.Args{Factor: by, Axis: a.Args.Axis}}}},
			{Label: "Leave it"},
		},
	}
	return true
}
