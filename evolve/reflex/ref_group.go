package reflex

import "cellshell/evolve/act"

// group are the things that were changed together a moment ago, while only some of them were changed since: "the left one" and
// "the other one" are of these. nil where there is no such group.
func (p *parser) group() []act.Target {
	if p.s.Deeds == nil || len(p.s.Several) > 1 {
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
			if p.elsewhere() && !has(of, *p.s.Last) {
				return nil
			}
			return of
		}
		since = append(since, of...)
	}
	return nil
}

// kindOfGroup is of what kind all of the group are: "the memory one" of charts is a chart. "" where they are cells or not of one kind.
func (p *parser) kindOfGroup() string {
	kind := ""
	for i, t := range p.group() {
		n := p.s.cell(t.Cell).node(t.Node)
		if n == nil || i > 0 && n.Kind != kind {
			return ""
		}
		kind = n.Kind
	}
	return kind
}
