package compositortest

import (
	"cellshell/compositor"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// Px is a number as styles hold it.
func Px(v float64) *float64 { return &v }

// Node is a node of a kind.
func Node(kind ui.Kind, text string, kids ...*ui.Node) *ui.Node {
	return &ui.Node{Kind: kind, Text: text, Children: kids}
}

// Styled is a node with its style changed.
func Styled(n *ui.Node, change func(*ui.Style)) *ui.Node {
	change(&n.Style)
	return n
}

// Desktop makes an input of one cell of a kind.
func Desktop(kind tissue.Kind, p tissue.Placement, root *ui.Node) compositor.Input {
	ui.Identify(root)
	return compositor.Input{
		Doc:   &tissue.Document{Version: 1, Cells: map[tissue.CellID]*tissue.Cell{"a": {Title: "A", Kind: kind, Placement: p, Order: 1}}},
		Cells: map[tissue.CellID]compositor.CellInput{"a": {Tree: root}},
		W:     1280, H: 800, Scale: 1,
	}
}
