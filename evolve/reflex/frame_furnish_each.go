package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// worn gives a look to those of the new cells that have it: "a clock and a timer, 25 min" is a timer of 25 minutes. Of cells
// of several genes the last counts, which it was said behind.
func (c *clause) worn(spawns []draft, t *token) {
	gene := ""
	for i := len(spawns) - 1; i >= 0; i-- {
		g := &spawns[i].Args
		made := c.p.gene(g.Gene)
		if made == nil || gene != "" && gene != g.Gene {
			continue
		}
		if name, ok := styleNamed(made.Styles, t, true); ok {
			gene, t.used = g.Gene, true
			g.Style = strings.TrimSpace(g.Style + " " + name)
		}
	}
}

// measured gives the new cells the width or height that the number at k says: "400 px wide".
func (c *clause) measured(t *token, k int, set func(func(*act.Args))) {
	n := c.toks[k]
	t.used, n.used = true, true
	if u := t0(c.toks, k+1); u != nil && u.is("unit", "px") {
		u.used = true
	}
	set(func(a *act.Args) {
		if t.is("prop", "width") {
			a.Width = n.num
		} else {
			a.Height = n.num
		}
	})
}

// lookOfNew reports whether a reference is part of a look and nothing that stands here: "with bar charts".
func (c *clause) lookOfNew(r *ref) bool {
	return r.head == "kind" && c.hasAny("style", "gstyle") && len(c.living(r)) == 0
}
