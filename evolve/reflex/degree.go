package reflex

import (
	"math"
	"strings"
)

// degree takes the clause's degree words: 1.1 slightly, 1.15 a bit, 2 much; 0 when there is none. "Very" counts
// up, but not for ever.
func (c *clause) degree() float64 {
	very, found := 0, 0.0
	for _, t := range c.toks {
		if !t.is("deg") || t.used && !t.is("deg", "very") {
			continue
		}
		switch v := t.value("deg"); v {
		case "very":
			very++
		case "full":
		default:
			found = atof(v)
		}
		t.used = true
	}
	if found == 0 && very > 0 {
		found = math.Min(4, 2+0.5*float64(very-1))
	} else if found == 2 && very > 0 {
		found = math.Min(4, 2+0.5*float64(very))
	}
	return found
}

// factor reads how much bigger or smaller the dimension word t means: "20% bigger", "twice as small", "a bit wider".
func (c *clause) factor(t *token) float64 {
	up := t.is("dim", "bigger", "wider", "taller") || t.is("complaint", "bigger") || t.is("inc", "more")
	f := c.amount(up)
	if f == 0 {
		if f = c.degree(); f == 0 {
			f = 1.5
			if t.is("complaint", "bigger", "smaller") && t.text == "too" {
				f = 2
			}
		}
		if s := t.value("strong"); s != "" {
			f = math.Max(f, atof(s))
		}
		if !up {
			f = 1 / f
		}
	}
	return within(f)
}

// amount reads an exact factor: percent, times, twice, half. 0 when none is said.
func (c *clause) amount(up bool) float64 {
	if m := c.take("mult"); m != nil {
		v := atof(m.value("mult"))
		if up && v < 1 && strings.HasPrefix(m.text, "by ") {
			v++ // bigger by half
		}
		if !up && v > 1 {
			v = 1 / v
			if m.is("mult", "1.333", "1.25") {
				v = 2 - atof(m.value("mult"))
			}
		}
		c.take("unit", "times")
		return v
	}
	for i, t := range c.toks {
		if t.used || !t.counts() || t.num <= 0 {
			continue
		}
		u := t0(c.toks, i+1)
		if before := t0(c.toks, i-1); before != nil && before.is("unit", "percent") && wideScript(before.text) {
			u = before // 百分之二十
		}
		if u == nil || u.used {
			continue
		}
		switch {
		case u.is("unit", "percent"):
			t.used, u.used = true, true
			if prev := c.toks[max(0, i-1)]; i > 0 && prev.is("prep", "to") {
				return t.num / 100
			}
			if up {
				return 1 + t.num/100
			}
			if t.num >= 100 {
				c.p.ask = &Question{Text: "Nothing would be left of it. How much smaller?"}
			}
			return math.Max(0.1, 1-t.num/100)
		case u.is("unit", "times"):
			t.used, u.used = true, true
			if !up && t.num > 1 {
				return 1 / t.num
			}
			return t.num
		}
	}
	return 0
}

// pixels takes "20 px" or, with bare, a plain number; 0 when there is none.
func (c *clause) pixels(bare bool) float64 {
	for i, t := range c.toks {
		if px := t.value("px"); px != "" && !t.used {
			t.used = true
			return atof(px)
		}
		if t.used || !t.counts() {
			continue
		}
		u := t0(c.toks, i+1)
		if u != nil && u.is("unit", "px") {
			t.used, u.used = true, true
			return t.num
		}
		if bare && (u == nil || !u.is("unit") || u.used) {
			t.used = true
			return t.num
		}
	}
	return 0
}
