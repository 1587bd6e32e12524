package evolve

import (
	"fmt"
	"strings"

	"cellshell/evolve/act"
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
	said := " " + strings.Join(strings.FieldsFunc(strings.ToLower(q.args.Text), func(r rune) bool { return r == ' ' || r == '?' || r == ',' || r == '.' }), " ") + " "
	newest := ""
	for h, r := range e.holding(0) {
		for _, a := range r.Acts {
			if a.Intent != act.Remove || a.Target.Node == "" && q.Cells[tissue.CellID(a.Target.Cell)] != nil || a.Target.Node != "" && q.Node(tissue.CellID(a.Target.Cell), a.Target.Node) != nil {
				continue
			}
			what := r.Names.Of(a.Target)
			text := fmt.Sprintf("%s was removed %s (#%d, “%s”). \"undo %d\" brings it back.", what, ago(h.Time, e.o.Now()), h.N, h.Sentence, h.N)
			if name != "" && ofGene(a.Target.Cell, q.args.Gene) || name == "" && strings.Contains(said, " "+strings.ToLower(what)+" ") {
				return text
			}
			newest = first(newest, text)
		}
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
