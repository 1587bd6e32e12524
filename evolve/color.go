package evolve

import (
	"cellshell/evolve/hsl"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// hex is the colour that a part of a node is drawn in, #rrggbb; the name itself where nobody can tell.
func (s *Scene) hex(id tissue.CellID, node, part, color string) string {
	if s.Resolve != nil && color != "" {
		ink, fill := s.Resolve(id, node, color)
		if h := map[bool]string{true: fill, false: ink}[part == "background" || part == "border"]; h != "" {
			return h
		}
	}
	return color
}

// showsAccent reports whether anything that can be seen of the cell is drawn in its accent.
func showsAccent(s *Scene, id tissue.CellID) bool {
	c := s.Cells[id]
	if c == nil {
		return false
	}
	shows := false
	walkNodes(c.Tree, func(n *ui.Node) {
		if relative(c, n.ID).Empty() { // scrolled away
			return
		}
		look := s.look(id, n)
		if look.Color == "accent" || look.Background == "accent" || look.Border == "accent" {
			shows = true
		}
		switch n.Kind {
		case ui.KindToggle, ui.KindSlider, ui.KindProgress:
			shows = shows || look.Accent == ""
		case ui.KindButton:
			shows = shows || look.Variant == "primary" && look.Background == ""
		case ui.KindChart:
			for i, series := range n.Series {
				shows = shows || series.Color == "accent" || series.Color == "" && i == 0
			}
		case ui.KindCanvas:
			for _, p := range n.Paint {
				shows = shows || p.Fill == "accent" || p.Stroke == "accent"
			}
		case ui.KindShader:
			for _, u := range n.Shader.Uniforms {
				shows = shows || u.Color == "accent"
			}
		}
	})
	return shows
}

// isHue reports whether a colour is one that somebody chose, and not the theme's.
func isHue(color string) bool {
	switch color {
	case "", "text", "muted", "surface", "raised", "sunken", "outline", "accent", "on-accent", "success", "warning", "danger", "transparent":
		return false
	}
	return true
}

// lighten moves the lightness of #rrggbb[aa] by d, −1 to 1, keeping hue and saturation.
func lighten(hex string, d float64) (string, bool) {
	c, ok := channels(hex)
	if !ok {
		return "", false
	}
	h, sat, l := hsl.Of(c)
	return hexOf(hsl.RGB(h, sat, clamp(l+d, 0, 1))) + hex[len("#rrggbb"):], true
}
