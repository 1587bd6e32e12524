package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

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
		} else if away.is("sight", "away") && !c.hasVerb() && !c.hasAny("be", "asks", "neg") && (len(c.refs) > 0 || !c.unnamed()) {
			v = away // "the timer out of sight for now"
		}
	}
	if off := c.one("turn", "off"); v == nil && off != nil && !off.foreign("turn") && listed("setsdown", off.text) == "" && len(c.refs) > 0 && c.cellsOnly() && c.only("turn", "even") {
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
	bare := len(c.refs) == 0
	c.ownAll()
	hide := act.Act{Intent: act.Hide}
	if bare && len(set) > 1 && slices.ContainsFunc(c.toks, func(t *token) bool { return t.is("desk") && t.is("verb") }) { // "the display" may be that of a thing
		c.p.ask = &Question{Text: "All windows?", Choices: []Choice{choice(way{label: "Hide all", act: hide}, set), {Label: "Leave it"}}}
		return true
	}
	if c.hidesParts(set) {
		c.addTo(hide, anything, set...)
		return true
	}
	if c.lineOrWhole(set, act.Hide) {
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
	if c.verb("hide") != nil || c.unnamed() && c.lastRemoved() {
		return false // what is gone comes back, not what is hidden
	}
	if !back && len(c.p.s.Hidden) > 0 && (c.allRefs() || c.cellsAll()) && len(c.refs) > 0 && some(c.toks, "repeat") && !c.hasVerb() {
		back = true // "everything again", where something is hidden
	}
	if back && (c.showingPart() || c.shownAlready()) {
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
		two := c.take("both") != nil || c.take("det", "both") != nil
		set = c.p.hidden(&ref{head: "pron", both: two, plural: two})
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
