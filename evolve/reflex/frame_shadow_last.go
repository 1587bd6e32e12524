package reflex

import "cellshell/evolve/act"

// shadowLast reads what goes on about the shadows that were cast last: "deeper".
func (c *clause) shadowLast() {
	last := c.p.s.LastActs
	if len(last) == 0 || !c.bareOnly() || c.p.elsewhere() || !c.only("light", "shade", "deg", "even", "dim", "inc") {
		return
	}
	for _, a := range last {
		if a.Intent != act.Shadow || a.Args.On != nil || a.Target.Cell == "" {
			return
		}
	}
	var g act.Args
	if !c.depth(&g) {
		return
	}
	for _, a := range last {
		c.addTo(act.Act{Intent: act.Shadow, Args: g}, anything, a.Target)
	}
	c.ownAll()
}
