package reflex

import (
	"strconv"

	"cellshell/evolve/act"
)

// besideNew is the cell that a reference means of those that the same sentence adds, "" for none: "put a timer at the bottom,
// and a clock next to it". It is called as it will be when it stands there.
func (c *clause) besideNew(r *ref) string {
	if r.head != "pron" && !c.spawnedHere(r) || r.plural {
		return ""
	}
	taken := map[string]bool{}
	for _, list := range [][]Cell{c.p.s.Cells, c.p.s.Hidden} {
		for i := range list {
			taken[list[i].ID] = true
		}
	}
	found := ""
	for _, a := range c.p.acts {
		if a.Intent != act.Spawn {
			continue
		}
		id := a.Args.Gene
		for n := 2; taken[id]; n++ {
			id = a.Args.Gene + "-" + strconv.Itoa(n)
		}
		if taken[id] = true; (r.head == "pron" || r.value == a.Args.Gene) && c.dresses != "*" && c.dresses != a.Args.Gene {
			found = id
		}
	}
	return found
}
