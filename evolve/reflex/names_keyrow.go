package reflex

import (
	"cmp"
	"math"
	"slices"

	"cellshell/evolve/act"
)

// keyRows calls the rows and the columns of a keypad what people call them, "the top row of keys": each is all of the keys in it.
func keyRows(c *Cell, said map[string]bool, call func(text string, t act.Target)) {
	if !said["row"] && !said["column"] {
		return
	}
	var keys []*Node
	for i := range c.Nodes {
		if c.Nodes[i].Kind == "button" {
			keys = append(keys, &c.Nodes[i])
		}
	}
	if len(keys) < fewestKeys {
		return
	}
	lex := loadLexicon()
	lines := func(list string, at func(n *Node) float64) {
		var rows [][]*Node
		slices.SortStableFunc(keys, func(a, b *Node) int { return cmp.Compare(at(a), at(b)) })
		for _, n := range keys {
			if last := len(rows) - 1; last >= 0 && math.Abs(at(rows[last][0])-at(n)) < 2 {
				rows[last] = append(rows[last], n)
			} else {
				rows = append(rows, []*Node{n})
			}
		}
		for _, text := range lex.texts(list) {
			i := atoi(lex.listed(list, text))
			if i--; i < 0 {
				i += len(rows) + 1
			}
			if i < 0 || i >= len(rows) {
				continue
			}
			for _, n := range rows[i] {
				call(text, act.Target{Cell: c.ID, Node: n.ID})
			}
		}
	}
	lines("keyrow", func(n *Node) float64 { return n.Y + n.H/2 })
	lines("keycolumn", func(n *Node) float64 { return n.X + n.W/2 })
}
