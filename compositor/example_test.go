package compositor_test

import (
	"fmt"

	"cellshell/compositor"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

func ExampleArrange() {
	tree := &ui.Node{Kind: ui.KindColumn, Children: []*ui.Node{{Kind: ui.KindButton, Key: "save", Text: "Save", Events: []ui.EventKind{ui.EventTap}}}}
	ui.Identify(tree)
	width, height, scale := 120.0, 36.0, 1.5
	tree.Children[0].Style = ui.Style{Width: &width, Height: &height, Scale: &scale}

	l := compositor.Arrange(compositor.Input{
		Doc: &tissue.Document{Cells: map[tissue.CellID]*tissue.Cell{
			"form": {Kind: tissue.KindWidget, Placement: tissue.Placement{Anchor: "top-right", X: 24, Y: 24}},
		}},
		Cells: map[tissue.CellID]compositor.CellInput{"form": {Tree: tree}},
		W:     1280, H: 800,
	})
	form, _ := l.Cell("form")
	save, _ := l.Node("form", "column0/save")
	fmt.Printf("the card is %g×%g at %g,%g\n", form.Bounds.W, form.Bounds.H, form.Bounds.X, form.Bounds.Y)
	fmt.Printf("the button is %g×%g\n", save.Bounds.W, save.Bounds.H)

	hit := l.Hit(save.Bounds.X+10, save.Bounds.Y+10)
	fmt.Println("a tap there goes to", l.Handler(hit, ui.EventTap))
	// Output:
	// the card is 212×86 at 1044,24
	// the button is 180×54
	// a tap there goes to column0/save
}
