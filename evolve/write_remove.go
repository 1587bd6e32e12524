package evolve

import (
	"fmt"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// remove takes a cell off the desktop, or a node out of its cell.
func (d *draft) remove(a act.Act) error {
	s, err := d.about(a.Target)
	if err != nil {
		return err
	}
	if s.node != nil && !s.root {
		return s.removeNode()
	}
	delete(d.doc.Cells, s.id)
	delete(d.sources, s.id)
	delete(d.sessions, s.id)
	id := s.id
	if s.doc.Kind == tissue.KindPanel {
		d.makesRoom(id)
	}
	d.expect("on the desktop", func(before, after *Scene) (string, string, bool) {
		was := boxText(before.Cells[id].Bounds)
		if c := after.Cells[id]; c != nil {
			return was, boxText(c.Bounds), false
		}
		return was, "gone", true
	})
	return nil
}

// alone does an edit at the innermost of the calls that led to the node, of those that make no other node, where it can be
// done.
func (s *subject) alone(edited func(pos string) error) error {
	err := edit.ErrNotAlone
	for _, pos := range append([]string{s.node.Source}, s.node.Via...) {
		if s.makers(pos) == 1 {
			if err = edited(pos); err == nil {
				break
			}
		}
	}
	return err
}

func (s *subject) removeNode() error {
	if !s.isGo() || s.node.Source == "" {
		return fmt.Errorf("%s is drawn by a program that cannot be edited here", s.label())
	}
	session, err := s.session(s.id)
	if err != nil {
		return err
	}
	if err := s.alone(session.Remove); err != nil {
		return fmt.Errorf("%s cannot be taken out: its call makes other nodes too", s.label())
	}
	id, count, kind, text := s.id, 0, s.node.Kind, s.node.Text
	same := func(sc *Scene) int {
		n := 0
		if c := sc.Cells[id]; c != nil {
			walkNodes(c.Tree, func(m *ui.Node) {
				if m.Kind == kind && m.Text == text {
					n++
				}
			})
		}
		return n
	}
	count = same(s.before)
	if p := parentOf(s.cell.Tree, s.node); p != nil {
		for _, n := range p.Children { // those that are counted get another id; all others can be told from before
			if n == s.node || n.Key == "" && s.node.Key == "" && n.Kind == kind {
				walkNodes(n, func(n *ui.Node) { s.note(id, n.ID) })
			}
		}
	}
	s.expect("nodes like "+quoteName(s.nodeLabel(s.node)), func(_, after *Scene) (string, string, bool) {
		is := same(after)
		return fmt.Sprint(count), fmt.Sprint(is), is == count-1
	})
	return nil
}
