package reflex

import "cellshell/evolve/act"

// headless takes the line away that shows a cell's title, "hide the title of the form": without its words it would be an empty
// line.
func (c *clause) headless(t, verb *token) bool {
	if !t.is("part", "title") || t.text == "name" {
		return false
	}
	set, ok := c.subject()
	if !ok || len(set) != 1 || set[0].Node != "" {
		return false
	}
	a := act.Act{Intent: act.Remove, Target: set[0]}
	if verb != nil && verb.is("verb", "hide") {
		a.Intent = act.Hide
	}
	c.p.onTitle(&a, c.p.s.cell(set[0].Cell))
	if a.Target.Node == "" {
		return false
	}
	target := a.Target
	a.Target = act.Target{}
	c.addTo(a, anything, target)
	c.ownAll()
	return true
}
