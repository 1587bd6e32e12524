package evolve

import (
	"fmt"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/tissue"
)

// colored answers "is the clock blue?" and "which key is blue?": yes or no and what it is painted with, or all that are, the
// first few by their names.
func (q *asked) colored() string {
	name := first(reflex.ColorWord(q.args.Color), q.args.Color)
	of := q.of
	if len(of) == 0 { // of all that is here
		for _, t := range q.all() {
			of = append(append(of, t), q.painted(tissue.CellID(t.Cell))...)
		}
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
		about := q.of[0]
		q.told = q.of
		if len(grounds)+len(letters) > 0 {
			return "Yes: " + q.colour(about) + "."
		}
		return "No: " + q.colour(about) + "."
	}
	if len(grounds) == 0 || len(q.of) == 0 {
		grounds = append(grounds, letters...)
	}
	switch {
	case len(grounds) == 0:
		return "Nothing here is " + name + "."
	case len(grounds) == 1:
		q.told = grounds
		return capital(q.colour(grounds[0])) + "."
	}
	q.told = grounds
	more := ""
	if n := len(grounds) - told; n > 0 {
		grounds, more = grounds[:told], fmt.Sprintf(" and %d more", n)
	}
	return capital(name) + " here: " + q.called(grounds) + more + "."
}
