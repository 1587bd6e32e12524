package reflex

import (
	"math"
	"strings"

	"cellshell/evolve/act"
)

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
	by := itoa(int(math.Round(100*(1-f)))) + "% " + d.value("dim")
	c.p.ask = &Question{Text: "Do you mean " + by + "?"}
	if set, ok := c.subject(); ok && len(set) == 1 {
		a := act.Act{Intent: act.Resize, Target: set[0], Args: act.Args{Factor: f, Axis: axisOf(d)}}
		c.p.ask.Choices = []Choice{{Label: "Yes, " + by, Acts: []act.Act{a}}, {Label: "No"}}
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
			if a.Args.Axis == "" {
				a.Args.Axis = axisOf(t)
			}
			c.addTo(a, anything, a.Target)
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
	if t != nil && t.text == "the size of" {
		if prev := t0(c.toks, c.at(t)-1); prev == nil || prev.is("verb") || prev.is("inc") {
			t.senses = []sense{{class: "prop", value: "size"}} // "the size of the clock should be …", "bump the size of …"
			return false
		}
	}
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
		share := t0(c.toks, c.at(d)-1) // "half as big as", whose first "as" belongs to the share
		for i := c.at(d) + 1; i < len(c.toks); i++ {
			if c.toks[i].is("prep", "as") && share != nil && share.is("mult") && strings.HasSuffix(share.text, " as") && c.refAfterToken(c.toks[i]) != nil {
				t, share.used = c.toks[i], true
				factor, axis = atof(share.value("mult")), axisOf(d)
				break
			}
			if c.toks[i].is("prep", "than") {
				t = c.toks[i]
				factor = map[bool]float64{true: 1.2, false: 0.8}[d.is("dim", "bigger", "wider", "taller")]
				axis, c.p.than = axisOf(d), true
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
		case strings.Contains(t.text, "tall"), strings.Contains(t.text, "high"), strings.Contains(t.text, "height"):
			axis = "height"
		case strings.Contains(t.text, "wid"):
			axis = "width"
		default:
			axis = t.value("along")
		}
		if m := c.one("mult"); m != nil {
			m.used = true
			factor = atof(m.value("mult"))
		}
	}
	r := c.refAfterToken(t)
	if r == nil && wideScript(t.text) {
		r = c.refBefore(c.at(t))
	}
	if desk := t0(c.toks, c.at(t)+1); r == nil && factor == 0 && t.is("as") {
		if desk != nil && desk.is("det", "the") {
			desk = t0(c.toks, c.at(t)+2)
		}
		if desk != nil && desk.is("desk") {
			t.used, desk.used = true, true
			c.add(act.Act{Intent: act.Resize, Args: act.Args{Part: "fill", Axis: axis, Width: c.p.s.W, Height: c.p.s.H}}, cells)
			return true
		}
	}
	if r == nil {
		return false
	}
	if c.likeItsOther(t, r, axis, factor) {
		return true
	}
	if c.asMost(r, act.Act{Intent: act.Resize, Args: act.Args{Factor: factor, Axis: axis}}) {
		t.used = true
		return true
	}
	like, here := c.likeHere(r)
	set, ok := []act.Target{like}, here
	if !here {
		set, ok = c.p.resolve(r)
	}
	r.own = true
	if !ok || len(set) != 1 && !c.p.alikeAll(set, axis) {
		return true
	}
	if c.wholeWidth(set[0], axis, factor) {
		t.used = true
		return true
	}
	if like, other := c.otherOne(r, set[0]); other {
		set[0] = like // "put it below the form and make it as wide as it"
	}
	t.used = true
	c.add(act.Act{Intent: act.Resize, Args: act.Args{Factor: factor, Axis: axis, LikeCell: set[0].Cell, LikeNode: set[0].Node}}, anything)
	return true
}

// otherOne is what something was just put beside, where "it" would compare a thing with itself.
func (c *clause) otherOne(r *ref, same act.Target) (act.Target, bool) {
	acts := c.p.acts
	if c.before == nil {
		acts = c.p.s.LastActs
	}
	if !r.bare() || len(acts) == 0 || !c.unnamed() {
		return act.Target{}, false
	}
	last := acts[len(acts)-1]
	return act.Target{Cell: last.Args.LikeCell, Node: last.Args.LikeNode}, last.Args.LikeCell != "" && last.Target == same
}

// alikeAll reports whether several things have one size, so that any of them says it: "twice as wide as the others".
func (p *parser) alikeAll(set []act.Target, axis string) bool {
	for _, t := range set {
		if math.Abs(p.extent(t, axis)-p.extent(set[0], axis)) > 1 {
			return false
		}
	}
	return len(set) > 0
}
