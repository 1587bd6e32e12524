package reflex

import (
	"math"

	"cellshell/evolve/act"
)

// paler lets the letters of a cell show what is behind them, "the text at 80 % opacity": each text of it, not all of the cell.
func (c *clause) paler(v float64) bool {
	set, ok := c.subject()
	if !ok {
		return true
	}
	var texts []act.Target
	for _, t := range set {
		if t.Node != "" {
			texts = append(texts, t)
			continue
		}
		for _, n := range c.p.s.cell(t.Cell).Nodes {
			if n.Kind == "text" {
				texts = append(texts, act.Target{Cell: t.Cell, Node: n.ID})
			}
		}
	}
	if len(texts) == 0 {
		return false
	}
	c.ownAll()
	c.addTo(act.Act{Intent: act.Opacity, Args: act.Args{Value: round(math.Min(1, v))}}, anything, texts...)
	return true
}
