package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// returned reads "bring the calculator back" where there is none: what removed it is taken back, or it is added anew.
func (c *clause) returned() bool {
	if c.verb("swap") != nil {
		return false // "swap them back" is about places
	}
	if c.allBack() {
		return true
	}
	if len(c.refs) != 1 || !c.only("verb", "even", "repeat", "undo", "redo", "back", "turn") || c.one("turn", "off") != nil {
		return false
	}
	back := c.one("turn", "on") != nil
	open := back || c.verb("show", "add") != nil
	for _, t := range c.toks {
		back = back || t.is("back") || t.is("verb", "restore") && !t.is("reset") || open && t.text == "again"
	}
	r := c.refs[0]
	if back && open && r.head == "pron" || back && r.bare() && c.verb("move", "give", "want", "make") != nil && c.lastRemoved() {
		return c.reopened(r)
	}
	if !back || r.indef || r.head != "gene" || len(c.living(r)) > 0 || c.p.gene(r.value) == nil {
		return false
	}
	c.takeAll()
	if gone := c.p.s.Gone; gone != nil && gone(r.value) > 0 {
		c.add(act.Act{Intent: act.Undo, Args: act.Args{Number: gone(r.value)}}, desktop)
		return true
	}
	c.add(act.Act{Intent: act.Spawn, Args: act.Args{Gene: r.value}}, desktop)
	c.spawned = true
	return true
}

// reopened reads "open it again": what was removed last comes back, and what stands here comes to the front.
func (c *clause) reopened(r *ref) bool {
	c.takeAll()
	c.backOrFront(r)
	return true
}

// backOrFront takes back the last change where that removed what a reference means; what stands here comes to the front.
func (c *clause) backOrFront(r *ref) {
	for _, a := range c.p.s.LastActs {
		if a.Intent == act.Hide && a.Args.On == nil && r.head == "pron" { // "turn the bar off", "turn it on again"
			var hidden []act.Target
			for _, h := range c.p.s.LastActs {
				hidden = append(hidden, h.Target)
			}
			c.addTo(shown(act.Target{}), cells, hidden...)
			return
		}
		if a.Intent == act.Remove && c.p.s.cell(a.Target.Cell) == nil && (r.head == "pron" || base(a.Target.Cell) == r.value) {
			c.add(takeBack(1), desktop)
			return
		}
	}
	if set, ok := c.p.resolve(r); ok {
		c.addTo(act.Act{Intent: act.Raise, Args: act.Args{Part: "front"}}, cells, set...)
	}
}

// lastRemoved reports whether the last thing done took something away.
func (c *clause) lastRemoved() bool {
	for _, a := range c.p.s.LastActs {
		if a.Intent != act.Remove {
			return false
		}
	}
	return len(c.p.s.LastActs) > 0
}

// allBack reads "bring them both back" after several things were removed or hidden one by one: each of those changes is taken
// back, the newest two where both are said.
func (c *clause) allBack() bool {
	if len(c.refs) != 1 || c.refs[0].head != "pron" || !c.refs[0].plural || c.p.s.Deeds == nil {
		return false
	}
	back := false
	for _, t := range c.toks {
		switch {
		case t.isAny("back", "puts") || strings.HasSuffix(t.text, " back"):
			back = true
		case t.isAny("verb", "even", "repeat", "undo", "turn", "fill", "pron", "both", "det", "person", "conj", "all") || t.kind == mark || listed("joint", t.text) != "":
		default:
			return false
		}
	}
	if !back {
		return false
	}
	var undo []act.Act
	for _, d := range c.p.s.Deeds() {
		if len(undo) == 1 && !c.refs[0].both && c.p.manyItself(undo[0].Args.Number) {
			break
		}
		if slices.ContainsFunc(d.Acts, func(a act.Act) bool { return a.Intent != act.Remove && a.Intent != act.Hide || c.p.inSight(a.Target) }) || c.refs[0].both && len(undo) == 2 {
			break
		}
		undo = append(undo, d.undo())
	}
	if len(undo) == 0 {
		return false
	}
	c.takeAll()
	for _, a := range undo {
		c.add(a, desktop)
	}
	return true
}

// inSight reports whether a thing is here and to be seen: what took it away holds no more.
func (p *parser) inSight(t act.Target) bool {
	c := p.s.cell(t.Cell)
	return c != nil && !p.outOfSight(t) && (t.Node == "" || c.node(t.Node) != nil)
}

// manyItself reports whether a change was about one thing that is many by its name: "them" is the notes alone then.
func (p *parser) manyItself(change int) bool {
	for _, d := range p.s.Deeds() {
		if of := meant(d.Acts); d.Number == change {
			return len(of) == 1 && strings.HasSuffix(base(of[0].Cell), "s")
		}
	}
	return false
}
