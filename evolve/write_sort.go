package evolve

import (
	"fmt"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
)

// arrangeNodes brings what a container holds into an order, or makes a row of a column.
func (d *draft) arrangeNodes(a act.Act) error {
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	o := s.arranged()
	p := o.twins[s.node]
	if len(p.Children) < 2 {
		return fmt.Errorf("%s holds nothing to arrange", s.label())
	}
	if !s.isGo() || p.Source == "" {
		return s.fixed(nil)
	}
	switch a.Args.Layout {
	case "row", "column":
		return s.turn(o, p, a.Args.Layout)
	case "az", "za", "reverse":
		return s.sort(o, p, a.Args.Layout)
	}
	return fmt.Errorf("nobody knows how to arrange %s as %q", s.label(), a.Args.Layout)
}

// sort changes the places of the labelled things in a container; what has no label keeps its own.
func (s *subject) sort(o *order, p *ui.Node, how string) error {
	var kind ui.Kind
	count := map[ui.Kind]int{}
	for _, n := range p.Children { // the kind of which there are most
		if count[n.Kind]++; count[n.Kind] > count[kind] {
			kind = n.Kind
		}
	}
	var places []int
	var sorted []*ui.Node
	for i, n := range p.Children {
		if n.Kind == kind {
			places, sorted = append(places, i), append(sorted, n)
		}
	}
	was := slices.Clone(sorted)
	switch how {
	case "reverse":
		slices.Reverse(sorted)
	default:
		slices.SortStableFunc(sorted, func(a, b *ui.Node) int {
			by := strings.Compare(strings.ToLower(a.Text), strings.ToLower(b.Text))
			if how == "za" {
				return -by
			}
			return by
		})
	}
	if slices.Equal(was, sorted) {
		s.keep = true
		return nil
	}
	session, err := s.session(s.id)
	if err != nil {
		return err
	}
	want := slices.Clone(p.Children)
	var pos []string
	var from []int
	for i, n := range sorted {
		want[places[i]] = n
		if at := s.handed(session, was[i], p); at != "" {
			pos = append(pos, at)
		}
		from = append(from, slices.Index(was, n))
	}
	s.node = was[0] // of which the reasons speak
	if len(pos) == len(was) {
		err = s.fixed(session.Exchange(pos, from))
	} else {
		err = s.loop(session, p, want)
	}
	if err != nil {
		return err
	}
	s.noteAll(p)
	labels := func(list []*ui.Node) string {
		var out []string
		for _, n := range list {
			if n.Kind == kind && n.Text != "" {
				out = append(out, n.Text)
			}
		}
		return strings.Join(out, " ")
	}
	o.was, o.told = labels(p.Children), labels(want)
	p.Children = want
	o.touched = append(o.touched, p)
	return nil
}

// turn makes a container a row or a column.
func (s *subject) turn(o *order, p *ui.Node, layout string) error {
	kind, name := ui.KindColumn, "Column"
	if layout == "row" {
		kind, name = ui.KindRow, "Row"
	}
	if p.Kind == kind {
		s.keep = true
		return nil
	}
	if p.Kind != ui.KindRow && p.Kind != ui.KindColumn {
		return fmt.Errorf("the things in %s stand in a %s, not in a row or column", s.name, p.Kind)
	}
	session, err := s.session(s.id)
	if err != nil {
		return err
	}
	if s.makers(p.Source) > 1 {
		return s.fixed(edit.ErrNotAlone)
	}
	if err := session.Constructor(p.Source, name); err != nil {
		return s.fixed(err)
	}
	s.noteAll(p)
	o.was, o.told = string(p.Kind), layout
	p.Kind = kind
	o.touched = append(o.touched, p)
	first, second := p.Children[0], p.Children[1]
	id := s.id
	s.expect("in a "+layout, func(_, after *Scene) (string, string, bool) {
		names := o.names()
		a, b := after.inCell(id, names[first]), after.inCell(id, names[second])
		beside := sides["right-of"](b, a)
		return "", layout, !a.Empty() && !b.Empty() && (beside == (layout == "row")) && (layout == "row" || sides["below"](b, a))
	})
	return nil
}
