package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// sideOfRow reads "notes on the left" right after things were put side by side: which of them stands first in that row, not a
// side of the desktop.
func (c *clause) sideOfRow() bool {
	t := c.one("place", "left", "right")
	if t == nil {
		t = c.one("dir", "left", "right")
	}
	last := c.p.s.LastActs
	if t == nil || c.hasVerb() || c.before != nil || len(last) < 2 || len(c.refs) != 1 || c.refs[0].head == "pron" {
		return false
	}
	var row []act.Target
	for _, a := range last {
		if a.Intent != act.Arrange || a.Args.Layout != "row" {
			return false
		}
		row = append(row, a.Target)
	}
	set, ok := c.p.resolve(c.refs[0])
	if !ok || len(set) != 1 || !has(row, set[0]) {
		return false
	}
	c.takeAll()
	end := slices.MinFunc(row, func(a, b act.Target) int {
		ax, _, _, _ := c.p.s.box(a)
		bx, _, _, _ := c.p.s.box(b)
		if t.is("place", "right") || t.is("dir", "right") {
			ax, bx = bx, ax
		}
		return int(ax - bx)
	})
	if end == set[0] { // it is so already, and stays so
		for _, a := range last {
			c.addTo(a, cells, a.Target)
		}
		return true
	}
	c.addTo(act.Act{Intent: act.Swap, Args: act.Args{LikeCell: end.Cell}}, cells, set...)
	return true
}
