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
	last := c.p.s.LastActs
	switch {
	case len(last) > 0 && (last[0].Intent == act.Swap || ranked(last[0])) && c.p.stands():
		c.add(takeBack(1), desktop)
		return true
	case c.p.s.Back != nil && c.p.s.Back(): // it was exchanged back a moment ago
		c.add(act.Act{Intent: act.Redo}, desktop)
		return true
	}
	c.p.ask = &Question{Text: "Nothing was exchanged just now. Swap which two?"}
	return true
}

// ranked reports whether an act changed the place of a thing among the others of its cell.
func ranked(a act.Act) bool {
	switch g := a.Args; {
	case a.Intent != act.Move || a.Target.Node == "":
		return false
	default:
		return g.Anchor == "first" || g.Anchor == "last" || g.Relation == "before" || g.Relation == "after"
	}
}
