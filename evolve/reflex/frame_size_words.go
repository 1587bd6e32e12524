package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// axisOf is the side that a word is about, "" when it is about both.
func axisOf(t *token) string {
	switch {
	case t.is("dim", "wider", "narrower"), t.is("prop", "width") && !t.is("dim"):
		return "width"
	case t.is("dim", "taller", "shorter"), t.is("prop", "height") && !t.is("dim"):
		return "height"
	case t.is("complaint"):
		return t.value("along")
	}
	return ""
}

// dimension drafts the act of one dimension word.
func (c *clause) dimension(t *token) bool {
	t.used = true
	text := c.one("part", "text", "font", "label", "title")
	if text == nil && (c.goesOnAboutLetters() || c.lettersLast(axisOf(t) == "")) {
		text = &token{senses: []sense{{class: "part", value: "font"}}}
	}
	axis := axisOf(t)
	px := c.pixels(false)
	if n := t0(c.toks, c.at(t)-1); px == 0 && n != nil && !n.used && n.counts() && n.num >= 8 && t.is("dim") {
		px, n.used = n.num, true // "100 taller"
	}
	if px > 0 && !t.is("complaint") {
		if px > 400 {
			return false
		}
		if !t.is("dim", "bigger", "wider", "taller") {
			px = -px
		}
		if text != nil {
			text.used = true
			c.take("inc")
			c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Pixels: px}}, anything)
			return true
		}
		c.add(act.Act{Intent: act.Resize, Args: act.Args{Pixels: px, Axis: axis}}, anything)
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
	f := c.notPast(t, axis, c.factor(t))
	if text != nil {
		text.used = true
		c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Factor: f}}, anything)
		return true
	}
	c.add(act.Act{Intent: act.Resize, Args: act.Args{Factor: f, Axis: axis}}, anything)
	return true
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

// lettersLast reports whether letters were changed last and the clause goes on about them, naming nothing else: "even
// bigger", "they are still too small". tinted, a colour of letters counts: "make the text of the form green", "bigger".
func (c *clause) lettersLast(tinted bool) bool {
	if c.before != nil && c.before == c.p.said && some(c.before.toks, "part", "text", "font") && c.bareRefs() {
		return true // "the letters in the todo are tiny. bigger please"
	}
	if c.before != nil || len(c.p.s.LastActs) == 0 || c.p.elsewhere() || c.p.s.Point != nil && c.p.s.Point.Given {
		return false
	}
	if !c.bareRefs() && !(len(c.refs) == 1 && c.refs[0].head == "kind" && c.refs[0].value == "any" && c.refs[0].ord < 0) { // "the last one is too big"
		return false
	}
	for _, a := range c.p.s.LastActs {
		if !(tinted && a.Intent == act.Recolor && a.Args.Part == "text") && (a.Intent != act.TextStyle || a.Args.Factor == 0 && a.Args.Size == 0 && a.Args.Pixels == 0) {
			return false
		}
	}
	return true
}
