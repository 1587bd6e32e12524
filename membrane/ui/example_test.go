package ui_test

import (
	"fmt"

	"cellshell/membrane/ui"
)

// A cell sends what changed; the shell puts it into the tree it has.
func ExampleApplyPatch() {
	tree := func(count string) *ui.Node {
		root := &ui.Node{Kind: ui.KindColumn, Children: []*ui.Node{
			{Kind: ui.KindText, Key: "count", Text: count},
			{Kind: ui.KindButton, Text: "Tap me"},
		}}
		ui.Identify(root)
		return root
	}
	patches := ui.Diff(tree("3"), tree("4"))
	fmt.Println(len(patches), patches[0].ID)
	patched, err := ui.ApplyPatch(tree("3"), patches)
	fmt.Println(ui.Find(patched, "column0/count").Text, err)
	// Output:
	// 1 column0/count
	// 4 <nil>
}

// A broken tree is refused with the node and what to write instead.
func ExampleCheck() {
	root := &ui.Node{Kind: ui.KindRow, Children: []*ui.Node{{Kind: ui.KindText, Style: ui.Style{Align: "middle"}}}}
	ui.Identify(root)
	fmt.Println(ui.Check(root))
	// Output: ui: node row0/text0: align "middle" is none of start, center, end, stretch, baseline
}

// An override lies over the style a cell chose.
func ExampleStyle_Merge() {
	size, bigger := 14.0, 28.0
	merged := ui.Style{Size: &size, Color: "muted"}.Merge(ui.Style{Size: &bigger})
	fmt.Println(*merged.Size, merged.Color)
	// Output: 28 muted
}
