package evolve

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// gathered makes of moves of several things of a cell to one place those that keep them together: what makes up all of a row
// moves as that row, and each comes beside the one before it.
func (d *draft) gathered(acts []act.Act) []act.Act {
	var out []act.Act
	for i := 0; i < len(acts); {
		n := i + 1
		for n < len(acts) && together(acts[i], acts[n]) {
			n++
		}
		out = append(out, d.group(acts[i:n])...)
		i = n
	}
	return out
}

// together reports whether two acts move things of one cell the same way.
func together(a, b act.Act) bool {
	return a.Intent == act.Move && b.Intent == act.Move && a.Target.Cell == b.Target.Cell && a.Target.Node != "" && b.Target.Node != "" &&
		a.Args.Same(b.Args) && a.Args.Anchor != "center" && !strings.HasPrefix(a.Args.Relation, "align-")
}

func (d *draft) group(acts []act.Act) []act.Act {
	c := d.before.Cells[tissue.CellID(acts[0].Target.Cell)]
	if len(acts) < 2 || c == nil || c.Tree == nil {
		return acts
	}
	meant := map[string]bool{}
	for _, a := range acts {
		meant[a.Target.Node] = true
	}
	var out []act.Act
	var visit func(n *ui.Node)
	visit = func(n *ui.Node) { // in the order in which they stand
		all := len(n.Children) > 0
		for _, k := range n.Children {
			all = all && meant[k.ID]
		}
		if meant[n.ID] || all && n != c.Tree {
			a := acts[0]
			a.Target.Node = n.ID
			out = append(out, a)
			return
		}
		for _, k := range n.Children {
			visit(k)
		}
	}
	visit(c.Tree)
	if g := acts[0].Args; g.DX > 0 || g.DY > 0 || slices.Contains([]string{"first", "top", "left", "top-left", "top-right"}, g.Anchor) ||
		slices.Contains([]string{"after", "below", "under", "right-of", "next-to", "beside", "near"}, g.Relation) {
		slices.Reverse(out)
	}
	return out
}
