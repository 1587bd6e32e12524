package reflex

import "cellshell/evolve/act"

// likeHere is what a part is compared with where the words do not name it: "as wide as the other", said over one of two buttons,
// and "as wide as the window" of any part mean what is beside it and what it is in, whatever was spoken of before.
func (c *clause) likeHere(r *ref) (act.Target, bool) {
	of, ok := c.partSized(r)
	if !ok {
		return act.Target{}, false
	}
	switch {
	case r.head == "cellkind" && r.value != "panel" && r.the && !r.plural && !r.other && r.ord == 0 && r.most == nil && r.side == "" && r.size == "":
		return act.Target{Cell: of.Cell}, true
	case r.head == "kind" && r.value == "any" && r.other && !r.plural:
		cell := c.p.s.cell(of.Cell)
		alike := keep(c.p.siblings(of, nil), func(t act.Target) bool { return cell.node(t.Node).Kind == cell.node(of.Node).Kind })
		if len(alike) == 1 {
			return alike[0], true
		}
	}
	return act.Target{}, false
}

// partSized is the part that a clause sizes: the one that is pointed at, or the one that it names besides what it compares with.
func (c *clause) partSized(like *ref) (act.Target, bool) {
	for _, r := range c.refs {
		if r == like || r.own || r.bare() {
			continue
		}
		set, ok := c.p.tried(r)
		return only(set, ok)
	}
	at := c.p.s.Point
	if at == nil || !at.Given || c.p.s.cell(at.Cell).node(at.Node) == nil { // it may be gone
		return act.Target{}, false
	}
	return only([]act.Target{at.Target}, true)
}

// only is the one part that a set is.
func only(set []act.Target, ok bool) (act.Target, bool) {
	if !ok || len(set) != 1 || set[0].Node == "" {
		return act.Target{}, false
	}
	return set[0], true
}

// wholeWidth makes "as wide as its window" of a part the width that it can have there: the window would only grow along.
func (c *clause) wholeWidth(like act.Target, axis string, factor float64) bool {
	of, ok := c.partSized(nil)
	if !ok || like.Node != "" || like.Cell != of.Cell || axis != "width" || factor != 0 && factor != 1 {
		return false
	}
	free := c.p.roomInRow(of)
	if free < 1 {
		wider := act.Act{Intent: act.Resize, Target: of, Args: act.Args{Axis: axis, LikeCell: like.Cell}}
		c.p.ask = &Question{
			Text:    c.p.s.name(of) + " and what is beside it take all of that row: shall " + c.p.s.name(like) + " become wider?",
			Choices: []Choice{{Label: "Yes", Acts: []act.Act{wider}}, {Label: "No"}},
		}
		return true
	}
	c.ownAll()
	c.addTo(act.Act{Intent: act.Resize, Args: act.Args{Width: round(c.p.boxOf(of).w + free)}}, anything, of)
	return true
}

// roomInRow is how much wider a part can become before its cell grows: what is left of the cell's width between the margins, in
// the row that the part is in.
func (p *parser) roomInRow(t act.Target) float64 {
	cell := p.s.cell(t.Cell)
	left, row := cell.X+cell.W, cell.node(t.Node)
	for i := range cell.Nodes {
		switch n := &cell.Nodes[i]; {
		case n.Kind == "row" && n.ID == holder(t.Node):
			row = n
		case n.Kind == "column" || n.Kind == "row" || n.Kind == "spacer":
		default:
			left = min(left, n.X)
		}
	}
	return cell.X + cell.W - (left - cell.X) - row.X - row.W
}
