package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// hidden are the cells out of sight that a reference means, where nothing in sight is meant.
func (p *parser) hidden(r *ref) []act.Target {
	all := make([]act.Target, 0, len(p.s.Hidden))
	for _, c := range p.s.Hidden {
		all = append(all, act.Target{Cell: c.ID})
	}
	switch r.head {
	case "all", "rest", "cellkind":
		return all
	case "pron", "this", "thiscell":
		last := keep(p.lastTargets(), p.outOfSight)
		if two := p.hiddenLast(2); r.both && len(two) == 2 {
			return two
		}
		if len(last) == 1 && r.plural && !r.both && len(all) > 1 && !strings.HasSuffix(base(last[0].Cell), "s") {
			return all // they were hidden one by one
		}
		if len(last) > 0 {
			return last
		}
		if len(all) == 1 || r.plural {
			return all
		}
	case "name":
		if i := atoi(r.value); i >= 0 && i < len(p.names.targets) {
			return keep(p.names.targets[i], p.outOfSight)
		}
	case "gene":
		return keep(all, func(t act.Target) bool { return p.s.cell(t.Cell).Gene == r.value })
	}
	return nil
}

// hiddenLast are the cells that were hidden last and still are, so many, the newest first.
func (p *parser) hiddenLast(n int) (out []act.Target) {
	if p.s.Deeds == nil {
		return nil
	}
	for _, d := range p.s.Deeds() {
		for _, a := range d.Acts {
			if a.Intent == act.Hide && p.outOfSight(a.Target) && !has(out, a.Target) && len(out) < n {
				out = append(out, a.Target)
			}
		}
	}
	return out
}

// hiddenNamesakes are the cells out of sight of the gene that a name means: "the notes again" are not those that are shown.
func (p *parser) hiddenNamesakes(r *ref) []act.Target {
	i := atoi(r.value)
	if r.head != "name" || i < 0 || i >= len(p.names.targets) || len(p.names.targets[i]) == 0 {
		return nil
	}
	seen := p.s.cell(p.names.targets[i][0].Cell)
	var out []act.Target
	for _, c := range p.s.Hidden {
		if seen != nil && c.Gene == seen.Gene {
			out = append(out, act.Target{Cell: c.ID})
		}
	}
	return out
}

// outOfSight reports whether a target is, or is in, a cell that is hidden.
func (p *parser) outOfSight(t act.Target) bool {
	for _, c := range p.s.Hidden {
		if c.ID == t.Cell {
			return true
		}
	}
	return false
}

// shown is the act that brings a hidden cell into sight.
func shown(t act.Target) act.Act {
	return act.Act{Intent: act.Hide, Target: t, Args: act.Args{On: ptr(false)}}
}

// unhide asks whether to show a hidden cell that something shall be done to.
func (p *parser) unhide(t act.Target) {
	t.Node = ""
	p.ask = &Question{Text: p.s.name(t) + " is hidden. Show it again?", Choices: []Choice{{Label: "Show it", Acts: []act.Act{shown(t)}}, {Label: "No"}}}
}

// showAll shows all that is hidden.
func (p *parser) showAll() {
	for _, t := range p.hidden(&ref{head: "all"}) {
		p.result.Acts = append(p.result.Acts, shown(t))
	}
	p.result.Conf = 1
}
