package evolve

import (
	"fmt"

	"cellshell/compositor/theme"
	"cellshell/membrane/ui"
)

// enough is the contrast of text that "more contrast" asks for (WCAG 2, AAA).
const enough = 7

// standOut gives a node's text the colour that stands out most from what it is on; where that is not enough, what it is on
// goes further away from it.
func (s *subject) standOut(n *ui.Node) error {
	look := s.before.look(s.id, n)
	own := look.Background != "" || look.Variant == "primary" || n.Kind == ui.KindButton && look.Variant == ""
	on := s.before.hex(s.id, n.ID, "background", s.surface(n))
	text, ratio := farthest(on)
	if ratio == 0 {
		return fmt.Errorf("nobody can tell what colour %s is on", s.nodeLabel(n))
	}
	was := contrastOf(s.before.hex(s.id, n.ID, "text", now("text", look)), on)
	if look.Variant == "primary" && look.Background == "" && look.Color == "" {
		was = contrastOf(s.before.hex(s.id, n.ID, "text", "on-accent"), on)
	}
	by := -0.03
	if text == "#000000" {
		by = 0.03
	}
	tweaks := []tweak{word("Color", text, ui.Style{Color: text})}
	moved := on
	for own && contrastOf(text, moved) < enough {
		next, ok := lighten(moved, by)
		if !ok || next == moved {
			break
		}
		moved = next
	}
	if moved != on {
		tweaks = append(tweaks, word("Background", moved, ui.Style{Background: moved}))
	}
	if err := s.apply(n, tweaks...); err != nil {
		return err
	}
	id, node := s.id, n.ID
	s.expect("contrast of "+quoteName(s.nodeLabel(n)), func(_, after *Scene) (string, string, bool) {
		m := after.Node(id, node)
		if m == nil {
			return trim(was), "gone", false
		}
		is := contrastOf(after.hex(id, node, "text", after.look(id, m).Color), moved)
		return trim(round2(was)), trim(round2(is)), is >= min(enough, ratio)-0.05
	})
	return nil
}

// surface is the colour behind a node's text, as role or hex.
func (s *subject) surface(n *ui.Node) string {
	for at := n; at != nil; at = parentOf(s.cell.Tree, at) {
		look := s.before.look(s.id, at)
		switch {
		case look.Background != "" && look.Background != "transparent":
			return look.Background
		case look.Variant == "primary":
			return "accent"
		case at.Kind == ui.KindButton && look.Variant == "":
			return "raised"
		}
	}
	return "surface"
}

// farthest is black or white, whichever is farther from a colour, and their contrast; 0 for what is no #rrggbb.
func farthest(hex string) (text string, ratio float64) {
	white, black := contrastOf("#ffffff", hex), contrastOf("#000000", hex)
	if white >= black {
		return "#ffffff", white
	}
	return "#000000", black
}

func contrastOf(a, b string) float64 {
	x, ok1 := theme.Parse(a)
	y, ok2 := theme.Parse(b)
	if !ok1 || !ok2 {
		return 0
	}
	return theme.Contrast(x, y)
}
