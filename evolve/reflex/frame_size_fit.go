package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// fitted reads "shrink it to fit what's in it" and "only as big as it needs to be".
func (c *clause) fitted() bool {
	t := c.one("fit")
	if t == nil || len(c.drafts) > 0 {
		return false
	}
	t.used = true
	a := act.Act{Intent: act.Resize, Args: act.Args{Part: "fit"}}
	switch {
	case strings.Contains(t.text, "as wide"):
		a.Args.Axis = "width"
	case strings.Contains(t.text, "as tall"), strings.Contains(t.text, "as high"):
		a.Args.Axis = "height"
	}
	if prop := c.take("prop"); prop != nil && a.Args.Axis == "" {
		a.Args.Axis = axisOf(prop)
	}
	c.drop("dim")
	for _, o := range c.toks {
		if o.is("verb", "fill", "move", "resize", "match") {
			o.used = true
		}
	}
	c.add(a, anything)
	return true
}

// limited reads "no wider than the clock" and "at least as tall as the notes".
func (c *clause) limited() bool {
	t := c.one("limit")
	if t == nil {
		return false
	}
	r := c.refAfterToken(t)
	if r == nil {
		return false
	}
	set, ok := c.p.resolve(r)
	if r.own = true; !ok || len(set) != 1 {
		return true
	}
	t.used = true
	part, axis, _ := strings.Cut(t.value("limit"), "-")
	c.add(act.Act{Intent: act.Resize, Args: act.Args{Part: part, Axis: axis, LikeCell: set[0].Cell, LikeNode: set[0].Node}}, anything)
	return true
}

// enough reads "too wide, 700 is plenty": the side that was spoken of, or changed last, gets that length.
func (c *clause) enough() bool {
	for i, t := range c.toks {
		if t.used || !t.counts() || t.num < 8 {
			continue
		}
		j := i + 1
		for o := t0(c.toks, j); o != nil && (o.is("unit", "px") || o.isAny("be", "aux")) && listed("enough", o.text) == ""; o = t0(c.toks, j) {
			j++
		}
		o := t0(c.toks, j)
		if o == nil || listed("enough", o.text) == "" {
			if !c.figure(t) && !c.downTo(i) {
				continue
			}
			j--
		}
		axis := c.axisInMind()
		if axis == "" {
			return false
		}
		c.drop("dim")
		for _, o := range c.toks[i : j+1] {
			o.used = true
		}
		if n := len(c.p.acts); c.before != nil && n > 0 && c.p.acts[n-1].Intent == act.Resize {
			c.p.acts = c.p.acts[:n-1] // "too wide" is met by that
		}
		a := act.Act{Intent: act.Resize, Args: act.Args{Width: t.num}}
		if axis == "height" {
			a.Args = act.Args{Height: t.num}
		}
		c.add(a, anything)
		return true
	}
	return false
}

// figure reports whether the clause is but a number, behind one that made something larger or smaller: "…, 220 or so".
func (c *clause) figure(n *token) bool {
	if c.before == nil || len(c.refs) > 0 || len(c.p.acts) == 0 || c.hasVerb() {
		return false
	}
	for _, t := range c.toks {
		if t != n && t.content() && !t.is("unit", "px") {
			return false
		}
	}
	last := c.p.acts[len(c.p.acts)-1]
	return last.Intent == act.Resize && last.Args.Factor > 0 && last.Args.Axis != "" && last.Args.LikeCell == ""
}

// downTo reports whether the number at token i is what something is brought to, behind a complaint or a change of one side:
// "too tall, bring them down to 300".
func (c *clause) downTo(i int) bool {
	before := i - 1
	for before > 0 && c.toks[before].is("fill") {
		before-- // "down to about 300"
	}
	prev, next := t0(c.toks, before), t0(c.toks, i+1)
	if prev == nil || !prev.is("prep", "to") || next != nil && (next.isAny("prop", "prep", "num") || next.is("unit") && !next.is("unit", "px")) || !c.unnamed() || c.hasAny("place", "rel", "part", "color", "prop") {
		return false
	}
	if c.before == nil {
		last := c.p.s.LastActs
		return len(last) == 1 && last[0].Intent == act.Resize && c.verb("move", "make", "resize", "nudge") != nil && strings.Contains(prev.text, "down")
	}
	return some(c.before.toks, "complaint")
}

// axisInMind is the side that the clause before complained of, or that was changed last; "" for none or both.
func (c *clause) axisInMind() string {
	if t := c.one("prop"); t != nil && axisOf(t) != "" {
		t.used = true
		return axisOf(t)
	}
	if c.before != nil {
		for _, t := range c.before.toks {
			if a := t.value("along"); a != "" && t.is("complaint") {
				return a
			}
		}
	}
	axis := ""
	acts := c.p.s.LastActs
	if c.before != nil && len(c.p.acts) > 0 {
		acts = c.p.acts[len(c.p.acts)-1:]
	}
	for _, a := range acts {
		if a.Intent != act.Resize {
			return ""
		}
		switch {
		case a.Args.Axis != "":
			axis = a.Args.Axis
		case a.Args.Width > 0 && a.Args.Height == 0:
			axis = "width"
		case a.Args.Height > 0 && a.Args.Width == 0:
			axis = "height"
		}
	}
	return axis
}
