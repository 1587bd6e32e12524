package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// hidesParts reports whether what shall be out of sight is a part of a cell, "hide the date", rather than cells: "it" is one
// where one was changed or spoken of last, "this" where one can press what is pointed at.
func (c *clause) hidesParts(set []act.Target) bool {
	for _, r := range c.refs {
		if r.head == "label" || r.head == "kind" && r.value != "any" || r.head == "this" && r.to > 0 && listed("piece", c.toks[r.to-1].text) != "" {
			return true
		}
	}
	for _, t := range set {
		point := c.p.s.Point
		if t.Node == "" || point != nil && point.Target == t && !c.p.pushable(t) {
			return false
		}
	}
	return len(set) > 0
}

// showingPart reads what brings a hidden part back, "show the date again": nothing shows any more that it was there, so the
// change that hid it is looked for, and taken back.
func (c *clause) showingPart() bool {
	if c.p.s.Deeds == nil || c.hasAny("color", "place", "rel", "dim") || some(c.toks, "verb", "remove", "hide") {
		return false
	}
	for i, d := range c.p.s.Deeds() {
		for _, a := range d.Acts {
			cell := c.p.s.cell(a.Target.Cell)
			if (a.Intent == act.Hide || a.Intent == act.Remove) && a.Target.Node != "" && cell != nil && cell.node(a.Target.Node) == nil && c.tellsOf(a.Target, i == 0) {
				c.takeAll()
				if len(d.Acts) > 1 && !c.pluralRef() && c.named() {
					c.p.ask = &Question{Text: "That went in one change with others. Bring all of them back?", Choices: []Choice{{Label: "All of them", Acts: []act.Act{d.undo()}}, {Label: "Leave it"}}}
					return true
				}
				c.add(d.undo(), desktop)
				return true
			}
		}
	}
	return false
}

// shownAlready reads "bring the reset button back" where that is in sight: there is nothing to do, and nothing goes anywhere.
func (c *clause) shownAlready() bool {
	if len(c.refs) != 1 || c.refs[0].indef || c.refs[0].head != "label" || len(c.p.s.Hidden) > 0 || c.hasAny("color", "place", "rel", "dim", "dir", "here", "there", "inc", "gone") {
		return false
	}
	back := c.verb("show") != nil
	for _, t := range c.toks {
		switch {
		case t.is("back"), t.is("even") && t.text == "back", t.isAny("puts"):
			back = true
		case t.used, !t.content(), t.is("verb", "show", "want", "give", "move", "restore", "add", "make", "use"), t.isAny("repeat", "undo"), t.is("part", "title", "label", "text"):
		default:
			return false
		}
	}
	set, ok := c.p.tried(c.refs[0])
	if !back || !ok || len(set) == 0 || set[0].Node == "" {
		return false
	}
	c.takeAll()
	c.addTo(shown(act.Target{}), anything, set...)
	return true
}

// tellsOf reports whether a clause means a hidden part and nothing else: it has the word that the part goes by, or only "it",
// and hiding was the last that was done.
func (c *clause) tellsOf(part act.Target, last bool) bool {
	key := part.Node[strings.LastIndexByte(part.Node, '/')+1:]
	names := append(slices.Clone(loadLexicon().aliases(key)), key, strings.TrimSuffix(key, "s"), strings.TrimRight(key, "0123456789"))
	named := false
	for _, t := range c.toks {
		known := t.isAny("verb", "even", "repeat", "undo", "turn", "back", "puts", "when", "part", "style", "gstyle", "undone")
		if slices.Contains(names, t.text) {
			named = true
		} else if !t.used && t.content() && !known {
			return false
		}
	}
	for _, r := range c.refs {
		last = last && r.bare()
	}
	return named || last && len(c.refs) > 0
}
