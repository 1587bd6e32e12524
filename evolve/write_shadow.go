package evolve

import (
	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// deepest is the highest that anything floats above the ground: a menu.
const deepest = 3.0

// shadow lifts a node or a cell off the ground, or lays it flat.
func (d *draft) shadow(a act.Act) error {
	s, n, err := d.shown(a.Target)
	if err != nil {
		return err
	}
	if s.doc.Kind == tissue.KindPanel && n == s.cell.Tree {
		return refuse("The bar lies flat on the edge of the desktop: it casts no shadow.")
	}
	look := d.before.look(s.id, n)
	if ground := look.Background; ground == "transparent" && look.Border == "" {
		return refuse("%s is transparent, so nothing there could cast a shadow. Give it a background first.", s.label())
	}
	now := numberOr(look.Shadow, s.height(n))
	want := min(deepest, now+1)
	switch {
	case a.Args.Off():
		want = 0
	case a.Args.Value > 0:
		want = min(deepest, a.Args.Value)
	case a.Args.Factor > 0 && a.Args.Factor < 1:
		want = max(0.5, now/2)
	}
	if want == now {
		return &already{s.label() + map[bool]string{true: " casts no shadow", false: " casts such a shadow"}[want == 0] + " already."}
	}
	if err := s.apply(n, px("Shadow", want, ui.Style{Shadow: num(want)})); err != nil {
		return err
	}
	s.expectStyle(n, "shadow", "shadow", quoted(want))
	return nil
}

// height is how high above the ground a node stands where nothing is said of it.
func (s *subject) height(n *ui.Node) float64 {
	if n != s.cell.Tree {
		return 0
	}
	switch s.doc.Kind {
	case tissue.KindWindow:
		return 2
	case tissue.KindOverlay:
		return deepest
	}
	return 1
}
