package reflex

import (
	"math"

	"cellshell/evolve/act"
)

// gapOfLast reads "gap 40" and "with a wider gap" right after things were put beside one another: the room between those is
// meant, and not that inside of the one which moved. What is pointed at has a gap of its own.
func (c *clause) gapOfLast(a act.Act) bool {
	if len(c.refs) > 0 || c.p.s.Point != nil && c.p.s.Point.Given && c.p.s.Point.Cell != "" || len(c.p.s.Selection) > 0 || c.p.elsewhere() {
		return false
	}
	last := c.p.s.LastActs
	if c.before != nil {
		last = c.p.acts
	}
	switch set := meant(last); {
	case len(last) == 1 && last[0].Intent == act.Move && last[0].Target.Node == "" && besides[last[0].Args.Relation] && last[0].Args.LikeCell != "" && last[0].Args.LikeNode == "":
		return c.besideBy(last[0], a)
	case len(set) > 1 && len(wholes(set)) == len(set) && !parts(set, wholes(set)) && arranged(last):
		if c.before != nil {
			return false
		}
		if a.Args.Value != 0 {
			c.p.ask = &Question{Text: "How many pixels between them? Say it as: 20 px between them."}
			return true
		}
		c.addTo(act.Act{Intent: act.Arrange, Args: act.Args{Factor: a.Args.Factor, Pixels: a.Args.Pixels, On: a.Args.On}}, cells, set...)
		return true
	}
	return false
}

// besides are the relations that leave room between two things.
var besides = map[string]bool{"left-of": true, "right-of": true, "above": true, "below": true}

// arranged reports whether acts only laid out some cells.
func arranged(acts []act.Act) bool {
	for _, a := range acts {
		if a.Intent != act.Arrange || a.Target.Cell == "" {
			return false
		}
	}
	return len(acts) > 0
}

// besideBy puts a thing beside the other once more, so far away as is said of the room between them.
func (c *clause) besideBy(last, room act.Act) bool {
	g := last.Args
	g.On = nil
	now := c.p.roomBeside(last)
	switch {
	case room.Args.Off():
		g.Pixels, g.On = 0, ptr(false)
	case room.Args.Pixels > 0:
		g.Pixels = room.Args.Pixels
	case room.Args.Value != 0:
		g.Pixels = max(0, now+room.Args.Value)
	case room.Args.Factor > 0:
		g.Pixels = max(1, math.Round(max(now, leastGap)*room.Args.Factor))
	default:
		return false
	}
	if g.Pixels == 0 {
		g.On = ptr(false)
	}
	c.addTo(act.Act{Intent: act.Move, Args: g}, anything, last.Target)
	return true
}

// leastGap is what a gap is taken for that is wider or narrower than none, logical pixels.
const leastGap = 8

// roomBeside is how much room there is between a thing and the other beside which it stands.
func (p *parser) roomBeside(a act.Act) float64 {
	of, like := p.boxOf(a.Target), p.boxOf(act.Target{Cell: a.Args.LikeCell})
	across := max(like.x-of.x-of.w, of.x-like.x-like.w)
	down := max(like.y-of.y-of.h, of.y-like.y-like.h)
	return math.Max(0, math.Max(across, down))
}
