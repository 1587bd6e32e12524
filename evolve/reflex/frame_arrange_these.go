package reflex

import "cellshell/evolve/act"

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
	set = wholes(set)
	c.ownAll()
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
	switch s := c.p.s; {
	case len(set) > 1:
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
