package evolve

import (
	"fmt"
	"math"
	"strconv"

	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// hex is the colour as drawn inside a node, #rrggbb; the name itself where nobody can tell.
func (s *Scene) hex(id tissue.CellID, node, color string) string {
	if s.Resolve != nil && color != "" {
		if h := s.Resolve(id, node, color); h != "" {
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
	case "", "text", "muted", "surface", "raised", "sunken", "outline", "accent", "on-accent", "transparent":
		return false
	}
	return true
}

// lighten moves the lightness of #rrggbb[aa] by d, −1 to 1, keeping hue and saturation.
func lighten(hex string, d float64) (string, bool) {
	if len(hex) != 7 && len(hex) != 9 || hex[0] != '#' {
		return "", false
	}
	v, err := strconv.ParseUint(hex[1:7], 16, 32)
	if err != nil {
		return "", false
	}
	h, s, l := toHSL(float64(v>>16)/255, float64(v>>8&255)/255, float64(v&255)/255)
	r, g, b := fromHSL(h, s, clamp(l+d, 0, 1))
	return fmt.Sprintf("#%02x%02x%02x", to255(r), to255(g), to255(b)) + hex[7:], true
}

func to255(v float64) int { return int(math.Round(clamp(v, 0, 1) * 255)) }

func toHSL(r, g, b float64) (h, s, l float64) {
	hi, lo := max(r, g, b), min(r, g, b)
	l = (hi + lo) / 2
	d := hi - lo
	if d == 0 {
		return 0, 0, l
	}
	s = d / (1 - math.Abs(2*l-1))
	switch hi {
	case r:
		h = math.Mod((g-b)/d+6, 6)
	case g:
		h = (b-r)/d + 2
	default:
		h = (r-g)/d + 4
	}
	return h, s, l
}

func fromHSL(h, s, l float64) (r, g, b float64) {
	c := (1 - math.Abs(2*l-1)) * s
	x := c * (1 - math.Abs(math.Mod(h, 2)-1))
	m := l - c/2
	switch int(h) {
	case 0:
		r, g = c, x
	case 1:
		r, g = x, c
	case 2:
		g, b = c, x
	case 3:
		g, b = x, c
	case 4:
		r, b = x, c
	default:
		r, b = c, x
	}
	return r + m, g + m, b + m
}
