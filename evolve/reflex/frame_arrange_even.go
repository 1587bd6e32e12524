package reflex

import "cellshell/evolve/act"

// evenToo reads ", evenly spaced", said behind what was laid out in a row or a column: that is so anyway.
func (c *clause) evenToo() bool {
	t, n := c.one("evenly"), len(c.p.acts)
	if t == nil || c.before == nil || n == 0 || len(c.refs) > 0 || !c.only("evenly", "verb") || c.p.acts[n-1].Intent != act.Arrange || c.p.acts[n-1].Args.Layout == "" {
		return false
	}
	c.takeAll()
	c.ofBefore()
	return true
}
