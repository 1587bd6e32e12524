package reflex

import "cellshell/evolve/act"

// vacated puts what is added "there" where the cell stood that was removed just before, in this sentence or the last, unless
// somebody points at another place.
func (c *clause) vacated(there *token, set func(func(*act.Args))) bool {
	s := c.p.s
	if !there.is("there") || s.Point2 != nil || s.Point != nil && s.Point.Given {
		return false
	}
	if n := len(c.p.acts); n > 0 {
		last := c.p.acts[n-1]
		cell := s.cell(last.Target.Cell)
		if last.Intent != act.Remove && last.Intent != act.Hide || last.Target.Node != "" || cell == nil {
			return false
		}
		set(func(a *act.Args) { a.X, a.Y = ptr(cell.X), ptr(cell.Y) })
		return true
	}
	if len(s.LastActs) != 1 || s.LastActs[0].Intent != act.Remove || s.LastActs[0].Target.Node != "" || s.Stood == nil {
		return false
	}
	spot, known := s.Stood(s.LastActs[0].Target.Cell, "", false)
	switch {
	case !known:
		return false
	case spot.Anchor == "" || spot.Anchor == "top-left":
		set(func(a *act.Args) { a.X, a.Y = ptr(s.Left+spot.X), ptr(s.Top+spot.Y) })
	default:
		set(func(a *act.Args) { a.Anchor = spot.Anchor })
	}
	return true
}
