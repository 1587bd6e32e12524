package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// moreOf reads "add two minutes to the timer": what a look says by a number is so much more than it is now, and not that number. It
// reports whether the clause says that; where no look has the sum it asks.
func (c *clause) moreOf(t *token) bool {
	more, unit, ok := strings.Cut(t.value("gstyle"), "-")
	to := c.one("prep", "to")
	if !ok || atof(more) == 0 || c.one("verb", "add") == nil || to == nil || c.at(to) < c.at(t) {
		return false
	}
	set, ok := c.subject()
	if !ok || len(set) != 1 {
		return false
	}
	cell := c.p.s.cell(set[0].Cell)
	if cell == nil {
		return false
	}
	unit = strings.TrimSuffix(unit, "s")
	sum := ""
	for _, st := range cell.Styles {
		if is, of, ok := strings.Cut(st.Name, "-"); ok && st.On && strings.TrimSuffix(of, "s") == unit && atof(is) > 0 {
			sum = ftoa(atof(is)+atof(more)) + "-" + unit
		}
	}
	for _, st := range cell.Styles {
		if sum != "" && (st.Name == sum || st.Name == sum+"s") {
			c.takeAll()
			c.add(act.Act{Intent: act.Style, Args: act.Args{Style: st.Name, On: ptr(true)}}, cells)
			return true
		}
	}
	c.takeAll()
	c.p.ask = &Question{Text: "I cannot add to what " + c.p.s.name(set[0]) + " has. Say how much it shall be in all."}
	return true
}

// shownAs reports whether a look that has a number names what something shows, "the five minutes in the timer should be red": it looks so
// already, and what is wished is said beside it.
func (c *clause) shownAs(t *token) bool {
	number, _, ok := strings.Cut(t.value("gstyle"), "-")
	the := t0(c.toks, c.at(t)-1)
	if !ok || atof(number) == 0 || c.at(t) == 0 || !the.is("det", "the") || !c.hasAny(proper...) {
		return false
	}
	for _, cell := range c.p.s.Cells {
		if c.p.s.wears(cell.ID, t.value("gstyle")) {
			t.used = true
			return true
		}
	}
	return false
}
