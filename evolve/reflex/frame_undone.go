package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// undone reads "put the clock back where it was": the last change of that thing is taken back.
func (c *clause) undone() bool {
	t := c.one("undone")
	if t == nil || c.hasAny("color", "dim", "place", "dir", "rel", "when", "theme") {
		return false
	}
	if len(c.p.acts) > 0 && !c.hasVerb() {
		return false // "back to the left, like before": how it shall be, not what shall be taken back
	}
	if !c.only("undone", "verb", "even", "dir", "undo") || c.verb("remove", "add", "rename", "say", "lock", "swap") != nil {
		return false
	}
	for _, o := range c.toks {
		o.used = true
	}
	if c.ofSpoken() {
		return true
	}
	if len(c.refs) > 0 && c.named() && c.lastRemoved() && c.verb("move") != nil {
		c.ownAll()
		c.p.ask = whereTo() // "the notes can go where it was": nobody knows any more where that was
		return true
	}
	if c.ofBoth() || c.ofNamed(t) {
		return true
	}
	c.lastOnly()
	c.add(takeBack(1), desktop)
	return true
}

// ofBoth reads "put both back to how they were": what was done to the two is taken back, from the newest change to the one in
// which the second of them was spoken of. It reports false where that was done together with more.
func (c *clause) ofBoth() bool {
	if c.p.s.Deeds == nil || len(c.refs) != 1 || !c.refs[0].both {
		return false
	}
	set, ok := c.p.tried(c.refs[0])
	if !ok || len(set) != 2 {
		return false
	}
	one, other, theirs := about(set[:1]), about(set[1:]), about(set)
	var back []act.Act
	first, second, oldest := false, false, 0
	for i, d := range c.p.s.Deeds() {
		if i == mostLately || first && second {
			break
		}
		if !slices.ContainsFunc(d.Acts, theirs) {
			continue
		}
		if slices.ContainsFunc(d.Acts, func(a act.Act) bool { return !theirs(a) }) {
			return false
		}
		first, second = first || slices.ContainsFunc(d.Acts, one), second || slices.ContainsFunc(d.Acts, other)
		back, oldest = append(back, d.undo()), i
	}
	if !first || !second {
		return false
	}
	if oldest == len(back)-1 { // nothing else was changed since
		back = []act.Act{takeBack(len(back))}
	}
	c.ownAll()
	for _, a := range back {
		c.add(a, desktop)
	}
	return true
}

// ofNamed reads "put the clock back where it was" when something else was changed since: its own last change is taken back, of
// "where" its last move.
func (c *clause) ofNamed(t *token) bool {
	if c.p.s.Deeds == nil || len(c.refs) != 1 || c.refs[0].bare() || !c.named() {
		return false
	}
	set, ok := c.p.tried(c.refs[0])
	if !ok || len(set) != 1 || c.p.s.Last != nil && *c.p.s.Last == set[0] {
		return false
	}
	like := about(set)
	if listed("wherewas", strings.Fields(t.text)[0]) != "" {
		like = together([]trait{like, placing})
	}
	if !c.takesBack(like) {
		return false
	}
	c.ownAll()
	return true
}

// takesBack takes the newest change back that was like this, or asks where it did something else too. It reports false where
// there is none.
func (c *clause) takesBack(like trait) bool {
	for _, d := range c.p.s.Deeds() {
		switch {
		case !slices.ContainsFunc(d.Acts, like):
			continue
		case slices.ContainsFunc(d.Acts, func(a act.Act) bool { return !like(a) }):
			c.p.ask = d.whole()
		default:
			c.add(d.undo(), desktop)
		}
		return true
	}
	return false
}

// ofSpoken reads "put it back where it was" after something else was spoken of than what was changed last: the last change of
// that is taken back, or it is said that there is none.
func (c *clause) ofSpoken() bool {
	last := c.p.s.Last
	if last == nil || c.p.s.Deeds == nil || !c.p.elsewhere() || len(c.refs) != 1 || c.refs[0].head != "pron" {
		return false
	}
	c.ownAll()
	for _, d := range c.p.s.Deeds() {
		for _, a := range d.Acts {
			if a.Target.Cell == last.Cell && (last.Node == "" || a.Target.Node == last.Node) {
				c.add(d.undo(), desktop)
				return true
			}
		}
	}
	c.p.ask = &Question{
		Text:    "Nothing that still holds was done to " + c.p.s.name(*last) + ". Undo the last change instead?",
		Choices: orUndo("No"),
	}
	return true
}

// lastOnly asks when what shall be undone is named and is not what was changed last.
func (c *clause) lastOnly() {
	for _, r := range c.refs {
		if r.own {
			continue
		}
		r.own = true
		if r.bare() {
			continue
		}
		set, ok := c.p.resolve(r)
		if last := c.p.s.Last; ok && (last == nil || len(set) != 1 || set[0] != *last && set[0].Cell != last.Cell) {
			c.p.ask = &Question{Text: "I undo by number or the newest first. Undo the last change?", Choices: orUndo("No")}
		}
	}
}
