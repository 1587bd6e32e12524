package reflex

import (
	"math"

	"cellshell/evolve/act"
)

// vacant reads "in a corner where nothing is": the nearest of those that are free.
func (c *clause) vacant() bool {
	t := c.one("vacant")
	if t == nil {
		return false
	}
	set, ok := c.subject()
	if !ok {
		return true
	}
	if len(set) != 1 {
		return false
	}
	t.used = true
	of := act.Target{Cell: set[0].Cell}
	b := c.p.boxOf(of)
	best, far := "", math.Inf(1)
	for _, corner := range corners("corner") {
		at := c.p.inPart(of, "center", 1, corner).Args
		if d := math.Hypot(*at.X-b.x, *at.Y-b.y); d < far && c.p.vacantFor(of, *at.X, *at.Y) {
			best, far = corner, d
		}
	}
	if best == "" {
		c.corner("corner")
		c.p.ask.Text = "No corner is free for " + c.p.s.name(of) + ". Which one all the same?"
		return true
	}
	c.ownAll()
	c.addTo(act.Act{Intent: act.Move, Args: act.Args{Anchor: best}}, cells, of)
	return true
}

// vacantFor reports whether something would cover no other cell at a place.
func (p *parser) vacantFor(t act.Target, x, y float64) bool {
	b := p.boxOf(t)
	for _, o := range p.s.Cells {
		if o.ID != t.Cell && o.Kind != "panel" && o.X < x+b.w && x < o.X+o.W && o.Y < y+b.h && y < o.Y+o.H {
			return false
		}
	}
	return true
}
