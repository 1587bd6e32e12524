package reflex

import "cellshell/evolve/act"

// notPast is the factor that "too tall now" stands for right after something was made a little taller: it goes back to what it
// was then, and not beyond that.
func (c *clause) notPast(t *token, axis string, f float64) float64 {
	last := c.p.s.LastActs
	if usual := f == within(1.5) || f == within(1/1.5); !usual || !t.is("complaint") || len(last) != 1 || last[0].Intent != act.Resize || last[0].Args.LikeCell != "" || c.p.elsewhere() || !c.bareRefs() {
		return f
	}
	if at := c.p.s.Point; at != nil && at.Given && at.Target != last[0].Target {
		return f
	}
	by := last[0].Args.Factor
	if by <= 0 || last[0].Args.Axis != axis && axis != "" && last[0].Args.Axis != "" || (by > 1) == (f > 1) {
		return f
	}
	if back := round(1 / by); f < 1 && back > f || f > 1 && back < f {
		return back
	}
	return f
}
