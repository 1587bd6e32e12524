package reflex

import "cellshell/evolve/act"

// topical are "the buttons" of the cell that is being changed, where it has more than one: the form's after "make the form
// green". "All buttons" are those everywhere, and so are the buttons for who has said nothing of any cell yet, or
// only asks.
func (p *parser) topical(r *ref, among []act.Target) []act.Target {
	if r.head != "kind" || r.value == "any" || !r.the || !r.plural || r.all || r.in != nil || r.near != nil || p.s.Deeds == nil || len(p.toks) > 0 && p.toks[0].is("q") {
		return among
	}
	if deeds := p.s.Deeds(); !p.s.Spoken && (len(deeds) == 0 || deeds[0].ByHand) {
		return among
	}
	if of := keep(among, func(t act.Target) bool { return t.Cell == p.lastCell() && t.Node != "" }); len(of) > 1 {
		return of
	}
	return among
}
