package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// apartBy takes how far from the other thing something shall stand, and which of their edges shall meet: "16 px to the right
// of the counter, tops aligned", "right up against the clock".
func (c *clause) apartBy(a *act.Act, rel *token) {
	if px := c.pixelsNear(rel); px > 0 {
		a.Args.Pixels = px
	} else if c.take("touch") != nil || strings.HasSuffix(rel.text, "up against") || rel.text == "touching" {
		a.Args.On = ptr(false)
	}
	if a.Args.On != nil && c.upToBar(a, rel) {
		return
	}
	if !c.levelled(a) {
		return
	}
	for _, t := range c.toks { // "… with the tops aligned"
		if t.is("verb", "align") {
			t.used = true
		}
	}
}

// upToBar makes "right up against the panel" of a bar along an edge of the desktop the way straight to that edge.
func (c *clause) upToBar(a *act.Act, rel *token) bool {
	bar := c.p.s.cell(a.Args.LikeCell)
	if bar == nil || bar.Kind != "panel" || a.Args.LikeNode != "" || bar.W < bar.H || strings.Contains(rel.text, "right of") || strings.Contains(rel.text, "left of") {
		return false
	}
	side := "top"
	if bar.Y > c.p.s.Top+c.p.s.H/2 {
		side = "bottom"
	}
	a.Args = act.Args{Anchor: side, Axis: "height", On: a.Args.On}
	return true
}

// pixelsNear takes the number before or behind a relation that says how far: a plain one only right before it.
func (c *clause) pixelsNear(rel *token) float64 {
	if px := c.pixels(false); px > 0 {
		c.take("part", "gap", "padding")
		c.take("between")
		return px
	}
	if t := t0(c.toks, c.at(rel)-1); t != nil && !t.used && t.counts() && t.num >= 1 {
		t.used = true
		return t.num
	}
	return 0
}

// levelled takes which edges shall meet.
func (c *clause) levelled(a *act.Act) bool {
	t := c.take("level")
	if t == nil {
		t = c.take("edge")
	}
	if center := c.one("verb", "center"); t == nil && center != nil { // "centred under the notes"
		center.used = true
		t = &token{senses: []sense{{class: "level", value: "middle"}}}
	}
	if t == nil {
		return false
	}
	v := t.value("level")
	if v == "" {
		v = t.value("edge")
	}
	across := a.Args.Relation == "left-of" || a.Args.Relation == "right-of"
	switch side := strings.TrimPrefix(v, "align-"); {
	case (side == "middle" || side == "center") && across:
		a.Args.Align = "middle"
	case side == "middle" || side == "center":
		a.Args.Align = "center"
	default:
		a.Args.Align = side
	}
	return true
}

// beside reports whether an act says beside what something shall stand, and not only in line with it.
func beside(a act.Act) bool {
	return a.Args.LikeCell != "" && !strings.HasPrefix(a.Args.Relation, "align")
}

// levelToo reads what goes on from a place beside something: "…, tops aligned".
func (c *clause) levelToo() bool {
	if c.before == nil || len(c.refs) > 1 || len(c.p.acts) == 0 || !c.only("level", "edge", "verb", "even") {
		return false
	}
	a := &c.p.acts[len(c.p.acts)-1]
	for _, r := range c.refs { // "…, right aligned with the clock"
		if set, ok := c.p.tried(r); !r.bare() && (!ok || len(set) != 1 || set[0].Cell != a.Args.LikeCell) {
			return false
		}
	}
	if a.Intent != act.Move || !beside(*a) || !c.levelled(a) {
		return false
	}
	for _, t := range c.toks {
		t.used = t.used || t.is("verb", "align", "make", "move") || t.is("even")
	}
	c.ownAll()
	c.ofBefore()
	return true
}

// distanceToo reads how far apart the two shall be, said behind: "below the clock, 12 pixels apart", "…, with 20 px between them".
func (c *clause) distanceToo() bool {
	if c.before == nil || len(c.p.acts) == 0 || !c.bareRefs() || c.pixelsAhead() == 0 || c.hasVerb() && c.verb("move", "make", "give", "add") == nil {
		return false
	}
	a := &c.p.acts[len(c.p.acts)-1]
	if a.Intent != act.Move && a.Intent != act.Spawn || !beside(*a) || a.Args.Pixels > 0 {
		return false
	}
	if !c.only("apart", "part", "between", "num", "unit", "px", "off", "verb", "only") || c.one("apart") == nil && c.one("part", "gap", "padding") == nil && c.one("between") == nil && c.one("off") == nil {
		return false
	}
	if a.Args.Pixels = c.pixels(true); a.Args.Pixels <= 0 {
		return false
	}
	c.takeAll()
	c.ofBefore()
	return true
}

// sideToo reads what goes on from "next to the monitor": "…, on its left".
func (c *clause) sideToo() bool {
	if c.before == nil || len(c.p.acts) == 0 || !c.bareRefs() || !c.only("dir", "place", "rel", "kind") || c.hasVerb() {
		return false
	}
	a := &c.p.acts[len(c.p.acts)-1]
	if a.Intent != act.Move || a.Args.LikeCell == "" || a.Args.Relation != "right-of" && a.Args.Relation != "left-of" || some(c.before.toks, "dir") {
		return false
	}
	for _, t := range c.before.toks {
		if strings.Contains(t.text, "right of") || strings.Contains(t.text, "left of") || strings.Contains(t.text, "side of") {
			return false // it was said
		}
	}
	side := ""
	for _, t := range c.toks {
		for _, class := range []string{"dir", "place", "rel"} {
			if v, _, _ := strings.Cut(t.value(class), "-"); side == "" && (v == "left" || v == "right") {
				side = v
			}
		}
	}
	if side == "" {
		return false
	}
	a.Args.Relation = side + "-of"
	c.takeAll()
	c.ofBefore()
	return true
}
