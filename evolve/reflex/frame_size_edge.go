package reflex

import (
	"cellshell/evolve/act"
)

// extends reads "expand the notes downwards by 60", "stretch it to the right edge" and "extend it 40 px to the left": one side of
// it goes further out and the other stays.
func (c *clause) extends() bool {
	v := c.extending()
	if d := c.one("dim", "bigger", "wider", "taller"); v == nil && d != nil && c.pixelsAhead() > 0 {
		if at := c.one("place", "left", "right", "top", "bottom"); at != nil && (c.before1(at, "prep", "on") || c.before1(at, "prep", "at")) {
			v = d // "40 px wider on the left side"
		}
	}
	if v == nil || len(c.refs) == 0 || c.hasAny("part", "color", "across", "font", "keep", "as", "area") || c.one("prep", "than") != nil {
		return false
	}
	var side string
	to := c.one("place", "left", "right", "top", "bottom")
	d := c.one("dir")
	switch {
	case to != nil:
		side = to.value("place")
	case d != nil:
		side = sideTo[d.value("dir")]
		if d.text == "up" {
			return false // "scale it up" says no side
		}
	default:
		return false
	}
	set, ok := c.subject()
	if !ok {
		return true
	}
	if set = wholes(set); len(set) != 1 {
		return false
	}
	axis := axisAcross[side]
	a := act.Act{Intent: act.Resize, Args: act.Args{Axis: axis, Anchor: side}}
	switch px := c.pixels(true); {
	case px > 0:
		a.Args.Pixels = px
	case to != nil && c.before1(to, "prep", "to"):
		a.Args.Part = "edge"
	default:
		a.Args.Factor = within(c.growth())
	}
	v.used = true
	for _, t := range []*token{to, d} {
		if t != nil {
			t.used = true
		}
	}
	c.drop("desk", "brink")
	c.ownAll()
	c.addTo(a, cells, set...)
	return true
}

// extending is the verb by which something grows to a side.
func (c *clause) extending() *token {
	for _, t := range c.toks {
		if !t.used && listed("extends", t.text) != "" {
			return t
		}
	}
	return nil
}

// before1 reports whether a token with the concept stands before another, but for articles.
func (c *clause) before1(t *token, class, value string) bool {
	i := c.at(t) - 1
	for i > 0 && c.toks[i].is("det") {
		i--
	}
	return i >= 0 && c.toks[i].is(class, value)
}
