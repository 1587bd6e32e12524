package evolve

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"cellshell/evolve/act"
	"cellshell/evolve/edit"
	"cellshell/membrane/ui"
)

// joinedGap is the room between two nodes that come into a container of their own, logical pixels.
const joinedGap = 8

// reorder writes a goal into the source.
func (s *subject) reorder(g *goal, from, to *ui.Node) error {
	if !s.isGo() || s.node.Source == "" {
		return s.fixed(nil)
	}
	session, err := s.session(s.id)
	if err != nil {
		return err
	}
	pos, beside := s.handed(session, g.node, from), s.handed(session, g.beside, to)
	switch {
	case pos == "" && from == to && g.kind == "":
		i := indexOf(from, g.node)
		j := indexOf(from, g.beside)
		if g.after {
			j++
		}
		if i < j {
			j--
		}
		want := slices.Insert(slices.Delete(slices.Clone(from.Children), i, i+1), j, g.node)
		return s.loop(session, from, want)
	case pos == "" || beside == "":
		return s.fixed(edit.ErrNotAlone)
	case g.kind != "":
		kind := map[ui.Kind]string{ui.KindRow: "Row", ui.KindColumn: "Column"}[g.kind]
		err = session.Join(pos, beside, kind, joinedGap, g.after)
	default:
		err = session.Place(pos, beside, g.after)
	}
	return s.fixed(err)
}

// handed is the outermost of the calls that made a node and no other, where what it made is handed to the container; "" when
// there is none.
func (s *subject) handed(session *edit.Session, n, container *ui.Node) string {
	if n.Source == "" {
		return ""
	}
	around := append([]string{container.Source}, container.Via...)
	for _, pos := range slices.Backward(append([]string{n.Source}, n.Via...)) {
		if s.makers(pos) == 1 && session.In(pos, around...) {
			return pos
		}
	}
	return ""
}

// loop brings nodes that a loop makes of a list into another order.
func (s *subject) loop(session *edit.Session, parent *ui.Node, want []*ui.Node) error {
	err := edit.ErrNotAlone
	for _, pos := range append([]string{s.node.Source}, s.node.Via...) {
		var made []*ui.Node // by the call, in order
		for _, n := range parent.Children {
			if n.Source == pos || slices.Contains(n.Via, pos) {
				made = append(made, n)
			}
		}
		if len(made) < 2 || len(made) != s.makers(pos) {
			continue
		}
		var order []int
		for _, n := range want {
			if i := slices.Index(made, n); i >= 0 {
				order = append(order, i)
			}
		}
		for i, n := range want { // the others keep their places
			if slices.Contains(made, n) != slices.Contains(made, parent.Children[i]) {
				return s.fixed(edit.ErrComputed)
			}
		}
		if err = session.Loop(pos, order); err == nil {
			return nil
		}
	}
	return s.fixed(err)
}

// fixed says why the source does not allow another order.
func (s *subject) fixed(err error) error {
	switch {
	case err == nil && s.isGo() && s.node.Source != "":
		return nil
	case err == nil:
		return fmt.Errorf("the order inside %s is made by its program, which cannot be edited here", s.name)
	case errors.Is(err, edit.ErrComputed), errors.Is(err, edit.ErrNotAlone):
		return fmt.Errorf("the order inside %s is made by its program as it runs: in its source there is no list in which %s stands", s.name, s.label())
	case errors.Is(err, edit.ErrSometimes):
		return fmt.Errorf("%s is there only sometimes: its program decides that where it makes it, so it cannot stand elsewhere", s.label())
	}
	return fmt.Errorf("%s cannot stand there: %s", s.label(), strings.TrimPrefix(err.Error(), "edit: "))
}

// swapNodes lets two nodes of a cell change places.
func (s *subject) swapNodes(args act.Args) error {
	like := s.before.Node(s.id, args.LikeNode)
	if args.LikeCell != string(s.id) || like == nil {
		return fmt.Errorf("%s stays in %s: only things of one cell can change places", s.label(), s.name)
	}
	o := s.arranged()
	a, b := o.twins[s.node], o.twins[like]
	pa, pb := parentOf(o.root, a), parentOf(o.root, b)
	if a == b || pa == nil || pb == nil || holds(a, b) || holds(b, a) {
		return fmt.Errorf("%s cannot change places with what it is in", s.label())
	}
	return s.exchange(o, a, b)
}

// exchange writes into the source that two nodes change places.
func (s *subject) exchange(o *order, a, b *ui.Node) error {
	pa, pb := parentOf(o.root, a), parentOf(o.root, b)
	if !s.isGo() || s.node.Source == "" {
		return s.fixed(nil)
	}
	session, err := s.session(s.id)
	if err != nil {
		return err
	}
	if pos, other := s.handed(session, a, pa), s.handed(session, b, pb); pos != "" && other != "" {
		err = s.fixed(session.Exchange([]string{pos, other}, []int{1, 0}))
	} else if pa == pb {
		want := slices.Clone(pa.Children)
		i, j := indexOf(pa, a), indexOf(pa, b)
		want[i], want[j] = b, a
		err = s.loop(session, pa, want)
	} else {
		err = s.fixed(edit.ErrNotAlone)
	}
	if err != nil {
		return err
	}
	s.noteAll(pa, pb)
	o.exchange(a, b)
	return nil
}
