package main

import (
	"image"
	"image/draw"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/compositor/text"
	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// specimen is one cell on a sheet.
type specimen struct {
	name  string
	kind  tissue.Kind // "": a widget
	title string
	w, h  float64 // of the cell; 0: as large as it likes
	tree  *ui.Node
	state string // of its first leaf: hover, pressed, focus
	dead  string
	edit  *edit.State // of its first field
}

// The sizes of a sheet, logical pixels.
const (
	sheetWidth = 1280
	margin     = 20.0
	caption    = 18.0
)

// input is a desktop of one specimen.
func (s *specimen) input(l look, w, h float64) compositor.Input {
	kind := s.kind
	if kind == "" {
		kind = tissue.KindWidget
	}
	ui.Identify(s.tree)
	in := compositor.Input{
		Doc: &tissue.Document{Version: 1, Theme: l.theme, Cells: map[tissue.CellID]*tissue.Cell{
			"a": {Title: s.title, Kind: kind, Order: 1, Placement: tissue.Placement{X: margin, Y: margin + caption, W: s.w, H: s.h}},
		}},
		Cells: map[tissue.CellID]compositor.CellInput{"a": {Tree: s.tree, Dead: s.dead}},
		W:     w, H: h, Scale: l.scale,
		Edit: &compositor.Edits{Fields: map[string]*edit.Field{}, Scroll: map[string]paint.Point{}},
	}
	if kind == tissue.KindPanel {
		in.Doc.Cells["a"].Placement = tissue.Placement{Anchor: "top"}
	}
	leaf := first(s.tree)
	at := compositor.Target{Cell: "a", Node: leaf.ID}
	switch s.state {
	case "hover":
		in.Touch = []compositor.Touch{{At: at, Hover: 1}}
	case "pressed":
		in.Touch = []compositor.Touch{{At: at, Hover: 1, Press: 1}}
	case "focus":
		in.Edit.Focus = at
	}
	if s.edit != nil {
		in.Edit.Fields[compositor.Key("a", leaf.ID)] = &edit.Field{State: *s.edit}
	}
	return in
}

// first is the first node that is no container.
func first(n *ui.Node) *ui.Node {
	for len(n.Children) > 0 {
		n = n.Children[0]
	}
	return n
}

// draw is a specimen on its wallpaper, with its name.
func (s *specimen) draw(l look) image.Image {
	b := compositor.Arrange(s.input(l, sheetWidth, 2000)).Cells[0].Bounds
	w, h := b.W+2*margin, b.H+2*margin+caption
	if s.kind == tissue.KindPanel {
		w, h = sheetWidth-2*margin, b.H+margin+caption
	}
	in := s.input(l, w, h)
	scene := compositor.Paint(in, compositor.Arrange(in), nil, 0)
	t := text.Layout(text.Params{Text: s.name, Style: text.Style{Size: 11, Weight: 500}, Width: w - 8, Lines: 1})
	y := 6.0
	if s.kind == tissue.KindPanel {
		y = h - caption
	}
	ink := compositor.Theme(in.Doc).Or("muted", "")
	scene.Ops = t.Ops(scene.Ops, 8, y, scene.Scale, ink, paint.Rect{})
	return soft.Render(scene)
}

// sheet lays specimens out in rows.
func sheet(all []specimen, l look) image.Image {
	var pictures []image.Image
	var at []image.Point
	x, y, row := 0, 0, 0
	width := int(sheetWidth * l.scale)
	for i := range all {
		p := all[i].draw(l)
		size := p.Bounds().Size()
		if x > 0 && x+size.X > width {
			x, y, row = 0, y+row, 0
		}
		pictures, at = append(pictures, p), append(at, image.Pt(x, y))
		x, row = x+size.X, max(row, size.Y)
	}
	out := image.NewRGBA(image.Rect(0, 0, width, y+row))
	ground := compositor.Theme(&tissue.Document{Theme: l.theme})
	from, _ := ground.Ground()
	draw.Draw(out, out.Rect, image.NewUniform(rgba(from)), image.Point{}, draw.Src)
	for i, p := range pictures {
		draw.Draw(out, p.Bounds().Add(at[i]), p, image.Point{}, draw.Src)
	}
	return out
}
