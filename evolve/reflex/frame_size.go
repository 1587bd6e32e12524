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
		if !c.dimension(t, dims) {
			return
		}
		dims++
	}
	if dims == 0 {
		c.bareSize()
	}
}

// negative asks about "minus 20 percent bigger".
func (c *clause) negative() bool {
	t := c.one("minus")
	d := c.one("dim")
	if t == nil || d == nil {
		return false
	}
	t.used = true
	if d.is("dim", "bigger", "wider", "taller") {
		d.senses = []sense{{class: "dim", value: map[string]string{"bigger": "smaller", "wider": "narrower", "taller": "shorter"}[d.value("dim")]}}
	}
	f := c.factor(d)
	d.used = true
	c.p.ask = &Question{Text: "Do you mean smaller?"}
	if set, ok := c.subject(); ok && len(set) == 1 {
		a := act.Act{Intent: act.Resize, Target: set[0], Args: act.Args{Factor: f, Axis: axisOf(d)}}
		c.p.ask.Choices = []Choice{{Label: "Yes, smaller", Acts: []act.Act{a}}, {Label: "No"}}
	}
	return true
}

// lastSize reads "not that big": half of the last enlargement is taken back.
func (c *clause) lastSize() bool {
	t := c.one("complaint", "nobig", "nosmall")
	if t == nil {
		return false
	}
	t.used = true
	for _, a := range c.p.s.LastActs {
		if f := a.Args.Factor; a.Intent == act.Resize && f > 0 && (f > 1) == t.is("complaint", "nobig") {
			a.Args.Factor = round((1 + (f-1)/2) / f)
			c.drafts = append(c.drafts, draft{Act: a, scope: anything, fixed: []act.Target{a.Target}})
		}
	}
	if len(c.drafts) == 0 {
		f := 0.8
		if t.is("complaint", "nosmall") {
			f = 1.25
		}
		c.add(act.Act{Intent: act.Resize, Args: act.Args{Factor: f}}, anything)
	}
	return true
}

// fills reads "fill the screen".
func (c *clause) fills() bool {
	t := c.one("verb", "fill")
	if t == nil {
		return false
	}
	t.used = true
	if len(c.drafts) > 0 {
		return true // "fill this with yellow" is a colour
	}
	c.drop("dim", "desk", "place")
	if all := c.cellRef(); all == nil && len(c.refs) > 0 {
		c.ownAll() // "fill everything"
	}
	c.add(act.Act{Intent: act.Resize, Args: act.Args{Part: "fill", Width: c.p.s.W, Height: c.p.s.H}}, cells)
	return true
}

func (c *clause) filled(t act.Target) act.Act {
	t.Node = ""
	return act.Act{Intent: act.Resize, Target: t, Args: act.Args{Part: "fill", Width: c.p.s.W, Height: c.p.s.H}}
}

// likeSize reads "as big as the clock" and "bigger than the cancel button".
func (c *clause) likeSize() bool {
	t := c.one("as")
	if t == nil {
		for _, o := range c.toks {
			if o.is("as") && !o.used {
				t = o
			}
		}
	}
	factor, axis := 0.0, ""
	if t == nil {
		d := c.one("dim")
		if d == nil {
			return false
		}
		for i := c.at(d) + 1; i < len(c.toks); i++ {
			if c.toks[i].is("prep", "than") {
				t = c.toks[i]
				factor = map[bool]float64{true: 1.2, false: 0.8}[d.is("dim", "bigger", "wider", "taller")]
				axis = axisOf(d)
				break
			}
		}
		if t == nil || c.refAfterToken(t) == nil {
			return false
		}
		if f := c.amount(true); f > 0 && factor > 1 {
			factor = within(f)
		}
		d.used = true
	} else {
		switch {
		case strings.Contains(t.text, "tall"), strings.Contains(t.text, "height"):
			axis = "height"
		case strings.Contains(t.text, "wid"):
			axis = "width"
		}
		if m := c.one("mult"); m != nil {
			m.used = true
			factor = atof(m.value("mult"))
		}
	}
	r := c.refAfterToken(t)
	if r == nil {
		return false
	}
	set, ok := c.p.resolve(r)
	r.own = true
	if !ok || len(set) != 1 {
		return true
	}
	t.used = true
	c.add(act.Act{Intent: act.Resize, Args: act.Args{Factor: factor, Axis: axis, LikeCell: set[0].Cell, LikeNode: set[0].Node}}, anything)
	return true
}

func axisOf(t *token) string {
	switch {
	case t.is("dim", "wider", "narrower"), t.is("prop", "width") && !t.is("dim"):
		return "width"
	case t.is("dim", "taller", "shorter"), t.is("prop", "height") && !t.is("dim"):
		return "height"
	}
	return ""
}

