package evolve

import (
	"fmt"
	"iter"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/tissue"
)

// goneText says what became of what is not here any more, or where it is if it never went.
func (e *Engine) goneText(q *asked) string {
	var here []string
	for _, t := range q.of {
		here = append(here, q.place(t)+".")
	}
	if len(here) > 0 {
		return strings.Join(here, " ")
	}
	name := q.args.Gene
	if g := q.gene(name); g != nil {
		name = strings.ToLower(first(g.Title, name))
	}
	for id := range q.Doc.Cells {
		if ofGene(string(id), q.args.Gene) && q.args.Gene != "" {
			return q.unseen(id) + "."
		}
	}
	newest := ""
	for lost, text := range e.lost(q) {
		if name != "" && ofGene(lost.target.Cell, q.args.Gene) || name == "" && q.says(lost.name) {
			return text
		}
		newest = first(newest, text)
	}
	switch {
	case name != "":
		out := "There is no " + name + " here, and none was removed."
		if q.gene(q.args.Gene) != nil {
			out += " Say \"add " + article(name) + "\"."
		}
		return out
	case newest != "":
		return newest
	}
	return "Nothing is gone: nothing was removed here."
}

// lostThing is what a change that still holds took away.
type lostThing struct {
	name   string
	target act.Target
}

// lost are the things that are not here any more, newest first, each with what became of it.
func (e *Engine) lost(q *asked) iter.Seq2[lostThing, string] {
	return func(yield func(lostThing, string) bool) {
		for h, r := range e.holding(0) {
			for _, a := range r.Acts {
				hid := hidesPart(a)
				if a.Intent != act.Remove && !hid || a.Target.Node == "" && q.Cells[tissue.CellID(a.Target.Cell)] != nil || a.Target.Node != "" && q.Node(tissue.CellID(a.Target.Cell), a.Target.Node) != nil {
					continue
				}
				what := r.Names.Of(a.Target)
				text := fmt.Sprintf("%s was %s %s (#%d, “%s”). \"undo %d\" brings it back.", what, map[bool]string{true: "hidden", false: "removed"}[hid], ago(h.Time, e.o.Now()), h.N, h.Sentence, h.N)
				if !yield(lostThing{what, a.Target}, text) {
					return
				}
			}
		}
	}
}

// says reports whether the question has a name in it.
func (q *asked) says(name string) bool {
	said := " " + strings.Join(strings.FieldsFunc(strings.ToLower(q.args.Text), func(r rune) bool { return r == ' ' || r == '?' || r == ',' || r == '.' }), " ") + " "
	return strings.Contains(said, " "+strings.ToLower(name)+" ")
}

// lostPart tells what became of a part that is asked for by its name and is not shown any more, "" where none is: what is left of
// its sort is not what was asked for.
func (e *Engine) lostPart(q *asked) string {
	for _, t := range q.of {
		if t.Node != "" && q.says(q.Called(t)) {
			return ""
		}
	}
	for lost, text := range e.lost(q) {
		if lost.target.Node != "" && q.says(lost.name) {
			return text
		}
	}
	return ""
}

// hidesPart reports whether an act hides a part of a cell: it is taken out of what the cell shows.
func hidesPart(a act.Act) bool {
	return a.Intent == act.Hide && a.Target.Node != "" && !a.Args.Off()
}

// hiddenParts names the parts that were hidden by a change that still holds.
func (e *Engine) hiddenParts(q *asked) []string {
	var out []string
	for _, r := range e.holding(reflex.MostDeeds) {
		for _, a := range r.Acts {
			if id := tissue.CellID(a.Target.Cell); hidesPart(a) && q.Cells[id] != nil && q.Node(id, a.Target.Node) == nil {
				out = append(out, r.Names.Of(a.Target)+" of "+titleOf(q.Scene, id))
			}
		}
	}
	return out
}
