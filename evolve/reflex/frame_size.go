package reflex

import (
	"strings"

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
	if c.lastSize() || c.fills() || c.likeSize() || c.exact() {
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

func axisOf(t *token) string {
	switch {
	case t.is("dim", "wider", "narrower"), t.is("prop", "width") && !t.is("dim"):
		return "width"
	case t.is("dim", "taller", "shorter"), t.is("prop", "height") && !t.is("dim"):
		return "height"
	case t.is("complaint"):
		for word, axis := range complained {
			if strings.HasSuffix(t.text, word) {
				return axis
			}
		}
	}
	return ""
}

// complained are the words of complaints that are about one side only.
var complained = map[string]string{
	" wide": "width", " broad": "width", " narrow": "width", " tall": "height", " high": "height", " long": "height", " short": "height", " flat": "height",
}

// dimension drafts the act of one dimension word.
func (c *clause) dimension(t *token) bool {
	t.used = true
	text := c.one("part", "text", "font", "label", "title")
	if text == nil && c.goesOnAboutLetters() {
		text = &token{senses: []sense{{class: "part", value: "font"}}}
	}
	axis := axisOf(t)
	if px := c.pixels(false); px > 0 && !t.is("complaint") {
		if px > 400 {
			return false
		}
		up := t.is("dim", "bigger", "wider", "taller")
		if text != nil {
			text.used = true
			c.take("inc")
			c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Pixels: map[bool]float64{true: px, false: -px}[up]}}, anything)
			return true
		}
		c.add(act.Act{Intent: act.Resize, Args: act.Args{Pixels: map[bool]float64{true: px, false: -px}[up], Axis: axis}}, anything)
		return true
	}
	if text != nil && axis != "" && !text.is("part", "font") && t.is("dim") {
		text.used = true
		c.p.ask = &Question{Text: "Other words, or smaller or bigger letters?"}
		return true
	}
	if inc := c.one("inc", "less"); inc != nil && t.is("dim", "bigger", "wider", "taller") && !strings.Contains(t.text, " ") {
		inc.used = true // less wide
		t.senses = []sense{{class: "dim", value: map[string]string{"bigger": "smaller", "wider": "narrower", "taller": "shorter"}[t.value("dim")]}}
	} else if inc := c.one("inc", "more"); inc != nil {
		inc.used = true
	}
	for _, prop := range c.toks {
		if !prop.used && prop.is("prop") {
			prop.used = true
			if a := axisOf(prop); a != "" {
				axis = a
			}
		}
	}
	f := c.factor(t)
	if text != nil {
		text.used = true
		c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Factor: f}}, anything)
		return true
	}
	c.add(act.Act{Intent: act.Resize, Args: act.Args{Factor: f, Axis: axis}}, anything)
	return true
}

// goesOnAboutLetters reports whether the clause before was about letters and this one names nothing: "make the font bold
// and a bit smaller".
func (c *clause) goesOnAboutLetters() bool {
	if c.before == nil || len(c.refs) > 0 || c.hasVerb() || len(c.before.drafts) == 0 || c.before.drafts[len(c.before.drafts)-1].Intent != act.TextStyle {
		return false
	}
	for _, t := range c.before.toks {
		if t.is("part", "font", "text") {
			return true
		}
	}
	return false
}

// repeated takes the same word again right behind it: "bigger bigger bigger".
func (c *clause) repeated(t *token) {
	if len(c.drafts) == 0 {
		return
	}
	last := &c.drafts[len(c.drafts)-1].Args
	f := last.Factor
	for i := c.at(t) + 1; i < len(c.toks) && c.toks[i].text == t.text && c.toks[i].is("dim") && f != 0; i++ {
		c.toks[i].used = true
		last.Factor = within(last.Factor * f)
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
	case inc != nil && (prop != nil || text || !bareMore[inc.text] || c.one("dir", "up", "down") != nil && c.verb("move", "nudge") == nil):
		inc.used = true
		c.take("dir", map[string]string{"more": "up", "less": "down"}[inc.value("inc")]) // bump it up
		f = c.factor(inc)
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
	case inc == nil && (len(c.drafts) == 0 || prop != nil):
		f = c.share()
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

// bareMore are the words that increase something only when it is said what.
var bareMore = map[string]bool{"more": true, "extra": true, "less": true, "fewer": true, "greater": true, "lower": true, "cut": true, "raise": true, "add more": true, "add some more": true, "bump": true}

// share reads a factor of the present size: "to 200 percent", "50% of its size", "twice", "half".
func (c *clause) share() float64 {
	for i, t := range c.toks {
		if t.used || t.kind != number && !t.is("num") || t.num <= 0 {
			continue
		}
		if sign := t0(c.toks, i-1); sign != nil && !sign.used && !c.p.has("repeat") && (sign.is("unit", "times") && t0(c.toks, i+1) == nil || sign.is("divide")) {
			t.used, sign.used = true, true
			if sign.is("divide") {
				return 1 / t.num
			}
			return t.num
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
