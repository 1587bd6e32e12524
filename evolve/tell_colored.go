package evolve

import (
	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// colored answers "is the clock blue?" and "which key is blue?": yes or no and what it is painted with, or all that are. told is the one
// thing that it names.
func (q *asked) colored() (text string, told act.Target) {
	name := first(reflex.ColorWord(q.args.Color), q.args.Color)
	of := q.of
	if len(of) == 0 {
		of = q.painted()
	}
	var grounds, letters []act.Target
	for _, t := range of {
		switch ground, ink := q.shows(t, q.args.Color); {
		case ground:
			grounds = append(grounds, t)
		case ink:
			letters = append(letters, t)
		}
	}
	if q.args.Count == 1 && len(q.of) == 1 {
		told = q.of[0]
		if len(grounds)+len(letters) > 0 {
			return "Yes: " + q.colour(told) + ".", told
		}
		return "No: " + q.colour(told) + ".", told
	}
	if len(grounds) == 0 || len(q.of) == 0 {
		grounds = append(grounds, letters...)
	}
	switch {
	case len(grounds) == 0:
		return "Nothing here is " + name + ".", told
	case len(grounds) == 1:
		return capital(q.colour(grounds[0])) + ".", grounds[0]
	}
	return capital(name) + " here: " + q.called(grounds) + ".", told
}

// painted are the cells and all that is painted or written in them.
func (q *asked) painted() (out []act.Target) {
	for _, t := range q.all() {
		out = append(out, t)
		walkNodes(q.Cells[tissue.CellID(t.Cell)].Tree, func(n *ui.Node) {
			if n.ID != "" && (n.Kind == ui.KindButton || q.shownText(tissue.CellID(t.Cell), n) != "") {
				out = append(out, act.Target{Cell: t.Cell, Node: n.ID})
			}
		})
	}
	return out
}
