package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// affixed puts a sign or words before or after a text that is there: "put a star in front of it", "add an exclamation mark
// at the end of the title".
func (c *clause) affixed() bool {
	glyph, by := c.glyph()
	if glyph == "" {
		return false
	}
	front, at := false, false
	for _, t := range c.toks {
		if side := listed("affix", t.text); side != "" || t.isAny("affix", "raise") {
			at = true
			front = side == "front" || t.is("raise", "front") || t.is("affix", "front")
			by = append(by, t)
		}
	}
	wrap := []rune(c.wrapping())
	if len(wrap) == 2 {
		at = true
	}
	at = at || c.appends(by[0])
	if v := c.verb("add", "move", "give", "make"); !at || v == nil && c.hasVerb() {
		return false
	}
	for _, t := range by {
		t.used = true
	}
	for _, r := range c.refs {
		r.own = r.own || r.from <= c.at(by[0]) && c.at(by[0]) < r.to
	}
	set, ok := c.subject()
	if !ok {
		return true
	}
	for _, t := range c.toks {
		t.used = t.used || len(wrap) == 2 && listed("around", t.text) != "" || t.is("verb", "add", "move", "give", "make") || t.is("part", "text", "label", "title")
	}
	for _, t := range set {
		of := act.Act{Target: t}
		if cell := c.p.s.cell(t.Cell); cell != nil && t.Node == "" {
			c.p.onTitle(&of, cell)
		}
		t = of.Target
		text := c.p.textOf(t)
		if text == "" {
			c.p.ask = &Question{Text: "Which text of " + c.p.s.name(t) + "? Point at it."}
			return true
		}
		if text = affix(text, glyph, front); len(wrap) == 2 {
			text = string(wrap[0]) + c.p.textOf(t) + string(wrap[1])
		}
		c.addTo(act.Act{Intent: act.SetText, Args: act.Args{Text: text}}, anything, t)
	}
	c.ownAll()
	return true
}

// appends reports whether something is added to a text without a word where: a sign that ends one, or words "to the label".
func (c *clause) appends(what *token) bool {
	if c.verb("add") == nil {
		return false
	}
	if what.is("glyph") {
		return strings.Trim(what.value("glyph"), ".!?…:,") == "" && !some(c.toks, "rel", "place")
	}
	for i, t := range c.toks {
		if t.is("part", "text", "label", "title") && i > c.at(what) && slices.ContainsFunc(c.toks[c.at(what):i], func(o *token) bool { return o.is("prep", "to") }) {
			return what.kind == quoted
		}
	}
	return false
}

// glyph is the sign or the words that a clause puts somewhere, with the tokens that say them.
func (c *clause) glyph() (string, []*token) {
	for _, t := range c.toks {
		switch v := t.value("emoji"); {
		case t.used:
		case t.is("glyph"):
			return t.value("glyph"), []*token{t}
		case t.is("wrap"):
			return t.value("wrap"), []*token{t}
		case v != "" && v != "word":
			return v, []*token{t}
		case t.kind == quoted, t.kind == picture:
			return t.text, []*token{t}
		}
	}
	return "", nil
}

// wrapping are the signs that a clause puts around a text, "brackets around the title", "" without any.
func (c *clause) wrapping() string {
	t, around := c.one("wrap"), false
	for _, o := range c.toks {
		around = around || listed("around", o.text) != ""
	}
	if t == nil || !around {
		return ""
	}
	return t.value("wrap")
}

// affix puts a sign or words before or after a text. What ends a sentence stands close to it.
func affix(text, glyph string, front bool) string {
	switch {
	case front:
		return glyph + " " + text
	case strings.Trim(glyph, ".!?…:,") == "":
		return text + glyph
	}
	return text + " " + glyph
}

// affixLast is what the last sentence put before or after a text, "" where it did something else.
func (p *parser) affixLast(a act.Act) (glyph string, front bool) {
	if a.Intent != act.SetText || a.Args.Part != "" || p.s.Deeds == nil {
		return "", false
	}
	deeds := p.s.Deeds()
	if len(deeds) == 0 {
		return "", false
	}
	was := &parser{world: p.saying(deeds[0].Sentence), sentence: deeds[0].Sentence}
	was.toks = was.tag(split(was.sentence))
	glyph, _ = (&clause{p: was, toks: was.toks}).glyph()
	switch {
	case glyph == "" || glyph == a.Args.Text:
		return "", false
	case strings.HasPrefix(a.Args.Text, glyph):
		return glyph, true
	case strings.HasSuffix(a.Args.Text, glyph):
		return glyph, false
	}
	return "", false
}

// affixTo puts it before or after the text of another thing.
func (p *parser) affixTo(c *clause, t act.Target, glyph string, front bool) {
	of := act.Act{Target: t}
	if cell := p.s.cell(t.Cell); cell != nil && t.Node == "" {
		p.onTitle(&of, cell)
	}
	if text := p.textOf(of.Target); text != "" {
		c.addTo(act.Act{Intent: act.SetText, Args: act.Args{Text: affix(text, glyph, front)}}, anything, of.Target)
	}
}
