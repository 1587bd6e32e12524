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
	if inc := c.one("inc"); inc != nil && !verb {
		prev := t0(c.toks, c.at(d)-1)
		if inc.text != "more" || c.at(inc) > c.at(d) || !d.is("dir", "left", "right") && (prev == nil || !prev.is("prep", "to")) {
			return // "bump it up a bit" is about its size
		}
		inc.used = true // "more to the right"
	}
	if !verb && len(c.left()) > 1 && !c.only("dir") && c.pixelsAhead() == 0 && c.one("deg") == nil {
		return
	}
	d.used = true
	if over := c.one("rel", "above"); over != nil && over.text == "over" && c.refAfterToken(over) == nil {
		over.used = true
	}
	by := c.pixels(verb)
	if by == 0 {
		by = step
		if c.verb("nudge") != nil {
			by = smallStep
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
		switch dir {
		case "left":
			a.Args.DX -= by
		case "right":
			a.Args.DX += by
		case "up":
			a.Args.DY -= by
		case "down":
			a.Args.DY += by
		}
	}
	aim(d.value("dir"))
	for other := c.take("dir"); other != nil; other = c.take("dir") { // "up left", "up up up"
		aim(other.value("dir"))
	}
	c.drop("unit")
	c.add(a, movable)
}

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
	}
	return 0
}
