package reflex

import (
	"math"

	"cellshell/evolve/act"
)

// shifted reads directions with or without a distance: "up a bit", "20 pixels left".
func (c *clause) shifted(verb bool) {
	d := c.one("dir")
	if d == nil {
		return
	}
	if c.onItsSide(d) {
		return
	}
	if v := c.verb("make"); v != nil && d.is("dir", "up", "down") && listed("dials", v.text) != "" {
		return // "turn it down": less of what was spoken of, and nothing goes anywhere
	}
	if len(c.drafts) > 0 && d.foreign("dir") && d.is("verb") {
		d.used = true // "sube el tamaño de letra a 20": what goes up was said
		return
	}
	if inc := c.one("inc"); inc != nil && !verb {
		prev := t0(c.toks, c.at(d)-1)
		if listed("goeson", inc.text) != "more" || c.at(inc) > c.at(d) || !d.is("dir", "left", "right") && (prev == nil || !prev.is("prep", "to")) {
			return // "bump it up a bit" is about its size
		}
		inc.used = true // "more to the right"
	}
	if !verb && len(c.left()) > 1 && !c.only("dir") && c.pixelsAhead() == 0 && c.one("deg") == nil {
		return
	}
	bare := !verb && len(c.refs) == 0 && c.only("dir", "num") && c.pixelsAhead() >= 5 // "up thirty"
	d.used = true
	if over := c.one("rel", "above"); over != nil && over.text == "over" && c.refAfterToken(over) == nil {
		over.used = true
	}
	if c.bothWays(d) {
		return
	}
	by := c.pixels(verb || bare)
	if by == 0 {
		by = step
		if c.verb("nudge") != nil {
			by = smallStep
		}
		if before := c.shiftedBefore(); before > 0 {
			by = before
		}
		switch deg := c.degree(); {
		case deg >= 2:
			by = bigStep
		case deg > 0:
			by = smallStep
		}
	}
	by = math.Min(by, 4000)
	a := act.Act{Intent: act.Move}
	aim := func(dir string) {
		dx, dy := toward(dir, by)
		a.Args.DX += dx
		a.Args.DY += dy
	}
	aim(d.value("dir"))
	for other := c.take("dir"); other != nil; other = c.take("dir") { // "up left", "up up up"
		aim(other.value("dir"))
	}
	c.drop("unit")
	c.add(a, movable)
}

// shiftedBefore is how far the clause before moved it, where this one only adds another way: "slightly down and to the left".
func (c *clause) shiftedBefore() float64 {
	if c.before == nil || c.hasVerb() || len(c.refs) > 0 || len(c.before.drafts) == 0 {
		return 0
	}
	last := c.before.drafts[len(c.before.drafts)-1].Act
	if !shift(last) {
		return 0
	}
	return math.Max(math.Abs(last.Args.DX), math.Abs(last.Args.DY))
}

// bothWays reads "40 left 16 down": each way with its own distance.
func (c *clause) bothWays(d *token) bool {
	ways, fars := []*token{d}, []*token{}
	for _, t := range c.toks {
		switch {
		case t.used:
		case t.is("dir"):
			ways = append(ways, t)
		case t.counts():
			fars = append(fars, t)
		}
	}
	if len(ways) != 2 || len(fars) != 2 || sideways(ways[0]) == sideways(ways[1]) {
		return false
	}
	a := act.Act{Intent: act.Move}
	for i, t := range ways {
		dx, dy := toward(t.value("dir"), math.Min(fars[i].num, 4000))
		a.Args.DX += dx
		a.Args.DY += dy
		t.used, fars[i].used = true, true
	}
	c.drop("unit")
	c.add(a, movable)
	return true
}

func sideways(t *token) bool { return t.is("dir", "left", "right") }

// far reports whether a distance stands before a direction: "fifty pixels lower".
func (c *clause) far(t *token) bool {
	unit, n := t0(c.toks, c.at(t)-1), t0(c.toks, c.at(t)-2)
	return unit != nil && unit.is("unit", "px") && n != nil && n.counts()
}

func (c *clause) pixelsAhead() float64 {
	for _, t := range c.toks {
		if !t.used && t.counts() {
			return t.num
		}
		if px := t.value("px"); !t.used && px != "" {
			return atof(px)
		}
	}
	return 0
}

// lifted reads "lift the todo 30 pixels": the verb says which way.
func (c *clause) lifted() bool {
	for _, t := range c.toks {
		way := listed("lifts", t.text)
		if t.used || way == "" || !t.is("verb", "move") && !t.is("verb", "raise") || c.hasAny("dir", "place", "rel", "part", "raise", "area", "opaque") {
			continue
		}
		px := c.pixels(true)
		if px <= 0 {
			return false
		}
		t.used = true
		if way == "up" {
			px = -px
		}
		c.add(act.Act{Intent: act.Move, Args: act.Args{DY: px}}, movable)
		return true
	}
	return false
}

// goesOnMoving reports whether nothing is named and the last thing done was a move: "a little lower".
func (c *clause) goesOnMoving() bool {
	last := c.p.s.LastActs
	return !c.hasVerb() && c.bareRefs() && c.before == nil && len(last) > 0 && last[len(last)-1].Intent == act.Move && !c.p.elsewhere() && c.only("dirmove", "deg", "num", "unit", "even", "inc")
}
