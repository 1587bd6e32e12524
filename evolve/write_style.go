package evolve

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
)

// style gives a cell one of the looks its manifest names: constants of its source get the values listed there.
func (d *draft) style(a act.Act) error {
	s, err := d.about(act.Target{Cell: a.Target.Cell})
	if err != nil {
		return err
	}
	style := s.cell.Manifest.style(a.Args.Style)
	if style == nil {
		return fmt.Errorf("%s has no style %q; it has %s", s.name, a.Args.Style, s.cell.Manifest.styleNames())
	}
	if !s.isGo() {
		return fmt.Errorf("%s is not written in Go, so its constants cannot be changed here", s.name)
	}
	session, err := s.session(s.id)
	if err != nil {
		return err
	}
	d.route = act.RouteGene
	names := slices.Sorted(maps.Keys(style.Set))
	was := make([]string, len(names))
	for i, name := range names {
		was[i], _ = edit.Const(s.cell.Source, name)
		if err := session.SetConst(name, style.Set[name]); err != nil {
			var known bool
			if _, known = edit.Const(s.cell.Source, name); !known {
				return fmt.Errorf("%s was rewritten and no longer has %s, which the style %q sets", s.name, name, style.Name)
			}
			return err
		}
	}
	id := s.id
	for i, name := range names {
		want := canonical(style.Set[name])
		d.expect("style "+style.Name+": "+name, func(_, after *Scene) (string, string, bool) {
			c := after.Cells[id]
			if c == nil {
				return was[i], "gone", false
			}
			is, _ := edit.Const(c.Source, name)
			return was[i], is, canonical(is) == want
		})
	}
	if s.cell.Tree != nil && changesValue(names, was, style) {
		// A clock's tree differs from second to second in its digits, so what is drawn must differ, not just be there.
		d.expect("picture", func(before, after *Scene) (string, string, bool) {
			c := after.Cells[id]
			if c == nil || c.Tree == nil {
				return "drawn", "nothing", false
			}
			if bytes.Equal(picture(before.Cells[id].Tree), picture(c.Tree)) {
				return "drawn", "the same", false
			}
			return "drawn", "drawn anew", true
		})
	}
	return nil
}

func changesValue(names, was []string, style *Style) bool {
	for i, name := range names {
		if canonical(was[i]) != canonical(style.Set[name]) {
			return true
		}
	}
	return false
}

func canonical(expr string) string { return strings.Join(strings.Fields(expr), " ") }

// picture is what a tree shows, without where in the source it was made.
func picture(n *ui.Node) []byte {
	c := n.Clone()
	walkNodes(c, func(n *ui.Node) { n.Source, n.Via, n.Seq = "", nil, 0 })
	raw, err := json.Marshal(c)
	if err != nil {
		return []byte(err.Error())
	}
	return raw
}
