package evolve

import (
	"fmt"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
)

// border draws a line around a node or a cell.
func (d *draft) border(a act.Act) error {
	s, n, err := d.shown(a.Target)
	if err != nil {
		return err
	}
	look := d.before.look(s.id, n)
	color := first(a.Args.Color, look.Border, "accent")
	if a.Args.Factor > 0 {
		color = first(a.Args.Color, look.Border, "outline") // what is thinner or thicker is the line that is there
	}
	if !ui.ValidColor(color) {
		return fmt.Errorf("%q is not a colour", color)
	}
	width := borderWidth(look, 2)
	if a.Args.Pixels > 0 {
		width = min(a.Args.Pixels, 100)
	}
	if a.Args.Factor > 0 {
		width = clamp(borderWidth(look, 1)*a.Args.Factor, 0.5, 100)
	}
	if a.Args.Off() {
		width = 0
	}
	return s.bordered(n, color, width)
}

func (s *subject) bordered(n *ui.Node, color string, width float64) error {
	t, field := painted("border", color, width)
	if err := s.apply(n, t); err != nil {
		return err
	}
	if width > 0 { // one that is gone has no colour to be told
		s.expectColor(n, "border", field, color)
	}
	s.expectStyle(n, "border width", "border_width", quoted(width))
	return nil
}

func borderWidth(look ui.Style, other float64) float64 {
	if look.BorderWidth == nil || *look.BorderWidth == 0 {
		return other
	}
	return *look.BorderWidth
}
