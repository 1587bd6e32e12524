package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// alignedText reads "the result right aligned": of a text it says where the letters stand, of anything else its place.
func (c *clause) alignedText() {
	for _, t := range c.toks {
		side := listed("textedge", t.text)
		if t.used || side == "" || !t.is("edge") || !c.ofLetters() {
			continue
		}
		t.used = true
		c.take("part", "text", "font", "label", "title")
		c.add(act.Act{Intent: act.TextStyle, Args: act.Args{Align: side}}, anything)
	}
}

// textInMind reports whether what the clause is about is a text: "it" and "this" too, not only "the title".
func (c *clause) textInMind() bool {
	if len(c.refs) > 1 || c.before != nil || c.hasAny("layout", "place", "desk") {
		return false
	}
	var of []act.Target
	switch {
	case len(c.refs) == 1 && !c.refs[0].bare():
		of, _ = c.p.tried(c.refs[0])
	case c.p.s.Point != nil && c.p.s.Point.Given:
		of = []act.Target{c.p.s.Point.Target}
	case c.p.s.Last != nil:
		of = []act.Target{*c.p.s.Last}
	}
	for _, t := range of {
		if n := c.p.s.cell(t.Cell).node(t.Node); n == nil || n.Kind != "text" {
			return false
		}
	}
	return len(of) > 0
}

// textTo is where the letters of a text stand that is put to a side.
var textTo = map[string]string{"left": "start", "right": "end", "center": "center"}

// textAlone reports whether the clause names a text of a cell with nothing beside it: "put the number on the left" is about its
// letters, its cell stays where it is.
func (c *clause) textAlone() bool {
	if len(c.refs) != 1 || c.refs[0].bare() {
		return false
	}
	set, ok := c.p.tried(c.refs[0])
	return ok && len(set) > 0 && !slices.ContainsFunc(set, func(t act.Target) bool {
		n := c.p.s.cell(t.Cell).node(t.Node)
		return t.Node == "" || n == nil || n.Kind != "text" || strings.Contains(t.Node, "row")
	})
}