// exact reads "200 by 80", "300 px wide", "set the height to 100".
func (c *clause) exact() bool {
	toks := c.toks
	for i, t := range toks {
		if t.used || t.kind != number && !t.is("num") {
			continue
		}
		j := i + 1
		if u := t0(toks, j); u != nil && u.is("unit", "px") {
			j++
		}
		by, other := t0(toks, j), t0(toks, j+1)
		if by != nil && other != nil && (by.is("prep", "by") || by.is("unit", "times")) && (other.kind == number || other.is("num")) && t.num >= 8 && other.num >= 8 {
			t.used, by.used, other.used = true, true, true
			for k := i + 1; k < min(len(toks), j+3); k++ {
				if toks[k].is("unit", "px") {
					toks[k].used = true
				}
			}
			c.drop("prop")
			c.add(act.Act{Intent: act.Resize, Args: act.Args{Width: t.num, Height: other.num}}, anything)
			return true
		}
	}
	some := false
	for i, t := range toks {
		if t.used || !t.is("prop", "width", "height") || c.one("inc") != nil {
			continue
		}
		k := c.numberNear(i)
		if k < 0 {
			continue
		}
		n := toks[k]
		if n.num < 1 {
			continue
		}
		t.used, n.used = true, true
		if u := t0(toks, k+1); u != nil && u.is("unit", "px") {
			u.used = true
		}
		a := act.Act{Intent: act.Resize}
		if t.is("prop", "width") {
			a.Args.Width = n.num
		} else {
			a.Args.Height = n.num
		}
		if m := len(c.drafts); m > 0 && c.drafts[m-1].Intent == act.Resize && a.Args.Height > 0 && c.drafts[m-1].Args.Height == 0 {
			c.drafts[m-1].Args.Height = a.Args.Height
		} else {
			c.add(a, anything)
		}
		some = true
	}
	return some
}

// numberNear finds a plain or pixel number beside the property word at i: "300 px wide", "width to 300".
func (c *clause) numberNear(i int) int {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		t := c.toks[k]
		if !t.used && (t.kind == number || t.is("num")) {
			if u := c.toks[k+1]; u.is("unit") && !u.is("unit", "px") {
				return -1
			}
			return k
		}
		if !t.is("unit", "px") {
			break
		}
	}
	for k := i + 1; k < len(c.toks) && k <= i+4; k++ {
		t := c.toks[k]
		if !t.used && (t.kind == number || t.is("num")) {
			if u := t0(c.toks, k+1); u != nil && u.is("unit") && !u.is("unit", "px") {
				return -1
			}
			if prev := c.toks[k-1]; prev.is("prep", "by") {
				return -1
			}
			return k
		}
		if t.content() && !t.used {
			break
		}
	}
	return -1
}

// dimension drafts the act of one dimension word.
func (c *clause) dimension(t *token, nth int) bool {
	t.used = true
	text := c.one("part", "text", "font", "label", "title")
	axis := axisOf(t)
	if px := c.pixels(false); px > 0 && !t.is("complaint") {
		if px > 400 {
			return false
		}
		up := t.is("dim", "bigger", "wider", "taller")
		c.add(act.Act{Intent: act.Resize, Args: act.Args{Pixels: map[bool]float64{true: px, false: -px}[up], Axis: axis}}, anything)
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
	_ = nth
	return true
}

// notAxis reads "but not wider": the size before it changes along the other axis only.
func (c *clause) notAxis(t *token) bool {
	not := ""
	switch axisOf(t) {
	case "width":
		not = "height"
	case "height":
		not = "width"
	}
	i := c.at(t)
	neg := c.toks[i-1]
	if !neg.is("neg") {
		neg = c.toks[i-2]
	}
	if not == "" {
		return false
	}
	for k := range c.drafts {
		if c.drafts[k].Intent == act.Resize && c.drafts[k].Args.Axis == "" {
			c.drafts[k].Args.Axis = not
			t.used, neg.used = true, true
			return true
		}
	}
	for k := range c.p.acts {
		if c.before != nil && c.p.acts[k].Intent == act.Resize && c.p.acts[k].Args.Axis == "" {
			c.p.acts[k].Args.Axis = not
			t.used, neg.used, c.done = true, true, true
		}
	}
	if c.before != nil {
		c.targets = c.before.targets
	}
	return c.done
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
	case inc != nil && (prop != nil || text || !bareMore[inc.text]):
		inc.used = true
		f = c.factor(inc)
		if px := c.pixels(false); px > 0 {
			if inc.is("inc", "less") {
				px = -px
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
