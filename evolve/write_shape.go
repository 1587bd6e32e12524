package evolve

import (
	"fmt"
	"math"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// shape rounds corners, or makes a circle.
func (d *draft) shape(a act.Act) error {
	s, n, err := d.shown(a.Target)
	if err != nil {
		return err
	}
	if !a.Args.Circle {
		r := 12.0
		if a.Args.Radius != nil {
			r = clamp(*a.Args.Radius, 0, 1000)
		}
		switch now := numberOr(d.before.look(s.id, n).Radius, s.rounding(n)); {
		case a.Args.Than == "rounder" && r <= now && now < 999:
			r = math.Round(now * map[bool]float64{true: 1.25, false: 1.5}[r < 12])
		case a.Args.Than == "sharper" && r >= now:
			r = math.Floor(now / 2)
		}
		if err := s.apply(n, px("Radius", r, ui.Style{Radius: num(r)})); err != nil {
			return err
		}
		s.expectStyle(n, "corner radius", "radius", quoted(r))
		return nil
	}
	box, ok := d.before.NodeBounds(s.id, n.ID)
	if !ok || box.Empty() {
		return fmt.Errorf("%s is not on the screen, so it has no size to make round", s.label())
	}
	side := max(box.W, box.H)
	at := *s
	at.node = n
	v := round2(side / (at.unit() * orOne(d.before.look(s.id, n).Scale)))
	err = s.apply(n,
		px("Width", v, ui.Style{Width: num(v)}), px("Height", v, ui.Style{Height: num(v)}),
		px("Radius", round2(v/2), ui.Style{Radius: num(round2(v / 2))}))
	if err != nil {
		return err
	}
	s.expectStyle(n, "corner radius", "radius", quoted(round2(v/2)))
	s.expectSize(n.ID, act.Args{}, Rect{W: side, H: side})
	return nil
}

// rounding is the radius of a node's corners where it says none, as the compositor draws it.
func (s *subject) rounding(n *ui.Node) float64 {
	if n == s.cell.Tree {
		switch s.doc.Kind {
		case tissue.KindPanel, tissue.KindWallpaper:
			return 0
		case tissue.KindWindow:
			return 12
		}
		return 16
	}
	switch n.Kind {
	case ui.KindText:
		return 6
	case ui.KindButton, ui.KindField, ui.KindArea:
		return 9
	case ui.KindRow, ui.KindColumn, ui.KindGrid, ui.KindStack, ui.KindScroll, ui.KindList, ui.KindChart, ui.KindCanvas, ui.KindShader:
		return 10
	}
	return 0
}

// spacing changes the room inside a node or between its children.
func (d *draft) spacing(a act.Act) error {
	if a.Args.Part == lettersPart || a.Args.Part == linesPart {
		return d.textRoom(a)
	}
	s, n, err := d.shown(a.Target)
	if err != nil {
		return err
	}
	look := d.before.look(s.id, n)
	if a.Args.Part == "gap" || a.Args.Part == "between" {
		v, err := spaced(a.Args, numberOr(look.Gap, 8))
		if err != nil {
			return err
		}
		if len(n.Children) == 0 {
			return fmt.Errorf("a %s has nothing inside to space out", n.Kind)
		}
		if err := s.apply(n, px("Gap", v, ui.Style{Gap: num(v)})); err != nil {
			return err
		}
		s.expectStyle(n, "gap", "gap", quoted(v))
		return nil
	}
	x, y := padding(n, look, n == s.cell.Tree)
	vx, err := spaced(a.Args, x)
	if err != nil {
		return err
	}
	vy, err := spaced(a.Args, y)
	if err != nil {
		return err
	}
	if h := look.Height; h != nil && 2*vy > *h-numberOr(look.Size, 14) {
		vy = y // as high as it is said to be: there is no more room above and below
	}
	if vx == vy {
		t := px("Padding", vx, ui.Style{Padding: num(vx)})
		t.drops = []string{"PadX", "PadY"}
		if err := s.apply(n, t); err != nil {
			return err
		}
		s.expectStyle(n, "padding", "padding", quoted(vx))
		return nil
	}
	if err := s.apply(n, px("PadX", vx, ui.Style{PadX: num(vx)}), px("PadY", vy, ui.Style{PadY: num(vy)})); err != nil {
		return err
	}
	s.expectStyle(n, "padding left and right", "pad_x", quoted(vx))
	s.expectStyle(n, "padding above and below", "pad_y", quoted(vy))
	return nil
}

func spaced(args act.Args, cur float64) (float64, error) {
	switch {
	case args.Off():
		return 0, nil
	case args.Value != 0:
		return clamp(cur+args.Value, 0, 1000), nil
	case args.Pixels > 0 || args.Factor == 0:
		return clamp(args.Pixels, 0, 1000), nil
	case cur == 0 && args.Factor > 1:
		return round2(8 * args.Factor), nil
	}
	v := round2(cur * args.Factor)
	if math.IsNaN(v) || v > 1000 {
		return 0, fmt.Errorf("a padding of %s pixels is too much", trim(v))
	}
	return v, nil
}

// padding is the room inside a node now, with the theme's own where the style is silent.
func padding(n *ui.Node, look ui.Style, root bool) (x, y float64) {
	switch {
	case root && n.Kind != ui.KindButton:
		x, y = 16, 16
	case n.Kind == ui.KindButton:
		x, y = 16, 8
	case n.Kind == ui.KindField:
		x, y = 12, 8
	case n.Kind == ui.KindArea:
		x, y = 12, 10
	case look.Background != "" || look.Border != "":
		x, y = 12, 12
	}
	if look.Padding != nil {
		x, y = *look.Padding, *look.Padding
	}
	return numberOr(look.PadX, x), numberOr(look.PadY, y)
}

func numberOr(p *float64, other float64) float64 {
	if p == nil {
		return other
	}
	return *p
}

// opacity makes a node or a cell more or less see-through.
func (d *draft) opacity(a act.Act) error {
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	v := round2(clamp(a.Args.Value, 0, 1))
	if s.node != nil {
		if err := s.apply(s.node, tweak{method: "Opacity", args: []string{edit.Number(v)}, style: ui.Style{Opacity: num(v)}}); err != nil {
			return err
		}
		s.expectStyle(s.node, "opacity", "opacity", quoted(v))
		return nil
	}
	if v < 0.05 {
		return &unsure{text: fmt.Sprintf("%s could not be seen any more. Remove it instead?", s.name), choices: []string{"remove " + s.name}}
	}
	s.doc.Opacity = v
	if v == 1 {
		s.doc.Opacity = 0
	}
	id := s.id
	s.expect("opacity", func(before, after *Scene) (string, string, bool) {
		is := cellOpacity(after, id)
		return percent(cellOpacity(before, id)), percent(is), is == v
	})
	return nil
}

func cellOpacity(s *Scene, id tissue.CellID) float64 {
	c := s.Doc.Cells[id]
	if c == nil || c.Opacity == 0 {
		return 1
	}
	return c.Opacity
}

func percent(v float64) string { return fmt.Sprintf("%.0f %%", v*100) }
