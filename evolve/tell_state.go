package evolve

import (
	"fmt"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

func (q *asked) locked() string {
	var names []string
	for _, id := range q.IDs() {
		if dc := q.Doc.Cells[id]; dc != nil && dc.Locked {
			names = append(names, title(dc, id))
		}
	}
	if len(names) == 0 {
		return "Nothing is locked."
	}
	return "Locked: " + act.InRow(names) + "."
}

// isLocked says of one thing whether its cell is locked.
func (q *asked) isLocked(t act.Target) string {
	id := tissue.CellID(t.Cell)
	if dc := q.Doc.Cells[id]; dc != nil && dc.Locked {
		return titleOf(q.Scene, id) + " is locked: \"unlock " + titleOf(q.Scene, id) + "\" opens it"
	}
	return titleOf(q.Scene, id) + " is not locked"
}

// isHidden says of one thing whether it can be seen.
func (q *asked) isHidden(t act.Target) string {
	id := tissue.CellID(t.Cell)
	name := titleOf(q.Scene, id)
	if !q.visible(t) {
		return "yes, " + q.unseen(id)
	}
	if over := q.over(id); len(over) > 0 {
		return "no, but " + q.called(over) + " covers some of " + name
	}
	return "no, " + name + " is not hidden"
}

// unseen says that a hidden cell is, and how it is shown.
func (q *asked) unseen(id tissue.CellID) string {
	return titleOf(q.Scene, id) + " is hidden: \"show " + titleOf(q.Scene, id) + "\" brings it back"
}

// visible reports whether none of some things is hidden.
func (q *asked) visible(of ...act.Target) bool {
	return !slices.ContainsFunc(of, func(t act.Target) bool {
		dc := q.Doc.Cells[tissue.CellID(t.Cell)]
		return dc != nil && dc.Hidden
	})
}

func (q *asked) running() string {
	var well, dead []string
	for _, id := range q.IDs() {
		switch c := q.Cells[id]; {
		case c.Dead != "":
			dead = append(dead, titleOf(q.Scene, id)+" ("+c.Dead+")")
		case q.Doc.Cells[id] != nil:
			well = append(well, titleOf(q.Scene, id))
		}
	}
	out := fmt.Sprintf("%d run: %s.", len(well), act.InRow(well))
	if len(dead) > 0 {
		out += " Not running: " + strings.Join(dead, ", ") + "."
	}
	return out + " \"cell top\" shows what each of them uses; say \"remove\" and a name for what you do not need."
}

// runs says of one thing whether its program does, and what it shows: whether a timer counts is to be read there.
func (q *asked) runs(t act.Target) string {
	id := tissue.CellID(t.Cell)
	if why := q.Cells[id].Dead; why != "" {
		return "no, " + titleOf(q.Scene, id) + " stands still: " + why
	}
	return "the program of " + titleOf(q.Scene, id) + " runs; " + q.text(act.Target{Cell: t.Cell})
}
