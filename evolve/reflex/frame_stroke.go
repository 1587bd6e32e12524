package reflex

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"cellshell/evolve/act"
)

// stroke reads how thick letters are, "the digits thinner", "thicker lettering", "the heading is too thin": of letters these
// words say a weight, of anything else a size.
func (c *clause) stroke() {
	was := c.weightLast()
	if c.one("part", "border", "corners", "padding", "gap") != nil || was == 0 && !c.ofLetters() && !c.saysWeight() {
		return
	}
	for i, t := range c.toks {
		weight := max(atof(listed("stroke", t.text)), atof(t.value("stroke")))
		if t.used || weight == 0 {
			continue
		}
		if less := t0(c.toks, i-1); less != nil && less.is("inc", "less") && !less.used { // "less chunky"
			less.used, weight = true, 1100-weight
		}
		if t.used = true; was > 0 && (was < weight) == (weight >= 500) { // "too thin now": something between that and the contrary
			weight = math.Round((was+weight)/200) * 100
		}
		c.take("part", "text", "font", "label", "title")
		c.degree()
		c.take("inc", "more")
		c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Weight: weight}}, anything)
		return
	}
}

// saysWeight reports whether a clause speaks of weight by that word, which only letters have: "a lighter weight for this".
func (c *clause) saysWeight() bool {
	return slices.ContainsFunc(c.toks, func(t *token) bool { return !t.used && t.is("stroke") && strings.Contains(t.text, "weight") })
}

// weightLast is the weight that letters were given last, where the clause goes on about them and names nothing, else 0.
func (c *clause) weightLast() float64 {
	last := c.p.s.LastActs
	if len(last) == 0 || last[0].Intent != act.TextStyle || c.before != nil || c.named() || c.p.elsewhere() || c.p.s.Point != nil && c.p.s.Point.Given {
		return 0
	}
	return last[0].Args.Weight
}

// ofLetters reports whether the clause is about letters: it says so, or all that it names are texts.
func (c *clause) ofLetters() bool {
	if c.one("part", "text", "font", "label", "title") != nil {
		return true
	}
	texts := false
	if len(c.refs) == 0 && c.before != nil {
		for _, t := range c.before.targets {
			cell := c.p.s.cell(t.Cell)
			if n := cell.node(t.Node); n == nil || n.Kind != "text" {
				return false
			}
			texts = true
		}
		return texts
	}
	for _, r := range c.refs {
		set, ok := c.p.tried(r)
		if !ok || r.head != "label" {
			return false
		}
		for _, t := range set {
			n := c.p.s.cell(t.Cell).node(t.Node)
			if n == nil || n.Kind != "text" && !(n.Kind == "button" && !strings.ContainsFunc(n.Text, unicode.IsLetter)) { // of a sign its strokes
				return false
			}
			texts = true
		}
	}
	return texts
}

// lettersGoOn reports whether a clause that says nothing but a size goes on about letters: "underline it and make it 20 px",
// "green letters, size 12".
func (c *clause) lettersGoOn() bool {
	if !c.bareOnly() || !c.only("num", "unit", "prop", "verb", "inc") || c.one("inc") != nil && c.one("prep", "to") == nil || c.verb("move", "nudge", "add", "remove") != nil {
		return false
	}
	if b := c.before; b != nil {
		n := len(b.drafts)
		return n > 0 && b.drafts[n-1].Intent == act.TextStyle || some(b.toks, "part", "text", "font") && c.one("prop", "size") != nil
	}
	last := c.p.s.LastActs
	return len(last) > 0 && last[0].Intent == act.TextStyle && !c.p.elsewhere() && (c.p.s.Point == nil || !c.p.s.Point.Given)
}

// insteadOfFactor puts a size in the place of the factor of the clause before: "smaller, 11".
func (c *clause) insteadOfFactor(size float64) bool {
	found := false
	for i := range c.p.acts {
		if g := &c.p.acts[i].Args; c.before != nil && c.p.acts[i].Intent == act.TextStyle && g.Factor > 0 {
			g.Factor, g.Size, found = 0, size, true
		}
	}
	if found {
		c.ofBefore()
	}
	return found
}

// sized takes the size that is said with how letters are: "twenty point italics", "15 px semi bold".
func (c *clause) sized() {
	if len(c.drafts) == 0 && len(c.refs) > 0 && !c.hasAny("prop", "axis", "thick", "part", "rel") && c.verb("move", "nudge") == nil && c.ofLetters() && !c.hasAny("inc", "mult", "dim", "place", "dir", "opaque") {
		if size := c.pixels(false); size >= 4 && size <= 400 {
			c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Size: size}}, anything) // of a text its letters
		}
		return
	}
	if len(c.drafts) == 0 && c.lettersGoOn() {
		bare := c.one("prop", "size") != nil || c.one("prep", "to") != nil || c.before != nil && len(c.refs) == 0 && !c.hasVerb()
		if size := c.pixels(bare); size >= 4 && size <= 400 {
			c.take("prop", "size")
			c.take("inc")
			if c.insteadOfFactor(size) {
				return
			}
			c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Size: size}}, anything)
		}
		return
	}
	n := len(c.drafts)
	if n == 0 || c.drafts[n-1].Intent != act.TextStyle || c.drafts[n-1].Args.Size != 0 || c.hasAny("inc", "mult", "dim", "place", "dir", "opaque") || c.one("part", "border", "corners", "padding", "gap", "shadow", "weight") != nil {
		return
	}
	if size := c.pixels(c.one("prop", "size") != nil); size >= 4 && size <= 400 {
		c.take("prop", "size")
		c.drafts[n-1].Args.Size = size
	}
}
