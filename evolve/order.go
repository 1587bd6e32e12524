package evolve

import (
	"fmt"
	"slices"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// order is a cell's tree as the acts of a sentence want it arranged, before anything ran: a copy in which nodes have been
// moved. They keep the ids they have on screen.
type order struct {
	root  *ui.Node
	twins map[*ui.Node]*ui.Node // of the tree on screen
	// touched are the containers in which nodes were moved.
	touched   []*ui.Node
	was, told string // where the last node that was moved stood among its neighbours, and where it will stand
}

// arranged is the cell's tree as far as the acts before this one have arranged it.
func (s *subject) arranged() *order {
	if o := s.orders[s.id]; o != nil {
		return o
	}
	o := &order{root: s.cell.Tree.Clone(), twins: map[*ui.Node]*ui.Node{}}
	o.pair(s.cell.Tree, o.root)
	if s.orders == nil {
		s.draft.orders = map[tissue.CellID]*order{}
	}
	s.orders[s.id] = o
	s.expect("place among its neighbours", o.met(s))
	return o
}

func (o *order) pair(n, twin *ui.Node) {
	o.twins[n] = twin
	for i, child := range n.Children {
		o.pair(child, twin.Children[i])
	}
}

// put moves a node beside another one; with a kind, the two come into a new container of that kind, where the other stood.
func (o *order) put(n, beside *ui.Node, after bool, kind ui.Kind) {
	from, to := parentOf(o.root, n), parentOf(o.root, beside)
	o.touched = append(o.touched, from, to)
	o.was, o.told = placeAmong(from, n), ""
	from.Children = slices.DeleteFunc(slices.Clone(from.Children), func(c *ui.Node) bool { return c == n })
	i := indexOf(to, beside)
	if kind != "" {
		in := &ui.Node{Kind: kind, Children: []*ui.Node{n, beside}}
		if after {
			in.Children = []*ui.Node{beside, n}
		}
		to.Children = slices.Clone(to.Children)
		to.Children[i] = in
		o.touched = append(o.touched, in)
		return
	}
	if after {
		i++
	}
	to.Children = slices.Insert(slices.Clone(to.Children), i, n)
	o.told = placeAmong(to, n)
}

// noteAll notes nodes of the cell, and all that is in them: they may move.
func (s *subject) noteAll(nodes ...*ui.Node) {
	for _, n := range nodes {
		walkNodes(n, func(n *ui.Node) { s.note(s.id, n.ID) })
	}
}

// exchange lets two nodes change places.
func (o *order) exchange(a, b *ui.Node) {
	pa, pb := parentOf(o.root, a), parentOf(o.root, b)
	o.touched = append(o.touched, pa, pb)
	i, j := indexOf(pa, a), indexOf(pb, b)
	o.was = placeAmong(pa, a)
	pa.Children[i], pb.Children[j] = b, a
	o.told = placeAmong(pb, a)
}

func placeAmong(parent, n *ui.Node) string {
	return fmt.Sprintf("%d of %d", indexOf(parent, n)+1, len(parent.Children))
}

// met expects that the containers in which nodes were moved show them in this order.
func (o *order) met(s *subject) func(before, after *Scene) (string, string, bool) {
	id := s.id
	return func(_, after *Scene) (was, is string, ok bool) {
		names := o.names()
		for _, p := range o.touched {
			shown := after.Node(id, names[p])
			if shown == nil {
				return o.was, "gone", false
			}
			if !s.sameRow(p, shown) {
				return o.was, "otherwise", false
			}
		}
		return o.was, o.told, true
	}
}

// sameRow reports whether a container shows nodes of the same kinds in the same order; what has no key must say the same, unless
// another act of the sentence changes what is said or there.
func (s *subject) sameRow(want, shown *ui.Node) bool {
	for _, a := range s.acts {
		switch a.Intent {
		case act.Move, act.Swap, act.Arrange, act.Resize, act.Recolor:
		default:
			if a.Target.Cell == string(s.id) {
				return len(shown.Children) > 0
			}
		}
	}
	return slices.EqualFunc(want.Children, shown.Children, func(a, b *ui.Node) bool {
		return a.Kind == b.Kind && a.Key == b.Key && (a.Key != "" || a.Text == b.Text)
	})
}

// names are the ids that the nodes will have.
func (o *order) names() map[*ui.Node]string {
	ids, out := map[*ui.Node]string{}, map[*ui.Node]string{}
	walkNodes(o.root, func(n *ui.Node) { ids[n] = n.ID })
	ui.Identify(o.root)
	walkNodes(o.root, func(n *ui.Node) { out[n], n.ID = n.ID, ids[n] })
	return out
}

// carry gives what the tissue lays over the nodes of a cell to the same nodes under the names that they will have.
func (d *draft) carry(id tissue.CellID, o *order) {
	dc := d.doc.Cells[id]
	if dc == nil || len(dc.Overrides)+len(dc.TextOverrides)+len(dc.TooltipOverrides) == 0 {
		return
	}
	named := map[string]string{}
	for n, is := range o.names() {
		if n.ID != "" && n.ID != is {
			named[n.ID] = is
		}
	}
	dc.Overrides, dc.TextOverrides = renamed(dc.Overrides, named), renamed(dc.TextOverrides, named)
	dc.TooltipOverrides = renamed(dc.TooltipOverrides, named)
}

func renamed[V any](m map[string]V, names map[string]string) map[string]V {
	out := make(map[string]V, len(m))
	for key, v := range m {
		out[first(names[key], key)] = v
	}
	if len(out) == 0 {
		return nil
	}
	return out
}
