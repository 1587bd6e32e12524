package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// alike reads "make the form and the todo the same width": of two it asks which keeps its own size; of more, of
// two that were just laid out, and of two in one row, the largest does, so that what is in them still has room.
func (c *clause) alike() bool {
	t := c.one("prop", "same")
	if t == nil || some(c.toks, "prep", "as") || c.sameAsLast(t) {
		return len(c.drafts) > 0
	}
	var set []act.Target
	switch {
	case len(c.refs) > 0:
	case c.before != nil:
		set = c.before.targets
	default:
		set = meant(c.p.s.LastActs)
	}
	for i, r := range c.refs {
		if i > 0 && !r.joined {
			return false
		}
		of, ok := c.targetsOf(r)
		if !ok {
			return c.p.ask != nil
		}
		for _, one := range of {
			if !has(set, one) {
				set = append(set, one)
			}
		}
	}
	if len(set) < 2 && len(c.refs) == 1 && c.refs[0].bare() && c.refs[0].plural {
		set = meant(c.p.s.LastActs)
	}
	if len(set) == 1 && len(c.refs) > 0 && c.likeLast(t, set[0]) {
		return true
	}
	if len(set) < 2 {
		return false
	}
	t.used = true
	c.ownAll()
	axis := axisSaid(t.text)
	like := func(one, other act.Target) act.Act {
		return act.Act{Intent: act.Resize, Target: one, Args: act.Args{Axis: axis, LikeCell: other.Cell, LikeNode: other.Node}}
	}
	if len(set) == 2 && !(c.before == nil && c.bareOnly() && arranged(c.p.s.LastActs)) && (set[0].Node == "" || holder(set[0].Node) != holder(set[1].Node) || set[0].Cell != set[1].Cell) {
		c.p.ask = &Question{Text: "Which of them is the right size already?"}
		for _, pair := range [][2]act.Target{{set[0], set[1]}, {set[1], set[0]}} {
			c.p.ask.Choices = append(c.p.ask.Choices, Choice{Label: c.p.s.name(pair[0]), Acts: []act.Act{like(pair[1], pair[0])}})
		}
		return true
	}
	most := set[0]
	for _, one := range set {
		if c.p.extent(one, axis) > c.p.extent(most, axis) {
			most = one
		}
	}
	for _, one := range set {
		if c.p.extent(one, axis) != c.p.extent(most, axis) {
			c.addTo(like(one, most), anything, one)
		}
	}
	if len(c.drafts) == 0 { // they are: the receipt says so
		c.addTo(like(set[0], set[1]), anything, set[:1]...)
	}
	return true
}

// sameAsLast reads "same width too" after something was put beside another thing, or made like it: the one changed gets the
// size of the other.
func (c *clause) sameAsLast(t *token) bool {
	last := c.p.s.LastActs
	if len(c.refs) > 0 && !(len(c.refs) == 1 && c.refs[0].bare() && !c.refs[0].plural && !c.refs[0].both) || len(last) != 1 || last[0].Args.LikeCell == "" || c.p.elsewhere() {
		return false
	}
	t.used = true
	c.ownAll()
	a := act.Act{Intent: act.Resize, Args: act.Args{Axis: axisSaid(t.text), LikeCell: last[0].Args.LikeCell, LikeNode: last[0].Args.LikeNode}}
	c.addTo(a, anything, last[0].Target)
	for _, o := range c.toks {
		o.used = o.used || o.is("also")
	}
	return true
}

// axisSaid is the side that words for a size name, "" for both.
func axisSaid(text string) string {
	switch {
	case strings.Contains(text, "wid"), strings.Contains(text, "broad"):
		return "width"
	case strings.Contains(text, "heigh"), strings.Contains(text, "tall"), strings.Contains(text, "high"):
		return "height"
	}
	return ""
}

// extent is how large something is along a side, or all in all.
func (p *parser) extent(t act.Target, axis string) float64 {
	b := p.boxOf(t)
	switch axis {
	case "width":
		return b.w
	case "height":
		return b.h
	}
	return b.w * b.h
}
