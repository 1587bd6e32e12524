package evolve

import (
	"cellshell/evolve/act"
	"cellshell/tissue"
)

// tooltip tells what is shown of a thing while the pointer rests on it.
func (q *asked) tooltip(t act.Target) string {
	id, n, _ := q.thing(t)
	if n == nil {
		return ""
	}
	if said := q.shownTooltip(id, n); said != "" {
		return "the tooltip of " + q.Called(t) + " says “" + said + "”"
	}
	return q.Called(t) + " has no tooltip"
}

// textRoom tells how far apart letters and lines of a text are, as it is drawn.
func (q *asked) textRoom(t act.Target) string {
	text, ok := q.Cells[tissue.CellID(t.Cell)].Texts[t.Node]
	if !ok {
		return q.Called(t) + " has several texts; point at one of them"
	}
	return "the letter spacing of " + q.Called(t) + " is " + tenth(text.Letters) + " px, its line height " + tenth(text.Line) + " px"
}
