package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// numberLook takes a look that says a number apart: "5-minutes" is 5 of "minute". It reports false of any other look.
func numberLook(look string) (n float64, unit string, ok bool) {
	number, unit, _ := strings.Cut(look, "-")
	n = atof(number)
	return n, strings.TrimSuffix(unit, "s"), n != 0 && unit != ""
}

// numbered is the look of the cell that says so many of a unit, "" if it has none.
func (c *Cell) numbered(n float64, unit string) string {
	for _, st := range c.Styles {
		if is, of, ok := numberLook(st.Name); ok && is == n && of == unit {
			return st.Name
		}
	}
	return ""
}

// moreOf reads "add two minutes to the timer": what a look says by a number is so much more than it is now, and not that number. It
// reports whether the clause says that; where no look has the sum it asks.
func (c *clause) moreOf(t *token) bool {
	more, unit, ok := numberLook(t.value("gstyle"))
	to := c.one("prep", "to")
	if !ok || c.one("verb", "add") == nil || to == nil || c.at(to) < c.at(t) {
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
	c.takeAll()
	for _, st := range cell.Styles {
		is, of, ok := numberLook(st.Name)
		if sum := cell.numbered(is+more, unit); ok && st.On && of == unit && sum != "" {
			c.add(act.Act{Intent: act.Style, Args: act.Args{Style: sum, On: ptr(true)}}, cells)
			return true
		}
	}
	c.p.ask = &Question{Text: "I cannot add to what " + c.p.s.name(set[0]) + " has. Say how much it shall be in all."}
	return true
}

// shownAs reports whether a look that has a number names what something shows, "the five minutes in the timer should be red": it looks so
// already, and what is wished is said beside it.
func (c *clause) shownAs(t *token) bool {
	_, _, ok := numberLook(t.value("gstyle"))
	the := t0(c.toks, c.at(t)-1)
	if !ok || c.at(t) == 0 || !the.is("det", "the") || !c.hasAny(proper...) {
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
