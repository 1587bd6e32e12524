package evolve

import (
	"strings"

	"cellshell/evolve/act"
	"cellshell/genome"
	"cellshell/tissue"
)

// lookBack is how many changes are searched for a removal.
const lookBack = 100

// gone returns the number of the change that removed the last cell of a gene which is not there again, 0 without one.
func (e *Engine) gone(s *Scene, gene string) int {
	for h, r := range e.holding(lookBack) {
		for _, a := range r.Acts {
			if a.Intent == act.Remove && a.Target.Node == "" && (ofGene(a.Target.Cell, gene) || strings.EqualFold(r.Names.Of(a.Target), gene)) && s.Cells[tissue.CellID(a.Target.Cell)] == nil {
				return h.N
			}
		}
	}
	return 0
}

// ofGene reports whether a cell's id is one that cells of a gene get: "clock", "clock-2".
func ofGene(id, gene string) bool {
	rest, ok := strings.CutPrefix(id, gene)
	return ok && (rest == "" || rest[0] == '-' && strings.Trim(rest[1:], "0123456789") == "")
}

// undid reports whether the last change took another back.
func (e *Engine) undid() bool {
	if e.o.Store == nil {
		return false
	}
	entries, err := e.o.Store.History(1)
	return err == nil && len(entries) == 1 && entries[0].Kind == genome.KindUndo
}
