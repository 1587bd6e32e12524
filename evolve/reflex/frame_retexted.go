package reflex

import "cellshell/evolve/act"

// retexted reads "swap the texts of save and cancel": each says what the other said, and stays where it is.
func (c *clause) retexted() bool {
	var set []act.Target
	for _, r := range c.refs {
		got, ok := c.p.resolve(r)
		if !ok {
			return true
		}
		set = append(set, got...)
	}
	c.takeAll()
	if len(set) != 2 || c.p.textOf(set[0]) == "" || c.p.textOf(set[1]) == "" {
		c.p.ask = &Question{Text: "The texts of which two?"}
		return true
	}
	for i, t := range set {
		a := act.Act{Intent: act.SetText, Args: act.Args{Text: c.p.textOf(set[1-i])}}
		c.addTo(a, anything, t)
	}
	return true
}
