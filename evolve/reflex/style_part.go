package reflex

import "strings"

// partStyled takes a word that is a style of a cell for the part that goes by it, where something else is said of how it
// looks: "make the seconds grey" is about the figures, not about whether they are there.
func (c *clause) partStyled(t *token) bool {
	if !c.hasAny("color", "font", "light", "tone", "dim", "opaque", "cast", "vivid", "stroke", "as") && c.one("complaint", "bigger", "smaller", "darker", "lighter", "nobig", "nosmall") == nil || c.hasAny("neg", "turn") || c.verb("show", "hide", "remove", "add") != nil {
		return false
	}
	words := split(strings.TrimPrefix(t.text, "the "))
	senses, n := c.p.labels.longest(words)
	if n == 0 || n != len(words) {
		return false
	}
	part := &ref{from: c.at(t), to: c.at(t) + 1, head: "label", value: senses[0].value, label: t.text, the: true}
	var rest []*ref
	for _, r := range c.refs {
		if r.cell() && !r.own && part.in == nil {
			part.in = r
			continue
		}
		rest = append(rest, r)
	}
	if _, ok := c.p.tried(part); !ok && part.in == nil && c.p.s.Point != nil && c.p.s.Point.Cell != "" {
		part.in = &ref{head: "thiscell", value: "any"}
	}
	if _, ok := c.p.tried(part); !ok {
		return false
	}
	t.used, c.refs = true, append(rest, part)
	return true
}
