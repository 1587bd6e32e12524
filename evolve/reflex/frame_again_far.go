package reflex

import (
	"math"

	"cellshell/evolve/act"
)

// figuresOn reads what goes on from a move or a change of size by pixels with another number: "5 more", "another 10", "other
// direction, 20".
func (c *clause) figuresOn() bool {
	last := c.p.s.LastActs
	back := c.one("otherway")
	if len(last) == 0 || c.p.elsewhere() || c.named() || c.hasVerbBut("move") || back == nil && c.pixelsAhead() == 0 || c.before != nil && !some(c.before.toks, "otherway") {
		return false
	}
	for _, t := range c.toks {
		if t.content() && !t.used && !t.counts() && !t.is("unit", "px") && !t.is("inc", "more") && t != back && !t.is("even") && !t.is("repeat") && !t.is("verb", "move") && !t.is("verb", "copy") {
			return false
		}
	}
	if back == nil && c.before == nil && c.one("inc", "more") == nil && !some(c.toks, "det", "other") && !some(c.toks, "det", "a") && !some(c.toks, "verb", "copy") && !some(c.toks, "repeat") {
		return false
	}
	px := c.pixels(true)
	if c.before != nil { // "other direction, 20"
		return c.otherWayBy(px)
	}
	var out []draft
	for _, a := range last {
		if !shift(a) {
			return false
		}
		if px > 0 {
			goFar(&a.Args, px)
		}
		if back != nil {
			a.Args.DX, a.Args.DY = -a.Args.DX, -a.Args.DY
		}
		out = append(out, draft{Act: act.Act{Intent: act.Move, Args: a.Args}, scope: anything, fixed: []act.Target{a.Target}})
	}
	c.takeAll()
	c.drafts = append(c.drafts, out...)
	return true
}

// goFar gives a move another length in the same direction.
func goFar(g *act.Args, px float64) {
	long := max(math.Abs(g.DX), math.Abs(g.DY))
	g.DX, g.DY = round(g.DX*px/long), round(g.DY*px/long)
}

// otherWayBy gives the moves of the clause before another length.
func (c *clause) otherWayBy(px float64) bool {
	if px <= 0 {
		return false
	}
	for i := range c.p.acts {
		if g := &c.p.acts[i].Args; shift(c.p.acts[i]) {
			goFar(g, px)
			c.done = true
		}
	}
	c.targets = c.before.targets
	return c.done
}
