package evolve

import (
	"reflect"
	"slices"
	"strconv"

	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// tweak is one change of a node's look in its two forms: a modifier in the source, a style over it in the tissue.
type tweak struct {
	method string
	args   []string // Go expressions
	factor float64  // instead of args: multiply, starting from els
	els    float64
	style  ui.Style // the same as an override
	drops  []string // modifiers that would speak against it
}

func num(v float64) *float64 { return &v }

func px(method string, v float64, style ui.Style) tweak {
	return tweak{method: method, args: []string{edit.Number(v)}, style: style}
}

func word(method, v string, style ui.Style) tweak {
	return tweak{method: method, args: []string{strconv.Quote(v)}, style: style}
}

// times multiplies a number of the style that is now cur.
func times(method string, cur, factor float64, style ui.Style) tweak {
	return tweak{method: method, factor: factor, els: cur, style: style}
}

// look is the node's style with the tissue's overrides merged in.
func (s *Scene) look(id tissue.CellID, n *ui.Node) ui.Style {
	if n == nil {
		return ui.Style{}
	}
	style := n.Style
	if dc := s.Doc.Cells[id]; dc != nil {
		if o, ok := dc.Overrides[n.ID]; ok {
			style = style.Merge(o)
		}
		if c := s.Cells[id]; c != nil && n == c.Tree {
			if o, ok := dc.Overrides[""]; ok {
				style = style.Merge(o)
			}
		}
	}
	return style
}

// shownText is the node's text with the tissue's override.
func (s *Scene) shownText(id tissue.CellID, n *ui.Node) string {
	if dc := s.Doc.Cells[id]; dc != nil {
		if t, ok := dc.TextOverrides[n.ID]; ok {
			return t
		}
	}
	return n.Text
}

// shownTooltip is what is shown while the pointer rests on the node, with the tissue's override.
func (s *Scene) shownTooltip(id tissue.CellID, n *ui.Node) string {
	if dc := s.Doc.Cells[id]; dc != nil {
		if t, ok := dc.TooltipOverrides[n.ID]; ok {
			return t
		}
	}
	return n.Tooltip
}

// apply changes the look of a node: in the source where the call that made it is known, as an override elsewhere.
func (s *subject) apply(n *ui.Node, tweaks ...tweak) error {
	if pos := s.site(n, tweaks); pos != "" {
		session, err := s.session(s.id)
		if err == nil {
			err = session.Modify(pos, mods(tweaks)...)
		}
		if err == nil {
			s.shared(n, pos)
			return nil
		}
	}
	s.override(n, tweaks)
	return nil
}

func mods(tweaks []tweak) []edit.Mod {
	var out []edit.Mod
	for _, t := range tweaks {
		for _, d := range t.drops {
			out = append(out, edit.Drop(d))
		}
		if t.factor != 0 {
			out = append(out, edit.Times(t.method, t.factor, t.els))
			continue
		}
		out = append(out, edit.Set(t.method, t.args...))
	}
	return out
}

// site chooses the position to edit, "" when it cannot be the source. A node may have several: its constructor and the
// calls of the cell's own functions around it. One that already says the modifier wins (the outermost, for it has the last
// word); else the innermost that makes this node alone; else the constructor.
func (s *subject) site(n *ui.Node, tweaks []tweak) string {
	if !s.isGo() || n.Source == "" {
		return ""
	}
	if o := s.overridden(n); len(tweaks) > 0 { // it would hide the edit
		for _, t := range tweaks {
			if overlaps(o, t.style) {
				return ""
			}
		}
	}
	session, err := s.session(s.id)
	if err != nil {
		return ""
	}
	all := append([]string{n.Source}, n.Via...)
	for _, pos := range slices.Backward(all) {
		for _, t := range tweaks {
			if session.Has(pos, t.method) {
				return s.unlessOnly(pos)
			}
		}
	}
	for _, pos := range all {
		if s.makers(pos) == 1 {
			return pos
		}
	}
	return s.unlessOnly(n.Source)
}

// overridden is what the tissue lays over the node.
func (s *subject) overridden(n *ui.Node) ui.Style {
	o := s.doc.Overrides[n.ID]
	if n == s.cell.Tree {
		o = o.Merge(s.doc.Overrides[""])
	}
	return o
}

func (s *subject) unlessOnly(pos string) string {
	if s.only && s.makers(pos) > 1 {
		return ""
	}
	return pos
}

// makers counts the nodes on screen that the call at pos made.
func (s *subject) makers(pos string) int {
	count := 0
	walkNodes(s.cell.Tree, func(n *ui.Node) {
		if n.Source == pos || slices.Contains(n.Via, pos) {
			count++
		}
	})
	return count
}

// shared notes every node that an edit at pos changes.
func (s *subject) shared(n *ui.Node, pos string) {
	s.note(s.id, n.ID)
	walkNodes(s.cell.Tree, func(m *ui.Node) {
		if m.Source == pos || slices.Contains(m.Via, pos) {
			s.note(s.id, m.ID)
		}
	})
}

// override lays the look over the node in the tissue.
func (s *subject) override(n *ui.Node, tweaks []tweak) {
	if s.doc.Overrides == nil {
		s.doc.Overrides = map[string]ui.Style{}
	}
	key := n.ID
	if n == s.cell.Tree {
		key = "" // the root, whatever a later generation makes of it
	}
	style := s.doc.Overrides[key]
	for _, t := range tweaks {
		style = style.Merge(t.style)
	}
	s.doc.Overrides[key] = style
	s.note(s.id, n.ID)
}

// unlay takes from what the tissue lays over the node the fields that a style says.
func (s *subject) unlay(n *ui.Node, fields ui.Style) {
	keys := []string{n.ID}
	if n == s.cell.Tree {
		keys = append(keys, "")
	}
	gone := reflect.ValueOf(fields)
	for _, key := range keys {
		o, ok := s.doc.Overrides[key]
		if !ok {
			continue
		}
		left := reflect.ValueOf(&o).Elem()
		for i := range left.NumField() {
			if !gone.Field(i).IsZero() {
				left.Field(i).SetZero()
			}
		}
		if s.doc.Overrides[key] = o; o == (ui.Style{}) {
			delete(s.doc.Overrides, key)
		}
	}
	s.note(s.id, n.ID)
}

// unmake takes a modifier from the calls that made the node. It reports false where none of them has it, or others than the
// node would lose it too and only that is meant.
func (s *subject) unmake(n *ui.Node, method string) (bool, error) {
	if !s.isGo() || n.Source == "" {
		return false, nil
	}
	session, err := s.session(s.id)
	if err != nil {
		return false, nil //nolint:nilerr // a source that cannot be edited has an override laid over it instead
	}
	dropped := false
	for _, pos := range append([]string{n.Source}, n.Via...) {
		if !session.Has(pos, method) || s.unlessOnly(pos) == "" {
			continue
		}
		if err := session.Modify(pos, edit.Drop(method)); err != nil {
			return false, err
		}
		s.shared(n, pos)
		dropped = true
	}
	return dropped, nil
}

// overlaps reports whether two styles say the same field.
func overlaps(a, b ui.Style) bool {
	x, y := styleFields(a), styleFields(b)
	for name := range y {
		if _, ok := x[name]; ok {
			return true
		}
	}
	return false
}
