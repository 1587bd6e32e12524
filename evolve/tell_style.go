package evolve

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// style tells which of the looks of its gene a thing wears: the one that is asked about, with yes or no, or else all of them.
func (q *asked) style(t act.Target) string {
	c := q.Cells[tissue.CellID(t.Cell)]
	name := titleOf(q.Scene, c.ID)
	var wears, same []string
	var wanted []Style
	for _, st := range c.Manifest.Styles {
		if slices.Contains(strings.Fields(q.args.Style), st.Name) {
			wanted = append(wanted, st)
		}
	}
	for _, st := range c.Manifest.Styles {
		if !worn(c.Source, st) {
			continue
		}
		does := st.does()
		if len(wanted) == 1 && wanted[0].Name == st.Name {
			return "yes, " + name + " " + does
		}
		wears = append(wears, does)
		if slices.ContainsFunc(wanted, st.excludes) {
			same = append(same, does)
		}
	}
	switch {
	case len(wears) == 0 && len(q.of) > 1:
		return "" // nobody asked about it
	case len(wears) == 0:
		return name + " has one look; its colours, size and letters can be changed"
	case len(same) > 0 && len(wanted) == 1:
		return "no, " + name + " " + act.InRow(same)
	case len(same) > 0:
		return name + " " + act.InRow(same)
	case len(wanted) == 1:
		return "no; " + name + " " + act.InRow(wears)
	}
	return name + " " + act.InRow(wears)
}

// noStyle answers for a look that nothing here can have.
func (q *asked) noStyle() string {
	return "Nothing on the desktop can be so. \"what looks does the clock have\" tells what something can be."
}

// does is what a cell does that wears a look: "shows no seconds".
func (st Style) does() string {
	return strings.TrimSuffix(first(st.Done, "is "+st.said()), " now")
}

// excludes reports whether a cell can wear one of two looks only: both say the same of its program.
func (st Style) excludes(other Style) bool {
	for name := range st.Set {
		if _, both := other.Set[name]; both {
			return true
		}
	}
	return false
}

// purpose tells what a thing is for.
func (q *asked) purpose(t act.Target) string {
	id := tissue.CellID(t.Cell)
	name := titleOf(q.Scene, id)
	if n := q.Node(id, t.Node); t.Node != "" && n != nil && q.shownTooltip(id, n) != "" {
		return q.Called(t) + " says of itself: “" + q.shownTooltip(id, n) + "”"
	}
	if t.Node != "" {
		return "what " + q.Called(t) + " does is written in the program of " + name + ": \"cell cat " + t.Cell + "\" shows it"
	}
	about := q.Cells[id].Manifest.About
	if about == "" {
		return name + " says of itself only what it shows: \"cell cat " + t.Cell + "\" shows its program"
	}
	return name + ": " + strings.TrimSuffix(about, ".")
}
