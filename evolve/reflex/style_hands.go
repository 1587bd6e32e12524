package reflex

import "cellshell/evolve/act"

// handsHide asks whether a clock with hands shall have digits again where it is to show 12 or 24 hours: hands look the same
// either way. It reports whether it asks.
func (p *parser) handsHide(a *act.Act) bool {
	if a.Args.Style != "12-hour" && a.Args.Style != "24-hour" || !p.s.wears(a.Target.Cell, "analog") {
		return false
	}
	for _, t := range p.toks {
		if key := styleKey(t); key == "analog" || key == "digital" {
			return false // the same sentence says which
		}
	}
	digital := act.Act{Intent: act.Style, Target: a.Target, Args: act.Args{Style: "digital"}}
	p.ask = &Question{
		Text:    p.s.name(a.Target) + " has hands now, which look the same with 12 hours and with 24. In digits, then?",
		Choices: []Choice{{Label: "In digits", Acts: []act.Act{digital, *a}}, {Label: "Keep the hands"}},
	}
	return true
}
