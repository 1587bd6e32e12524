package reflex

import "cellshell/evolve/act"

// group are the things that were changed together a moment ago, while only some of them were changed since: "the left one" and
// "the other one" are of these. nil where there is no such group.
func (p *parser) group() []act.Target {
	if p.s.Deeds == nil || p.elsewhere() {
		return nil
	}
	var since []act.Target
	for i, d := range p.s.Deeds() {
		of := p.about(d)
		if i == mostLately || d.ByHand || len(of) == 0 {
			return nil
		}
		if len(of) > 1 {
			for _, t := range since {
				if !has(of, t) {
					return nil
				}
			}
			return of
		}
		since = append(since, of...)
	}
	return nil
}
