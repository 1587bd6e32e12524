package reflex

import "strings"

// wordOfText takes a word that a cell goes by for the text in it that is called so, where the clause says how letters look, or
// compares it with another text: "the time in red" is about the figures of the clock, "the date half as big as the time" too.
func (c *clause) wordOfText() {
	if !c.hasAny("color", "tone", "font", "light", "cast", "stroke") && !(c.hasAny("as", "mult") && c.labelRef()) || c.hasAny("gstyle", "style", "rel", "place", "raise") || c.verb("add", "remove", "hide", "move", "swap", "copy", "rename") != nil || c.one("part", "background", "border", "shadow", "title") != nil {
		return
	}
	for i, r := range c.refs {
		if r.head != "gene" || r.plural || r.indef || r.in != nil || r.ord != 0 || r.other || r.to == 0 {
			continue
		}
		words := split(strings.TrimPrefix(c.toks[r.to-1].text, "the "))
		senses, n := c.p.labels.longest(words)
		if n == 0 || n != len(words) {
			continue
		}
		part := *r
		part.head, part.value, part.label, part.the, part.in = "label", senses[0].value, c.toks[r.to-1].text, true, r
		if set, ok := c.p.tried(&part); ok && len(set) == 1 && c.p.s.cell(set[0].Cell).node(set[0].Node).Kind == "text" {
			c.refs[i] = &part
		}
	}
}

// labelRef reports whether the clause names a part of a cell by what it is called.
func (c *clause) labelRef() bool {
	for _, r := range c.refs {
		if r.head == "label" {
			return true
		}
	}
	return false
}
