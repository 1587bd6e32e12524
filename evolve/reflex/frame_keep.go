package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// keepsOnly reads "keep only the clock and the notes" and "leave just the clock": all the others go, if the user says so.
func (c *clause) keepsOnly() bool {
	if c.showsOnly() {
		return true
	}
	only := some(c.toks, "only") || someListed(c.toks, "only")
	stays := some(c.toks, "verb", "want") || someListed(c.toks, "stays")
	if !only || !stays || len(c.refs) == 0 {
		return false
	}
	for _, t := range c.left() {
		if !t.isAny("only", "verb", "turn", "here", "aux") && listed("stays", t.text) == "" {
			return false
		}
	}
	var kept []act.Target
	for _, r := range c.refs {
		if !r.cell() && r.head != "cellkind" && r.head != "pron" && r.head != "this" && r.head != "thiscell" || r.indef {
			return false
		}
		set, ok := c.targetsOf(r)
		if !ok {
			return true
		}
		kept = append(kept, set...)
	}
	gone := keep(c.p.everything(), func(t act.Target) bool { return !has(kept, t) })
	c.takeAll()
	if len(gone) == 0 {
		c.p.ask = &Question{Text: "There is nothing else here."}
		return true
	}
	c.p.confirm = true
	c.addTo(act.Act{Intent: act.Remove}, cells, gone...)
	return true
}

// showsOnly reads "show me only the notes": all the others go out of sight, and none of them away.
func (c *clause) showsOnly() bool {
	show := c.verb("show")
	if show != nil && strings.Contains(show.text, "back") {
		return false // "bring back the form only" takes nothing away
	}
	for _, t := range c.toks {
		if t.is("open") && strings.HasPrefix(t.text, "show") || t.is("see") {
			show = t
		}
	}
	only := some(c.toks, "only") || someListed(c.toks, "only")
	if show == nil || !only || len(c.refs) == 0 || !c.cellsOnly() || c.hasAny("style", "gstyle", "part", "color") {
		return false
	}
	var shownCells []act.Target
	for _, r := range c.refs {
		if r.head == "gene" && !slices.ContainsFunc(c.toks[r.from:r.to], func(t *token) bool { return c.p.isCalled(r.value, t.text) || t.plural("gene") }) {
			return false // "show cpu only" is about a part of it
		}
		set := c.p.hidden(r)
		if len(set) == 0 || r.bare() {
			var ok bool
			if set, ok = c.targetsOf(r); !ok {
				return true
			}
		}
		shownCells = append(shownCells, set...)
	}
	gone := keep(c.p.everything(), func(t act.Target) bool { return !has(shownCells, t) })
	back := keep(shownCells, c.p.outOfSight)
	if len(gone) == 0 && len(back) == 0 {
		return false
	}
	c.takeAll()
	if len(gone) > 0 {
		c.addTo(act.Act{Intent: act.Hide}, cells, gone...)
	}
	if len(back) > 0 {
		c.addTo(shown(act.Target{}), cells, back...)
	}
	return true
}
