package reflex

import (
	"math"
	"strings"

	"cellshell/evolve/act"
)

// opacity reads "30% see-through", "opacity 0.5", "make it transparent".
func (c *clause) opacity() {
	t := c.one("opaque")
	if t == nil {
		c.opacityOn()
		return
	}
	if back := c.one("part", "background"); back != nil && c.pixelsAhead() == 0 && !comesThrough(t) {
		t.used, back.used = true, true
		c.add(act.Act{Intent: act.Recolor, Args: act.Args{Color: "transparent", Part: "background"}}, anything)
		return
	}
	see := t.is("opaque", "0.7", "0.5")
	v, figure := atof(t.value("opaque")), false
	for i, n := range c.toks {
		if n.used || !n.counts() {
			continue
		}
		u := t0(c.toks, i+1)
		switch {
		case u != nil && u.is("unit", "percent"):
			u.used = true
			v = n.num / 100
			if n.num > 100 {
				n.used, t.used = true, true
				c.p.ask = &Question{Text: "How opaque, from 5 to 100 percent?"}
				return
			}
		case n.num <= 1:
			v = n.num
		case t.is("opaque", "keep") && n.num >= 5 && n.num <= 100 && u == nil || t.is("opaque", "keep") && n.num >= 5 && n.num <= 100 && !u.is("unit"):
			v = n.num / 100
		default:
			continue
		}
		inc, to := c.one("inc"), t0(c.toks, i-1)
		switch changed := inc != nil && (to == nil || !to.is("prep", "to")); {
		case changed && inc.is("inc", "less") == strings.HasPrefix(t.text, "transparen"):
			n.used, t.used, inc.used = true, true, true
			c.p.ask = &Question{Text: "How opaque, in percent?"} // more than it is now: how much that is, is not known here
			return
		case see || strings.HasPrefix(t.text, "transparen"), changed:
			v = 1 - v
		}
		if inc != nil {
			inc.used = true
		}
		n.used, figure = true, true
		break
	}
	if m := c.one("mult"); m != nil {
		if part := fraction(atof(m.value("mult"))); part > 0 {
			m.used, figure, v = true, true, part
			if see || strings.HasPrefix(t.text, "transparen") {
				v = 1 - part
			}
		}
	}
	if t.is("opaque", "keep") {
		if inc := c.take("inc"); inc != nil && v == 0 {
			v = map[string]float64{"more": 1, "less": 0.7}[inc.value("inc")]
		}
		if v == 0 {
			t.used = true
			c.p.ask = &Question{Text: "How opaque, in percent?"}
			return
		}
	}
	if neg := c.take("neg"); neg != nil && see {
		v = 1
	}
	if inc := c.take("inc"); inc != nil && inc.is("inc", "less") && see {
		v = 0.9
	}
	switch deg := c.degree(); {
	case figure: // "a bit see-through, like 25 percent": the figure counts
	case see && deg >= 2:
		v = 0.4
	case see && deg > 0:
		v = 0.85
	}
	t.used = true
	letters := c.one("part", "text", "font") != nil
	c.drop("part")
	if letters && v >= 0.05 && c.paler(v) {
		return
	}
	if v < 0.05 {
		c.p.ask = &Question{Text: "That would make it invisible. Remove it, or how opaque in percent?"}
		return
	}
	c.add(act.Act{Intent: act.Opacity, Args: act.Args{Value: round(math.Min(1, v))}}, anything)
}

// fraction is the share that a word for a multiple means where it is one of a whole: "a quarter" of the way, which elsewhere is a quarter
// more. 0: it is none.
func fraction(multiple float64) float64 {
	if multiple > 1 {
		multiple--
	}
	if multiple >= 1 {
		return 0
	}
	return multiple
}

// comesThrough reports whether a word says that what is behind is seen, "let some of the background shine through", and not how
// the background shall be.
func comesThrough(t *token) bool {
	return strings.HasSuffix(t.text, " through") && !strings.HasPrefix(t.text, "see")
}

// opacityOn reads the number that goes on about the clause before: "a little bit see-through, 25 percent".
func (c *clause) opacityOn() {
	n := len(c.p.acts)
	if c.before == nil || n == 0 || c.p.acts[n-1].Intent != act.Opacity || len(c.refs) > 0 || c.hasVerb() || !c.only("num", "unit", "deg") {
		return
	}
	for i, t := range c.toks {
		if u := t0(c.toks, i+1); t.counts() && u != nil && u.is("unit", "percent") && t.num > 0 && t.num <= 95 {
			v := t.num / 100
			if some(c.before.toks, "opaque", "0.7", "0.5") {
				v = 1 - v
			}
			t.used, u.used = true, true
			c.ofBefore()
			for k := range c.p.acts {
				if c.p.acts[k].Intent == act.Opacity {
					c.p.acts[k].Args.Value = round(v)
				}
			}
			c.degree()
			return
		}
	}
}
