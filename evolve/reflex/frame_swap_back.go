package reflex

import "cellshell/evolve/act"

// swapsBack reads "swap them back": the exchange is taken back. After anything else there is nothing to exchange back, and no
// other two are meant.
func (c *clause) swapsBack() bool {
	if c.verb("swap") == nil || !someListed(c.toks, "swapsback") ||
		c.named() {
		return false
	}
	c.takeAll()
	if last := c.p.s.LastActs; len(last) > 0 && last[0].Intent == act.Swap {
		c.add(takeBack(1), desktop)
		return true
	}
	c.p.ask = &Question{Text: "Nothing was exchanged just now. Swap which two?"}
	return true
}
