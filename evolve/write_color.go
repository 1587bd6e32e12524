package evolve

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/hsl"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// recolor paints a node, or gives a whole cell another accent.
func (d *draft) recolor(a act.Act) error {
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	if a.Args.LikeCell != "" {
		return s.recolorLike(a.Args)
	}
	if a.Args.Contrast != "" {
		if s.node == nil {
			return s.eachText(s.standOut)
		}
		return s.standOut(s.node)
	}
	if a.Args.Part == act.Exchanged {
		return s.exchangeColors()
	}
	if s.node == nil {
		return s.recolorCell(a.Args)
	}
	return s.recolorNode(s.node, a.Args)
}

// part says which part of a node of that kind a colour means when nobody said.
func part(n *ui.Node, said string) string {
	switch said {
	case "background", "text", "border", "accent":
		return said
	case "foreground", "color", "label":
		return "text"
	}
	switch n.Kind {
	case ui.KindText, ui.KindIcon, ui.KindDivider:
		return "text"
	case ui.KindToggle, ui.KindSlider, ui.KindProgress, ui.KindChart, ui.KindCanvas, ui.KindShader:
		return "accent"
	}
	return "background"
}

// painted returns the tweak that colours the part, and the style field it says.
func painted(part, color string, width float64) (tweak, string) {
	switch part {
	case "text":
		return word("Color", color, ui.Style{Color: color}), "color"
	case "accent":
		return word("Accent", color, ui.Style{Accent: color}), "accent"
	case "border":
		t := word("Border", color, ui.Style{Border: color, BorderWidth: num(width)})
		t.args = append(t.args, trim(width))
		return t, "border"
	}
	return word("Background", color, ui.Style{Background: color}), "background"
}

func (s *subject) recolorNode(n *ui.Node, args act.Args) error {
	if n.Kind == ui.KindImage {
		return errors.New("a picture has colours of its own")
	}
	p := part(n, args.Part)
	look := s.before.look(s.id, n)
	color, err := s.color(n.ID, p, now(p, look), args)
	if err != nil {
		return err
	}
	if p == "border" {
		return s.bordered(n, color, max(1, borderWidth(look, 2)))
	}
	t, field := painted(p, color, 0)
	if err := s.apply(n, t); err != nil {
		return err
	}
	s.expectColor(n, p, field, color)
	return nil
}

// now is the colour a part has in a style, as role or hex, with what the theme means where the style is silent.
func now(part string, look ui.Style) string {
	switch part {
	case "text":
		return first(look.Color, "text")
	case "accent":
		return first(look.Accent, "accent")
	case "border":
		return first(look.Border, "outline")
	}
	if look.Background == "" && look.Variant == "primary" {
		return "accent"
	}
	return first(look.Background, "raised")
}

func first(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}

// color returns the colour wanted: the one named, or the present one made lighter or darker.
func (s *subject) color(node, part, present string, args act.Args) (string, error) {
	if args.Color != "" {
		if !ui.ValidColor(args.Color) {
			return "", fmt.Errorf("%q is not a colour", args.Color)
		}
		if args.Lighten == 0 {
			return args.Color, nil
		}
		present = args.Color
	}
	if args.Saturate != 0 {
		return s.vivid(s.before.hex(s.id, node, part, present), args.Saturate)
	}
	if args.Lighten == 0 {
		return "", &unsure{text: "Which colour?", choices: []string{"blue", "green", "orange", "red"}}
	}
	hex := s.before.hex(s.id, node, part, present)
	out, ok := lighten(hex, args.Lighten)
	if !ok {
		return "", fmt.Errorf("the colour %s cannot be made lighter or darker here", present)
	}
	return out, nil
}

// recolorCell changes what accent means inside the cell, when the cell shows its accent and is not filled with a colour of
// its own; else its background. Of a window the accent is hardly to be seen: a yellow note is one on yellow paper. One that
// has an accent of that hue already is meant to be filled with it: nobody would see another light blue of its digits.
func (s *subject) recolorCell(args act.Args) error {
	root := s.cell.Tree
	switch args.Part {
	case "background", "border":
		if root == nil {
			return fmt.Errorf("%s shows nothing yet", s.name)
		}
		return s.recolorNode(root, args)
	case "text":
		return s.eachText(func(n *ui.Node) error { return s.recolorNode(n, args) })
	}
	id := s.id
	shade := args.Color == "" && args.Lighten != 0 && s.doc.Accent == "" // "make the counter darker" is said of what one sees of it
	if s.attempt == 0 && root != nil && (shade || s.doc.Kind == tissue.KindWindow || isHue(s.before.look(id, root).Background) || !showsAccent(s.before, id) || s.accented(args.Color)) {
		args.Part = "background"
		return s.recolorNode(root, args)
	}
	color, err := s.color("", "accent", "accent", args)
	if err != nil {
		return err
	}
	s.doc.Accent = color
	s.expect("accent", func(before, after *Scene) (string, string, bool) {
		was, is := before.hex(id, "", "accent", "accent"), after.hex(id, "", "accent", "accent")
		dc := after.Doc.Cells[id]
		return was, is, dc != nil && dc.Accent == color && is == after.hex(id, "", "accent", color)
	})
	return nil
}

// accented reports whether the accent of the cell is hardly another than a colour is.
func (s *subject) accented(color string) bool {
	if color == "" {
		return false
	}
	is, ok := channels(s.before.hex(s.id, "", "accent", "accent"))
	to, valid := channels(s.before.hex(s.id, "", "accent", color))
	if !ok || !valid {
		return false
	}
	h, _, l := hsl.Of(is)
	hue, _, light := hsl.Of(to)
	return hsl.Apart(h, hue) <= 20 && math.Abs(l-light) <= 0.12
}

// eachText calls f for every text and button of the cell, one for each call that makes them.
func (s *subject) eachText(f func(*ui.Node) error) error {
	seen := map[string]bool{}
	var err error
	found := false
	walkNodes(s.cell.Tree, func(n *ui.Node) {
		if n.Kind != ui.KindText && n.Kind != ui.KindButton && n.Kind != ui.KindToggle && n.Kind != ui.KindArea && n.Kind != ui.KindField || err != nil {
			return
		}
		found = true
		site := s.site(n, nil)
		if site != "" && seen[site] {
			return
		}
		seen[site] = true
		err = f(n)
	})
	if !found {
		return fmt.Errorf("%s shows no text", s.name)
	}
	return err
}

// expectColor expects that the part has the colour wanted, as it is drawn.
func (s *subject) expectColor(n *ui.Node, part, field, want string) {
	id, node := s.id, n.ID
	s.expect(partName(part)+" of "+quoteName(s.nodeLabel(n)), func(before, after *Scene) (string, string, bool) {
		was := before.hex(id, node, part, now(part, before.look(id, before.Node(id, node))))
		n := after.Node(id, node)
		if n == nil {
			return was, "gone", false
		}
		said := unquoteField(styleFields(after.look(id, n))[field])
		is := after.hex(id, node, part, said)
		return was, is, said != "" && strings.EqualFold(is, after.hex(id, node, part, want))
	})
}

func (s *subject) nodeLabel(n *ui.Node) string {
	if n.Text != "" && len(n.Text) <= 40 {
		return n.Text
	}
	return s.name + ": " + string(n.Kind)
}

func quoteName(s string) string { return "\"" + s + "\"" }

func unquoteField(s string) string {
	if s == "" {
		return ""
	}
	return unquote(s)
}

func partName(part string) string {
	if part == "text" {
		return "colour"
	}
	return part
}
