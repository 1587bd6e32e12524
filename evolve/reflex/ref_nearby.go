package reflex

import "cellshell/evolve/act"

// nearby are "the buttons" of the cell that is pointed at, else of the one that is being changed, where it has more than one:
// the form's after "make the form green". "All buttons" are those everywhere, and so are the buttons for who points at nothing
// and has said nothing of any cell yet, or only asks.
func (p *parser) nearby(r *ref, among []act.Target) []act.Target {
	if r.head != "kind" || r.value == "any" || !r.the || !r.plural || r.all || r.in != nil {
		return among
	}
	in := func(cell string) []act.Target {
		return keep(among, func(t act.Target) bool { return t.Cell == cell && t.Node != "" })
	}
	if at := p.s.Point; at != nil && at.Given && at.Cell != "" {
		if of := in(at.Cell); len(of) > 1 {
			return of
		}
	}
	if r.near != nil || p.toks[0].is("q") || !p.goesOnAbout() {
		return among
	}
	if of := in(p.lastCell()); len(of) > 1 {
		return of
	}
	return among
}

// goesOnAbout reports whether a sentence has spoken of the last cell, and not only a hand has changed it.
func (p *parser) goesOnAbout() bool {
	if p.s.Deeds == nil {
		return false
	}
	deeds := p.s.Deeds()
	return p.s.Spoken || len(deeds) > 0 && !deeds[0].ByHand
}
