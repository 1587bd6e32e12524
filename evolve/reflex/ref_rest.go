package reflex

import "cellshell/evolve/act"

// remaining resolves "everything else", "the others", "all other windows": all of its sort but what was spoken of, in this
// sentence or in what was done last. No targets and false: nothing was spoken of, so it asks.
func (p *parser) remaining(before *clause, among []act.Target) ([]act.Target, bool) {
	but := p.spokenOf(before)
	if len(but) == 0 {
		p.ask = &Question{Text: "All but which? Say: all but the clock."}
		return nil, false
	}
	if node := but[0]; among == nil && node.Node != "" && p.pushable(node) { // after one button: the other buttons beside it
		cell := p.s.cell(node.Cell)
		kind := cell.node(node.Node).Kind
		among = keep(p.pushables(node.Cell), func(t act.Target) bool { return cell.node(t.Node).Kind == kind })
	} else if among == nil {
		among = p.everything()
	}
	out := keep(among, func(t act.Target) bool { return !has(but, t) && !has(but, act.Target{Cell: t.Cell}) })
	if len(out) == 0 {
		p.ask = &Question{Text: "There is nothing else here."}
		return nil, false
	}
	return out, true
}

// spokenOf is what the sentence was about so far, else what was changed last, else what is selected or pointed at.
func (p *parser) spokenOf(before *clause) []act.Target {
	switch s := p.s; {
	case before != nil && len(before.targets) > 0:
		return before.targets
	case s.Point != nil && s.Point.Given && s.Point.Cell != "":
		return []act.Target{p.tidy(s.Point.Target)}
	case len(s.Selection) > 0:
		return s.Selection
	case p.waiting() && len(targetsOf(s.Pending.Choices[0].Acts)) > 1:
		return targetsOf(s.Pending.Choices[0].Acts) // of those that are asked about
	case len(s.Several) > 1 && p.elsewhere():
		return s.Several
	case len(p.lastTargets()) > 0:
		return p.lastTargets()
	case s.Last != nil:
		return []act.Target{p.tidy(*s.Last)}
	}
	return nil
}
