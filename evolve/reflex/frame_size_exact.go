package reflex

import (
	"cellshell/evolve/act"
)

// exact reads "200 by 80", "300 px wide", "set the height to 100".
func (c *clause) exact() bool {
	toks := c.toks
	for i, t := range toks {
		if t.used || !t.counts() {
			continue
		}
		j := i + 1
		if u := t0(toks, j); u != nil && u.is("unit", "px") {
			j++
		}
		by, other := t0(toks, j), t0(toks, j+1)
		if by != nil && other != nil && (by.is("prep", "by") || by.is("unit", "times")) && other.counts() && t.num >= 8 && other.num >= 8 {
			t.used, by.used, other.used = true, true, true
			for k := i + 1; k < min(len(toks), j+3); k++ {
				if toks[k].is("unit", "px") {
					toks[k].used = true
				}
			}
			c.drop("prop")
			for _, o := range toks { // "grow it to 400 by 300"
				o.used = o.used || o.is("dim", "bigger", "smaller")
			}
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
		if n.num == 0 {
			return c.vanishing()
		}
		if n.num < 1 {
			continue
		}
		t.used, n.used = true, true
		after := k + 1
		if u := t0(toks, after); u != nil && u.is("unit", "px") {
			u.used = true
			after++
		}
		if way := t0(toks, after); way != nil && !way.used && way.is("dim") && k > 0 && !toks[k-1].is("prep", "to") {
			way.used = true // "the width 20 px bigger" is that much more
			c.add(act.Act{Intent: act.Resize, Args: act.Args{Pixels: sign(way) * n.num, Axis: axisOf(t)}}, anything)
			some = true
			continue
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
	for _, o := range toks {
		if some && o.is("dim", "bigger", "smaller") {
			o.used = true // "shrink it to 250 pixels wide"
		}
	}
	return some
}

// numberNear finds a plain or pixel number beside the property word at i: "300 px wide", "width to 300".
func (c *clause) numberNear(i int) int {
	for k := i - 1; k >= 0 && k >= i-2; k-- {
		t := c.toks[k]
		if !t.used && t.counts() {
			if u := c.toks[k+1]; u.is("unit") && !u.is("unit", "px") {
				return -1
			}
			return k
		}
		if !t.is("unit", "px") {
			break
		}
	}
	for k, far := i+1, 0; k < len(c.toks) && far < 4; k++ {
		t := c.toks[k]
		if !t.used {
			far++ // what is named between does not count
		}
		if !t.used && t.counts() {
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

// sign is 1 for a word that means more, −1 for one that means less.
func sign(t *token) float64 {
	if t.is("dim", "smaller", "narrower", "shorter") {
		return -1
	}
	return 1
}

// vanishing asks whether what shall have no size shall be hidden.
func (c *clause) vanishing() bool {
	set, ok := c.subject()
	if c.takeAll(); !ok {
		return true
	}
	var acts []act.Act
	for _, t := range set {
		acts = append(acts, act.Act{Intent: act.Hide, Target: t})
	}
	c.p.ask = &Question{Text: "Nothing can be 0 pixels large. Hide it instead?", Choices: []Choice{{Label: "Hide it", Acts: acts}, {Label: "Leave it"}}}
	return true
}
