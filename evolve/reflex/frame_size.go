package reflex

import (
	"cellshell/evolve/act"
)

// sizes reads everything about size.
func (c *clause) sizes() {
	if c.negative() {
		return
	}
	if t := c.one("impossible"); t != nil {
		t.used = true
		c.drop("dim")
		c.p.ask = &Question{Text: "No size is infinite. Fill the screen instead?"}
		if set, ok := c.subject(); ok && len(set) == 1 {
			c.p.ask.Choices = []Choice{{Label: "Fill the screen", Acts: []act.Act{c.filled(set[0])}}, {Label: "No"}}
		}
		return
	}
	if v := c.one("dir", "up", "down"); v != nil && (c.verb("resize") != nil || c.one("prop", "size") != nil || c.one("part", "font") != nil) && len(c.drafts) == 0 {
		v.senses = []sense{{class: "dim", value: map[string]string{"up": "bigger", "down": "smaller"}[v.value("dir")]}} // scale it down
		for _, o := range c.toks {
			if o.is("verb", "move") {
				o.used = true
			}
		}
	}
	if c.lastSize() || c.spans() || c.fills() || c.likeSize() || c.exact() {
		return
	}
	if c.signed() || c.alike() || c.longer() {
		return
	}
	defer c.keeping()
	dims := 0
	for {
		t := c.one("dim")
		if t == nil {
			t = c.one("complaint", "bigger", "smaller")
		}
		if t == nil {
			break
		}
		if n := c.at(t); n > 0 && c.toks[n-1].is("neg") || n > 1 && c.toks[n-2].is("neg") && c.toks[n-1].is("deg") {
			if !c.notAxis(t) {
				return
			}
			continue
		}
		if !c.dimension(t) {
			return
		}
		c.repeated(t)
		dims++
	}
	if dims == 0 {
		c.bareSize()
	} else {
		c.unitless()
	}
}

// bareSize reads sizes without a dimension word: "double it", "scale the clock to 200 percent", "increase the width".
func (c *clause) bareSize() {
	if c.hasAny("opaque", "place") {
		return
	}
	prop, inc := c.one("prop"), c.one("inc", "more", "less")
	axis := ""
	if prop != nil {
		axis = axisOf(prop)
	}
	part := c.one("part")
	text := part != nil && part.is("part", "font", "text", "label", "title")
	if part != nil && !text {
		return
	}
	f := 0.0
	switch {
	case inc != nil && (prop != nil || text || listed("bare", inc.text) == "" || c.one("dir", "up", "down") != nil && c.verb("move", "nudge") == nil):
		inc.used = true
		c.take("dir", map[string]string{"more": "up", "less": "down"}[inc.value("inc")]) // bump it up
		f = c.factor(inc)
		if n := c.upTo(); n != nil && axis == "" && !text {
			n.used = true
			c.drop("prop", "unit")
			c.p.ask = &Question{Text: "How wide and how high? Say it as " + ftoa(n.num) + " by …, or say which side."}
			return
		}
		if px := c.pixels(false); px > 0 {
			if inc.is("inc", "less") {
				px = -px
			}
			if text {
				part.used = true
				c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Pixels: px}}, anything)
				return
			}
			c.take("prop")
			c.add(act.Act{Intent: act.Resize, Args: act.Args{Pixels: px, Axis: axis}}, anything)
			return
		}
	case (inc == nil || inc.text == "cut") && (len(c.drafts) == 0 || prop != nil):
		if f = c.share(); f > 0 && inc != nil {
			inc.used = true // "cut it in half"
		}
	}
	if f == 0 {
		return
	}
	if prop != nil {
		prop.used = true
	}
	if text {
		part.used = true
		c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Factor: within(f)}}, anything)
		return
	}
	c.add(act.Act{Intent: act.Resize, Args: act.Args{Factor: within(f), Axis: axis}}, anything)
}

// upTo is the number of "to 100 pixels", nil without one.
func (c *clause) upTo() *token {
	for i, t := range c.toks {
		if prev := t0(c.toks, i-1); prev != nil && prev.is("prep", "to") && !t.used && t.counts() {
			if u := t0(c.toks, i+1); u != nil && u.is("unit", "px") {
				return t
			}
		}
	}
	return nil
}

// share reads a factor of the present size: "to 200 percent", "50% of its size", "twice", "half".
func (c *clause) share() float64 {
	for i, t := range c.toks {
		if t.used || !t.counts() || t.num <= 0 {
			continue
		}
		if sign := t0(c.toks, i-1); sign != nil && !sign.used && !c.p.has("repeat") && (sign.is("unit", "times") && t0(c.toks, i+1) == nil || sign.is("divide")) {
			t.used, sign.used = true, true
			if sign.is("divide") {
				return 1 / t.num
			}
			return t.num
		}
		if prev := t0(c.toks, i-1); prev != nil && prev.is("prep", "by") && c.verb("resize") != nil && t0(c.toks, i+1) == nil && t.num >= 0.1 && t.num <= 10 {
			t.used = true
			return t.num // scale by 0.8
		}
		u := t0(c.toks, i+1)
		if u == nil || u.used {
			continue
		}
		if u.is("unit", "percent") || u.is("unit", "times") {
			prev := t0(c.toks, i-1)
			by := prev != nil && prev.is("prep", "by") && u.is("unit", "percent")
			t.used, u.used = true, true
			switch {
			case u.is("unit", "times"):
				return t.num
			case by:
				return 1 + t.num/100
			}
			return t.num / 100
		}
	}
	if m := c.take("mult"); m != nil {
		if m.is("mult", "1.333", "1.25") {
			m.used = false
			return 0
		}
		return atof(m.value("mult"))
	}
	return 0
}
