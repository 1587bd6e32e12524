package reflex

import "cellshell/evolve/act"

// likeLast reads "now give Save the same size" of one thing: it gets the size of what was changed, or spoken of, before it. A part
// is never made like a whole cell.
func (c *clause) likeLast(t *token, one act.Target) bool {
	var of []act.Target
	switch {
	case c.before != nil:
		of = c.before.targets
	case c.p.s.Last != nil:
		of = []act.Target{*c.p.s.Last}
	}
	if n := len(c.p.acts); c.before != nil && len(of) == 1 && of[0] == one && n > 0 && c.p.acts[n-1].Args.LikeCell != "" {
		of = []act.Target{{Cell: c.p.acts[n-1].Args.LikeCell, Node: c.p.acts[n-1].Args.LikeNode}} // what it is put beside
	}
	if last := c.p.s.LastActs; c.before == nil && len(of) == 1 && of[0] == one && len(last) == 1 && last[0].Target == one && last[0].Args.LikeCell != "" {
		of = []act.Target{{Cell: last[0].Args.LikeCell, Node: last[0].Args.LikeNode}}
	}
	if len(of) != 1 || of[0] == one {
		return false
	}
	t.used = true
	c.ownAll()
	if (of[0].Node == "") != (one.Node == "") {
		c.p.ask = &Question{Text: "The same size as what? Name the thing."}
		return true
	}
	c.drop("also")
	c.addTo(act.Act{Intent: act.Resize, Args: act.Args{Axis: axisSaid(t.text), LikeCell: of[0].Cell, LikeNode: of[0].Node}}, anything, one)
	return true
}
