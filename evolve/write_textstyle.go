package evolve

import (
	"fmt"
	"math"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// textStyle changes how text looks: its size, weight, slant, font, case, line below, alignment.
func (d *draft) textStyle(a act.Act) error {
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	if s.doc.Kind == tissue.KindPanel {
		defer d.makesRoom(s.id) // larger letters make a thicker bar; told last
	}
	style := func(n *ui.Node) error {
		tweaks, err := s.textTweaks(n, a.Args)
		if err != nil {
			return err
		}
		if err := s.apply(n, tweaks...); err != nil {
			return err
		}
		for _, t := range tweaks {
			for field, want := range styleFields(t.style) {
				s.expectStyle(n, textFields[field]+" of "+quoteName(s.nodeLabel(n)), field, want)
			}
		}
		return nil
	}
	return s.textsOf(style)
}

// textsOf calls f for the node that the act is about, or, where that holds others or is the cell, for each text in it.
func (s *subject) textsOf(f func(*ui.Node) error) error {
	if s.node != nil && len(s.node.Children) == 0 {
		return f(s.node)
	}
	if s.node != nil {
		inside := *s
		part := *s.cell
		part.Tree = s.node
		inside.cell = &part
		return inside.eachText(f)
	}
	return s.eachText(f)
}

var textFields = map[string]string{
	"size": "font size", "weight": "weight", "italic": "italic", "font": "font", "case": "case", "underline": "underline", "strike": "line through",
	"text_align": "alignment", "scale": "scale",
}

// textTweaks translates the arguments for one node.
func (s *subject) textTweaks(n *ui.Node, args act.Args) ([]tweak, error) {
	look := s.before.look(s.id, n)
	var out []tweak
	size := args.Size
	switch {
	case args.Pixels != 0:
		size = wholePixels(defaultSize(n, look) + args.Pixels)
	case args.Factor > 0:
		size = wholePixels(defaultSize(n, look) * args.Factor)
	}
	if size > 0 {
		if size < 4 || size > 2000 || math.IsNaN(size) {
			return nil, refuse("A font of %s pixels is not readable: it goes from 4 to 2000.", trim(size))
		}
		out = append(out, px("Size", size, ui.Style{Size: num(size)}))
	}
	if args.Weight > 0 {
		w := clamp(args.Weight, 100, 900)
		t := px("Weight", w, ui.Style{Weight: num(w)})
		t.drops = []string{"Bold"}
		out = append(out, t)
	}
	flag := func(method string, on *bool, style func(*bool) ui.Style) error {
		if on == nil {
			return nil
		}
		t := tweak{method: method, style: style(on)}
		if !*on {
			return s.unflag(n, t, method)
		}
		out = append(out, t)
		return nil
	}
	if err := flag("Italic", args.Italic, func(b *bool) ui.Style { return ui.Style{Italic: b} }); err != nil {
		return nil, err
	}
	if err := flag("Underline", args.Under, func(b *bool) ui.Style { return ui.Style{Underline: b} }); err != nil {
		return nil, err
	}
	if err := flag("Strike", args.Strike, func(b *bool) ui.Style { return ui.Style{Strike: b} }); err != nil {
		return nil, err
	}
	switch args.Font {
	case "":
	case "mono":
		out = append(out, tweak{method: "Mono", style: ui.Style{Font: "mono"}})
	default:
		if err := s.unflag(n, tweak{style: ui.Style{Font: "sans"}}, "Mono"); err != nil {
			return nil, err
		}
	}
	switch args.Case {
	case "upper":
		out = append(out, tweak{method: "Upper", style: ui.Style{Case: "upper"}, drops: []string{"Lower"}})
	case "lower":
		out = append(out, tweak{method: "Lower", style: ui.Style{Case: "lower"}, drops: []string{"Upper"}})
	}
	if args.Align != "" {
		align, ok := map[string]string{"left": "start", "start": "start", "center": "center", "right": "end", "end": "end"}[args.Align]
		if !ok {
			return nil, fmt.Errorf("text cannot be aligned %q", args.Align)
		}
		t := word("TextAlign", align, ui.Style{TextAlign: align})
		if n.Kind == ui.KindText {
			t.drops = []string{"Center"}
		}
		out = append(out, t)
	}
	return out, nil
}

// unflag takes a modifier out of the source, and where the look still has it, lays the contrary over it.
func (s *subject) unflag(n *ui.Node, t tweak, method string) error {
	field := ""
	for f := range styleFields(t.style) {
		field = f
	}
	want := styleFields(t.style)[field]
	dropped := false
	if pos := s.site(n, []tweak{{method: method, style: t.style}}); pos != "" {
		session, err := s.session(s.id)
		if err == nil && session.Has(pos, method) {
			if err := session.Modify(pos, edit.Drop(method)); err != nil {
				return err
			}
			s.shared(n, pos)
			dropped = true
		}
	}
	if !dropped {
		s.override(n, []tweak{t})
	}
	id, node := s.id, n.ID
	s.expect(textFields[field]+" of "+quoteName(s.nodeLabel(n)), func(before, after *Scene) (string, string, bool) {
		was := styleFields(before.look(id, before.Node(id, node)))[field]
		is := styleFields(after.look(id, after.Node(id, node)))[field]
		return unquote(was), unquote(is), after.Node(id, node) != nil && (is == "" || is == want)
	})
	return nil
}

// defaultSize is the size of the node's text now.
func defaultSize(n *ui.Node, look ui.Style) float64 {
	if look.Size != nil && *look.Size > 0 {
		return *look.Size
	}
	switch n.Kind {
	case ui.KindSlider, ui.KindProgress, ui.KindChart:
		return 13
	case ui.KindIcon:
		return 20
	}
	return 14
}
