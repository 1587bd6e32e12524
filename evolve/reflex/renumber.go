package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// renumbered reads "no, make that fifty" after a look that has a number was chosen: the same look with the other number. It
// is asked where nothing else was understood.
func (p *parser) renumbered() (Result, bool) {
	if p.understood() || len(p.s.LastActs) == 0 || p.s.Last == nil {
		return Result{}, false
	}
	last := p.s.LastActs[len(p.s.LastActs)-1]
	cell := p.s.cell(p.s.Last.Cell)
	if cell == nil || last.Intent != act.Style && last.Intent != act.Spawn {
		return Result{}, false
	}
	n := 0.0
	for _, t := range p.toks {
		switch {
		case t.counts() && n == 0:
			n = t.num
		case t.kind == mark, t.is("fill"), t.is("correct"), listed("amends", t.text) != "", t.is("no"), t.is("pron"), t.is("det", "this", "that"), t.is("verb", "make", "want", "say"), t.is("instead"), t.is("even"), t.is("aux"), t.is("be"), t.is("conj"):
		default:
			return Result{}, false
		}
	}
	for _, worn := range strings.Fields(last.Args.Style) {
		_, unit, ok := numberLook(worn)
		if !ok || n == 0 {
			continue
		}
		if look := cell.numbered(n, unit); look != "" {
			return Result{Acts: []act.Act{{Intent: act.Style, Target: act.Target{Cell: cell.ID}, Args: act.Args{Style: look}}}, Conf: 0.9}, true
		}
		return Result{Conf: 0.5, Ask: &Question{Text: p.s.name(act.Target{Cell: cell.ID}) + " has no such number. Say another one."}}, true
	}
	return Result{}, false
}
