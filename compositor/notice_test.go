package compositor_test

import (
	"testing"

	"cellshell/compositor"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// What the owner of a cell should know stands where it covers nothing, as long as there is room.
func TestARemarkCoversNothing(t *testing.T) {
	place := func(p tissue.Placement, others ...*tissue.Cell) (cell, remark paint.Rect) {
		in := desktop(tissue.KindWidget, p, node(ui.KindColumn, "", node(ui.KindText, "7"), node(ui.KindButton, "+1")))
		for i, c := range others {
			id := tissue.CellID([]string{"x", "y"}[i])
			in.Doc.Cells[id], in.Cells[id] = c, compositor.CellInput{Tree: node(ui.KindColumn, "")}
		}
		plain := compositor.Paint(in, compositor.Arrange(in), nil, 0).Ops
		c := in.Cells["a"]
		c.Note = "main.go:3:15: undefined: nosuch"
		in.Cells["a"] = c
		l := compositor.Arrange(in)
		boxes := map[paint.Rect]int{}
		for _, op := range plain {
			if r, ok := op.(paint.RoundRect); ok {
				boxes[r.Rect]++
			}
		}
		for _, op := range compositor.Paint(in, l, nil, 0).Ops {
			if r, ok := op.(paint.RoundRect); ok && boxes[r.Rect] == 0 && r.Rect.H > 2 {
				remark = r.Rect
			}
		}
		a, _ := l.Cell("a")
		return a.Bounds, remark
	}
	other := func(y float64) *tissue.Cell {
		return &tissue.Cell{Kind: tissue.KindWidget, Placement: tissue.Placement{X: 60, Y: y, W: 400, H: 60}}
	}
	at := tissue.Placement{X: 100, Y: 200, W: 300, H: 100}
	if cell, r := place(at); r.Y < cell.Y+cell.H || r.Empty() {
		t.Errorf("of a cell at %v it stands at %v, want it below", cell, r)
	}
	if cell, r := place(at, other(310)); r.Y+r.H > cell.Y || r.Empty() {
		t.Errorf("of a cell at %v with another below it stands at %v, want it above", cell, r)
	}
	if cell, r := place(at, other(310), other(120)); cell.Intersect(r) != r || r.Empty() {
		t.Errorf("of a cell at %v between others it stands at %v, want it inside", cell, r)
	}
}
