package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// arrangeThese drafts an arrangement of what is named, or of everything. One thing alone cannot be arranged: "sort that out" is
// about all there is, "more room between them" about the two that were spoken of last.
func (c *clause) arrangeThese(a act.Act) {
	if (len(c.refs) == 0 || c.allRefs() || c.cellsAll()) && len(c.except) == 0 && !(len(c.refs) == 0 && len(c.p.s.Selection) > 1) {
		c.ownAll()
		c.add(a, desktop)
		return
	}
	if len(c.refs) > 0 && c.unnamed() {
		c.arrangeMeant(a)
		return
	}
	set, ok := c.subject()
	if !ok {
		return
	}
	if of, ok := c.p.heldInOrder(a, set); ok {
		c.ownAll()
		c.addTo(a, anything, of)
		return
	}
	if rows := c.p.rowsOf(set); a.Args.Factor > 0 && len(rows) > 0 && !slices.ContainsFunc(set, func(t act.Target) bool { return t.Node == "" }) {
		c.ownAll()
		c.addTo(act.Act{Intent: act.Spacing, Args: act.Args{Part: "gap", Factor: a.Args.Factor}}, anything, rows...)
		return
	}
	inside := parts(set, wholes(set))
	if rows := c.p.rowsOf(set); inside && len(rows) == 1 && (a.Args.Layout == "across" || a.Args.Layout == "down" || a.Args.Layout == "even") {
		c.ownAll()
		c.p.ask = &Question{Text: "Parts of a window keep to their row. Which of these?", Choices: []Choice{
			choice(way{label: "More room between them", act: act.Act{Intent: act.Spacing, Args: act.Args{Part: "gap", Factor: 2}}}, rows),
			choice(way{label: "Make them wider", act: act.Act{Intent: act.Resize, Args: act.Args{Factor: 1.5, Axis: "width"}}}, set),
			{Label: "Leave it"},
		}}
		return
	}
	set = wholes(set)
	c.ownAll()
	if len(set) == 1 && inside && a.Args.Layout == "" {
		c.p.ask = &Question{Text: "Between which? Name them."}
		return
	}
	if len(set) == 1 && inOrder[a.Args.Layout] {
		c.failed = true // what is in it may be meant: "sort the notes alphabetically"
		return
	}
	if len(set) == 1 && a.Args.Anchor != "" {
		a = act.Act{Intent: act.Move, Args: act.Args{Anchor: a.Args.Anchor}}
	}
	c.addTo(a, cells, set...)
}

// arrangeMeant arranges what "them" or "that" means.
func (c *clause) arrangeMeant(a act.Act) {
	c.ownAll()
	var set []act.Target
	for _, r := range c.refs {
		if r.head == "pron" && (r.both || r.count > 2) { // "those two", "all three"
			two, ok := c.targetsOf(r)
			if set = wholes(two); !ok {
				return
			}
		}
	}
	last := c.p.lastTargets()
	if len(last) < 2 && c.pluralRef() {
		last = meant(c.p.s.LastActs) // and what it was put beside
	}
	if of, ok := c.p.heldInOrder(a, last); ok && len(set) < 2 && c.before == nil && !c.p.elsewhere() {
		c.addTo(a, anything, of)
		return
	}
	switch s := c.p.s; {
	case len(set) > 1:
	case c.before == nil && c.p.elsewhere() && c.pluralRef(): // what came to nothing spoke of others than what was changed last
		if set = wholes(s.Several); len(set) < 2 {
			c.p.ask = &Question{Text: "Which do you mean? Name them."}
			return
		}
	case c.before != nil && len(wholes(c.before.targets)) > 1:
		set = wholes(c.before.targets)
	case len(s.Selection) > 1:
		set = wholes(s.Selection)
	case c.pluralRef() || a.Args.Layout == "":
		if set = c.p.lastMade(); len(set) < 2 {
			set = wholes(meant(s.LastActs))
		}
	}
	switch {
	case len(set) > 1:
		c.addTo(a, cells, set...)
	case a.Args.Layout == "":
		c.p.ask = &Question{Text: "Between which? Name them."}
	case inOrder[a.Args.Layout] && c.p.s.Last != nil && !c.allRefs():
		c.p.ask = &Question{Text: "The order of which? Name them."}
	default:
		c.add(a, desktop)
	}
}

// wholes are the cells of targets, each once.
func wholes(set []act.Target) []act.Target {
	var out []act.Target
	for _, t := range set {
		if t.Node = ""; !has(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// inOrder are the layouts that only say in which order things stand.
var inOrder = map[string]bool{"reverse": true, "az": true, "za": true, "smallest": true, "largest": true}

// heldInOrder is what holds parts of one cell that shall stand in another order, or in a row or a column.
func (p *parser) heldInOrder(a act.Act, set []act.Target) (act.Target, bool) {
	switch a.Args.Layout {
	case "reverse", "az", "za", "row", "column":
		if here := keep(set, func(t act.Target) bool { return t.Node != "" && t.Cell == p.inMind().Cell }); len(here) > 1 {
			set = here // "stack the buttons": those of what was spoken of
		}
		if len(set) > 1 && set[0].Node != "" && a.Args.Anchor == "" {
			return p.holds(set)
		}
	}
	return act.Target{}, false
}
