package reflex

import (
	"math"

	"cellshell/evolve/act"
)

// nearer is the relation of what goes some way towards another thing and not all of it: "a bit closer to the timer".
const nearer = "nearer"

// stepShare is how much of the way there "a bit" is.
const stepShare = 0.3

// towardsMiddle reads "a bit nearer to the middle": some of the way to where its middle would be that of the desktop.
func (c *clause) towardsMiddle(rel *token) bool {
	if c.refAfterToken(rel) != nil || c.p.s.W <= 0 || !c.abitNearer(rel) {
		return false
	}
	at := t0(c.toks, c.at(rel)+1)
	if at != nil && at.is("det") {
		at = t0(c.toks, c.at(rel)+2)
	}
	if at == nil || !at.is("place", "center") {
		return false
	}
	set, ok := c.subject()
	if rel.used, at.used = true, true; !ok {
		return true
	}
	c.drop("desk")
	c.ownAll()
	for _, t := range wholes(set) {
		b := c.p.boxOf(t)
		dx, dy := c.p.s.across(0.5)-b.x-b.w/2, c.p.s.down(0.5)-b.y-b.h/2
		c.addTo(act.Act{Intent: act.Move, Args: act.Args{DX: math.Round(dx * stepShare), DY: math.Round(dy * stepShare)}}, cells, t)
	}
	return true
}

// abitNearer reports whether a relation says that something goes only some way: a small degree stands before a comparative.
func (c *clause) abitNearer(rel *token) bool {
	d := t0(c.toks, c.at(rel)-1)
	if !rel.is("rel", "near") || listed("nearer", rel.text) == "" || d == nil || !d.is("deg") {
		return false
	}
	if by := atof(d.value("deg")); by <= 0 || by >= 2 {
		return false
	}
	d.used = true
	return true
}

// stepTowards gives an act that goes some way towards another thing how far: along the side on which more lies between them. What
// stands right beside it already goes near it as ever.
func (p *parser) stepTowards(a *act.Act) {
	it, to := p.boxOf(a.Target), p.boxOf(act.Target{Cell: a.Args.LikeCell, Node: a.Args.LikeNode})
	dx, dy := gapTo(it.x, it.w, to.x, to.w), gapTo(it.y, it.h, to.y, to.h)
	if math.Abs(dx) < math.Abs(dy) {
		dx = 0
	} else {
		dy = 0
	}
	if way := math.Abs(dx + dy); way < leastStep {
		a.Args.Relation = "near"
		return
	}
	a.Args = act.Args{DX: math.Round(dx * stepShare), DY: math.Round(dy * stepShare)}
}

// leastStep is how much must lie between two things for one of them to go some of the way, logical pixels.
const leastStep = 40

// gapTo is how much lies between two stretches, negative where the second one begins before the first; 0 where they share some.
func gapTo(from, length, to, other float64) float64 {
	switch {
	case to >= from+length:
		return to - from - length
	case to+other <= from:
		return to + other - from
	}
	return 0
}
