package reflex

import "cellshell/evolve/act"

// absent asks about what was spoken of and is not here: "it" is nothing else meanwhile.
func (p *parser) absent() bool {
	if p.s.Absent == "" || p.gene(p.s.Absent) == nil {
		return false
	}
	p.missing(&ref{head: "gene", value: p.s.Absent}, p.s.Absent)
	return true
}

// everything is each cell but panels and wallpapers.
func (p *parser) everything() []act.Target {
	var out []act.Target
	for _, c := range p.s.Cells {
		if c.Kind != "wallpaper" && c.Kind != "service" && c.Kind != "panel" {
			out = append(out, act.Target{Cell: c.ID})
		}
	}
	return out
}

// implicit is the target of a clause that names none.
func (p *parser) implicit() ([]act.Target, bool) {
	s := p.s
	switch {
	case len(s.Selection) > 0:
		return s.Selection, true
	case s.Point != nil && s.Point.Cell != "":
		return []act.Target{p.tidy(s.Point.Target)}, true
	case p.absent():
		return nil, false
	case s.Astray:
		// it may be about what was not understood
	case len(p.lastTargets()) > 1 && !p.elsewhere():
		return p.lastTargets(), true // nothing is named, so it goes on about all of them
	case s.Last != nil:
		return []act.Target{p.tidy(*s.Last)}, true
	}
	all := p.everything()
	switch len(all) {
	case 0:
		if p.ask == nil {
			p.ask = &Question{Text: "There is nothing here yet. Add something first?"}
		}
		return nil, false
	case 1:
		return all, true
	}
	return p.choose(all, "one", true)
}
