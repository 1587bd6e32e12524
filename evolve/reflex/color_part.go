package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// partNear finds the part that a colour at token i belongs to, right of it or left of it, and takes it.
func (c *clause) partNear(i int) string {
	for _, step := range []int{1, -1} {
		for j := i + step; j >= 0 && j < len(c.toks); j += step {
			t := c.toks[j]
			if !t.used && t.is("part", "background", "text", "border", "accent", "font", "label", "title") {
				t.used = true
				part := t.value("part")
				if part == "font" || part == "label" || part == "title" {
					part = "text"
				}
				return part
			}
			if t.is("color") || t.is("light") && !t.is("shade") && !(step < 0 && j == i-1) || t.kind == mark {
				break
			}
			if step > 0 && t.content() && !t.is("part", "color") {
				break
			}
		}
	}
	return ""
}

// partLast is the part that was coloured last, where the clause goes on about that and names nothing: "a bit lighter".
func (c *clause) partLast() string {
	last := slices.DeleteFunc(slices.Clone(c.p.s.LastActs), func(a act.Act) bool { return a.Intent == act.Undo }) // "no, I meant only the letters"
	if !c.bareOnly() || c.before != nil && len(c.before.spoken()) > 0 && !c.before.bareOnly() || c.p.elsewhere() || c.p.s.Point != nil && c.p.s.Point.Given || len(last) != 1 || last[0].Intent != act.Recolor || last[0].Args.Part != "text" {
		return "" // what lies behind is what is meant anyway where that has a colour of its own
	}
	return last[0].Args.Part
}
