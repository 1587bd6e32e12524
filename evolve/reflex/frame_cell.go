package reflex

import "cellshell/evolve/act"

// raising reads "to the front", "behind everything".
func (c *clause) raising() bool {
	if c.lowered() {
		return true
	}
	t := c.one("raise")
	if v := c.one("verb", "raise"); t == nil && v != nil && !c.hasAny("part", "prop", "opaque", "dir") {
		if px := c.pixels(true); px > 0 { // "raise the clock by 20 pixels"
			v.used = true
			c.add(act.Act{Intent: act.Move, Args: act.Args{DY: -px}}, movable)
			return true
		}
		if rel := c.one("rel", "above", "onto"); rel != nil && c.refAfterToken(rel) != nil {
			rel.used, c.refAfterToken(rel).own = true, true
		} else if set, ok := c.subject(); ok && len(set) == 1 && v.text == "raise" {
			return c.raiseHow(v, act.Target{Cell: set[0].Cell})
		}
		v.senses = []sense{{class: "raise", value: "front", lang: "en"}}
		t = v
	}
	if t == nil {
		return false
	}
	if r := c.refAfterToken(t); r != nil && len(c.refs) > 1 && c.refBefore(c.at(t)) != nil {
		r.own = true // in front of what: the front is in front of all
	}
	t.used = true
	for _, v := range c.toks {
		if v.is("verb", "move", "show") || v.is("prep", "of") || v.is("stack") || listed("stays", v.text) != "" || listed("always", v.text) != "" {
			v.used = true
		}
	}
	c.add(act.Act{Intent: act.Raise, Args: act.Args{Part: t.value("raise")}}, cells)
	return true
}

// lowered reads "lower the clock by 50": further down, where a cell is named and nothing that could be less.
func (c *clause) lowered() bool {
	t := c.one("inc", "less")
	if t == nil || t.text != "lower" || c.hasVerb() || c.refAfterToken(t) == nil || len(c.refs) == 0 || !c.cellsOnly() || c.hasAny("part", "prop", "opaque", "color", "shade", "gstyle", "style", "contrast") {
		return false
	}
	t.used = true
	px := c.pixels(true)
	if px == 0 {
		if px = step; c.degree() > 0 {
			px = smallStep
		}
	}
	c.add(act.Act{Intent: act.Move, Args: act.Args{DY: px}}, cells)
	return true
}

// raiseHow asks whether "raise the clock" means before the others or higher up.
func (c *clause) raiseHow(v *token, t act.Target) bool {
	v.used = true
	c.p.ask = &Question{Text: "In front of the others, or higher up?", Choices: []Choice{
		{Label: "In front", Acts: []act.Act{{Intent: act.Raise, Target: t, Args: act.Args{Part: "front"}}}},
		{Label: "Higher up", Acts: []act.Act{{Intent: act.Move, Target: t, Args: act.Args{DY: -step}}}},
	}}
	return true
}

// locking reads lock and unlock.
func (c *clause) locking() bool {
	v := c.verb("lock", "unlock")
	if v == nil {
		return false
	}
	v.used = true
	c.add(act.Act{Intent: act.Lock, Args: act.Args{On: ptr(v.value("verb") == "lock")}}, cells)
	return true
}

// copying reads "duplicate this", "another one".
func (c *clause) copying() bool {
	v := c.one("verb", "copy")
	another := false
	for _, r := range c.refs {
		another = another || r.indef && r.head == "kind" && r.value == "any"
	}
	if v == nil && !(another && c.carried("add") || another && c.only()) {
		return false
	}
	if v != nil {
		v.used = true
	}
	for _, t := range c.toks {
		if t.is("verb", "add") {
			t.used = true
		}
	}
	if another {
		c.ownAll()
	}
	beside := c.nextTo()
	if beside != nil {
		beside.own = true
	}
	free := len(c.free())
	shown := c.p.s.Point != nil && c.p.s.Point.Given && v != nil && listed("ofthese", v.text) != ""
	if v != nil && free == 0 && beside == nil && !shown && !c.hasAny("place", "here", "there") && len(c.p.s.LastActs) > 0 && c.p.s.LastActs[len(c.p.s.LastActs)-1].Intent == act.Spawn {
		c.add(c.p.s.LastActs[len(c.p.s.LastActs)-1], desktop)
		c.spawned = true // "another one but pink"
		return true
	}
	var set []act.Target
	ok := true
	switch {
	case shown:
		set = []act.Target{{Cell: c.p.s.Point.Cell}}
	case v == nil || free == 0:
		if c.p.s.Last != nil {
			set = []act.Target{*c.p.s.Last}
		} else {
			set, ok = c.p.implicit()
		}
	default:
		set, ok = c.subject()
	}
	if !ok {
		return true
	}
	for _, t := range set {
		c.copies(t, v)
		if c.p.ask != nil {
			return true
		}
	}
	if beside != nil {
		beside.own = false
	}
	if another || beside != nil || c.hasAny("place", "here", "there") {
		c.outfit(c.drafts)
	}
	return true
}

// times is how often something is to be done: "clone it twice"; once when nothing is said.
func (c *clause) times() int {
	for i, t := range c.toks {
		n := int(atof(t.value("mult")))
		if k := t0(c.toks, i+1); t.is("unit", "times") && k != nil && k.counts() && !t.used { // "again x2"
			n, k.used = int(k.num), true
		}
		if u := t0(c.toks, i+1); u != nil && u.is("unit", "times") && t.counts() {
			n, u.used = int(t.num), true
		}
		if !t.used && n >= 2 && n <= 10 {
			t.used = true
			return n
		}
	}
	return 1
}
