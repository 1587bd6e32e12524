package reflex

import "cellshell/evolve/act"

// hiding takes cells out of sight: "hide the notes", "put the terminal away for now", "get the clock out of the way".
func (c *clause) hiding() bool {
	v := c.verb("hide")
	if show := c.verb("show"); v == nil && show != nil && c.at(show) > 0 && c.toks[c.at(show)-1].is("neg") && len(c.refs) > 0 {
		v = show // "could you not show the clock"
		c.toks[c.at(show)-1].used = true
	}
	if v == nil && c.one("meanwhile") != nil {
		v = c.one("verb", "remove") // gone for a while only
	}
	if away := c.one("sight"); v == nil && away != nil {
		if v = c.verb("move", "make", "remove"); v != nil {
			away.used = true
		}
	}
	if off := c.one("turn", "off"); v == nil && off != nil && !off.foreign("turn") && len(c.refs) > 0 && c.cellsOnly() && c.only("turn", "even") {
		v = off // "switch off the panel"
	}
	if v == nil || c.hasAny("style", "gstyle", "part", "raise") {
		return false
	}
	v.used = true
	c.drop("meanwhile", "even", "desk")
	set, ok := c.subject()
	if !ok {
		return true
	}
	c.ownAll()
	hide := act.Act{Intent: act.Hide}
	if c.hidesParts(set) {
		c.addTo(hide, anything, set...)
		return true
	}
	if away := some(c.toks, "sight", "way"); away && len(set) == 1 {
		hide.Target.Cell = set[0].Cell
		behind := act.Act{Intent: act.Raise, Target: hide.Target, Args: act.Args{Part: "back"}}
		c.p.ask = &Question{Text: "Out of the way: hide it, or put it behind the others?", Choices: []Choice{{Label: "Hide it", Acts: []act.Act{hide}}, {Label: "Behind the others", Acts: []act.Act{behind}}}}
		return true
	}
	c.addTo(hide, cells, set...)
	return true
}

// showing brings into sight again what was hidden: "show the notes again", "unhide everything", "right, have them back".
func (c *clause) showing() bool {
	back := c.verb("show", "add", "restore") != nil
	for _, t := range c.toks {
		back = back || t.isAny("back", "puts") || t.is("turn", "on") || t.is("even") && t.text == "back"
	}
	if c.unnamed() && c.lastRemoved() {
		return false // what is gone comes back, not what is hidden
	}
	if !back && len(c.p.s.Hidden) > 0 && (c.allRefs() || c.cellsAll()) && len(c.refs) > 0 && some(c.toks, "repeat") && !c.hasVerb() {
		back = true // "everything again", where something is hidden
	}
	if back && c.showingPart() {
		return true
	}
	if len(c.p.s.Hidden) == 0 || !back || c.hasAny("style", "gstyle", "part", "color") {
		return false
	}
	var set []act.Target
	for _, r := range c.refs {
		if r.indef {
			return false
		}
		of := c.p.hidden(r)
		if len(of) == 0 && some(c.toks, "repeat") {
			of = c.p.hiddenNamesakes(r)
		}
		if len(of) == 0 && !(r.head == "kind" && r.value == "any") {
			return false
		}
		set = append(set, of...)
	}
	if len(c.refs) == 0 {
		set = c.p.hidden(&ref{head: "pron"})
	}
	if len(set) == 0 {
		return false
	}
	for _, t := range c.toks {
		if t.isAny("verb", "back", "even", "puts", "turn", "repeat", "undo", "desk", "hid") {
			t.used = true
		}
	}
	c.ownAll()
	c.addTo(shown(act.Target{}), cells, set...)
	return true
}

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
		if last := keep(p.lastTargets(), p.outOfSight); len(last) > 0 {
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

// showAll shows all that is hidden.
func (p *parser) showAll() {
	for _, t := range p.hidden(&ref{head: "all"}) {
		p.result.Acts = append(p.result.Acts, shown(t))
	}
	p.result.Conf = 1
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

// cellsOnly reports whether nothing but whole cells is named or pointed at.
func (c *clause) cellsOnly() bool {
	for _, r := range c.refs {
		if !r.cell() && r.head != "thiscell" && r.head != "cellkind" && !r.bare() {
			return false
		}
	}
	return true
}
