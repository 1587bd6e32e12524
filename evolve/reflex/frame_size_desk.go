package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// ofDesk reads sizes as a share of the desktop: "a third of the screen wide", "40% of the screen width", "half the height of the
// screen".
func (c *clause) ofDesk() bool {
	desk, limit := c.one("desk"), len(c.toks)
	if desk != nil {
		limit = c.at(desk)
	}
	if desk == nil && !c.restOfDesk() || c.p.s.W <= 0 || c.hasAny("wall", "theme", "color", "part", "place", "area", "across", "way", "opaque") || c.verb("fill") != nil {
		return false
	}
	share, from := 0.0, 0
	for i, t := range c.toks {
		if t.used || i > limit {
			continue
		}
		if u := t0(c.toks, i+1); t.counts() && u != nil && u.is("unit", "percent") {
			share, from = t.num/100, i
		}
		if m := t.value("mult"); m != "" && atof(m) < 1 {
			share, from = atof(m), i
		}
	}
	axis := ""
	for _, t := range c.toks[from:] {
		if t.is("prop") || t.is("dim") {
			axis = axisOf(t)
		}
	}
	if share <= 0 || share > 1 || axis == "" || strings.HasPrefix(c.toks[from].text, "by ") {
		return false
	}
	for _, t := range c.toks[from:] {
		if t.content() && !t.is("desk") && !t.is("prop") && !t.is("dim") && !t.is("mult") && !t.counts() && !t.is("unit", "percent") && !t.used {
			return false
		}
	}
	for _, t := range c.toks[from:] {
		t.used = true
	}
	for _, t := range c.toks[:from] {
		t.used = t.used || t.is("prop") || t.is("verb", "resize", "make")
	}
	a := act.Act{Intent: act.Resize, Args: act.Args{Width: round(c.p.s.W * share)}}
	if axis == "height" {
		a.Args = act.Args{Height: round(c.p.s.H * share)}
	}
	c.add(a, cells)
	return true
}

// restOfDesk reports whether the other side of something follows its being as high, or as wide, as the desktop: "full height, a
// third of the width".
func (c *clause) restOfDesk() bool {
	return c.before != nil && some(c.before.toks, "across") && len(c.refs) == 0 && c.one("prop", "width", "height") != nil && (c.one("mult") != nil || some(c.toks, "unit", "percent")) && c.only("mult", "prop", "prep", "num", "unit")
}
