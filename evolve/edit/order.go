package edit

import (
	"errors"
	"fmt"
	"slices"

	"github.com/dave/dst"
)

// ErrSometimes says that nodes are made in different branches of a program: which of them are there is decided as it runs.
var ErrSometimes = errors.New("edit: the nodes are made in different branches of the program")

// Exchange puts nodes into each other's places: where the call at pos[i] made a node, that of pos[order[i]] stands afterwards.
// All of them must be made in one block, whatever is written between them.
func (s *Session) Exchange(pos []string, order []int) (err error) {
	defer guard(&err)
	slots := make([]*slot, len(pos))
	exprs := make([]dst.Expr, len(pos))
	for i, p := range pos {
		if slots[i], err = s.slot(p); err != nil {
			return err
		}
		exprs[i] = slots[i].expr()
	}
	for _, o := range slots[1:] {
		if o.block != slots[0].block {
			return ErrSometimes
		}
	}
	r := roomsOf(exprs)
	put := make([]dst.Expr, len(exprs))
	for i, from := range order {
		put[i] = exprs[from]
		(*slots[i].list)[slots[i].index] = put[i]
	}
	r.give(put)
	s.dirty = true
	return nil
}

// Place takes the node that the call at pos makes out of its place, and puts it before or after the one of the call at
// beside, be that in another list.
func (s *Session) Place(pos, beside string, after bool) (err error) {
	defer guard(&err)
	from, to, err := s.pair(pos, beside)
	if err != nil {
		return err
	}
	e := from.expr()
	i := to.index
	if after {
		i++
	}
	if from.list == to.list {
		rooms := roomsOf(*from.list)
		if from.index < i {
			i--
		}
		*to.list = slices.Insert(slices.Delete(slices.Clone(*from.list), from.index, from.index+1), i, e)
		rooms.give(*to.list)
	} else {
		s.f.take(from)
		*to.list = let(*to.list, i, e)
	}
	s.dirty = true
	return nil
}

// Join takes the node that the call at pos makes out of its place, and puts it in a container of its own with the one of the
// call at beside, which stands where that one stood. Kind is the container's constructor, gap the room between the two.
func (s *Session) Join(pos, beside, kind string, gap float64, after bool) (err error) {
	defer guard(&err)
	from, to, err := s.pair(pos, beside)
	if err != nil {
		return err
	}
	pkg, err := s.f.sdk()
	if err != nil {
		return err
	}
	e, other := from.expr(), to.expr()
	in := []dst.Expr{e, other}
	if after {
		in = []dst.Expr{other, e}
	}
	call := &dst.CallExpr{Fun: selector(pkg, kind), Args: in}
	outer := &dst.CallExpr{Fun: &dst.SelectorExpr{X: call, Sel: dst.NewIdent("Gap")}, Args: []dst.Expr{number(gap)}}
	s.f.take(from)
	outer.Decs.NodeDecs = *other.Decorations() // the lines and comments around it
	outer.Decs.Start = append(slices.Concat(e.Decorations().Start, e.Decorations().End), outer.Decs.Start...)
	*e.Decorations(), *other.Decorations() = dst.NodeDecs{}, dst.NodeDecs{}
	*to.list = slices.Clone(*to.list)
	(*to.list)[slices.Index(*to.list, other)] = outer
	s.dirty = true
	return nil
}

// pair finds the places of two nodes that shall come together, and makes sure that the first can stand where the second does.
func (s *Session) pair(pos, beside string) (from, to *slot, err error) {
	if from, err = s.slot(pos); err != nil {
		return nil, nil, err
	}
	if to, err = s.slot(beside); err != nil {
		return nil, nil, err
	}
	if from.list == to.list && from.index == to.index {
		return nil, nil, errors.New("edit: one call makes both nodes")
	}
	if within(to.expr(), from.expr()) {
		return nil, nil, errors.New("edit: one of the nodes is in the other")
	}
	if from.block == to.block {
		return from, to, nil
	}
	if from.fn == nil || to.fn == nil || from.fn == to.fn || from.block != dst.Node(from.fn.Body) || to.block != dst.Node(to.fn.Body) {
		return nil, nil, ErrSometimes
	}
	if name := needs(from.expr(), from.fn, to.fn); name != "" {
		return nil, nil, fmt.Errorf("edit: the node is made with %s, which only %s knows", name, from.fn.Name.Name)
	}
	return from, to, nil
}

// take removes a slot's expression; an append that has nothing left to append goes too.
func (f *file) take(s *slot) {
	if s.append != nil && len(*s.list) == 2 {
		f.drop(s.append)
		return
	}
	gone, last := s.expr(), len(*s.list)-1
	*s.list = slices.Delete(slices.Clone(*s.list), s.index, s.index+1)
	switch { // the line breaks of the list stay
	case last == 0:
	case s.index == 0:
		(*s.list)[0].Decorations().Before = gone.Decorations().Before
	case s.index == last:
		(*s.list)[last-1].Decorations().After = gone.Decorations().After
	}
}

// drop takes a statement out of its block.
func (f *file) drop(st dst.Stmt) {
	dst.Inspect(f.tree, func(n dst.Node) bool {
		var list *[]dst.Stmt
		switch n := n.(type) {
		case *dst.BlockStmt:
			list = &n.List
		case *dst.CaseClause:
			list = &n.Body
		default:
			return true
		}
		if i := slices.Index(*list, st); i >= 0 {
			*list = slices.Delete(*list, i, i+1)
		}
		return true
	})
}

// within reports whether e stands somewhere in the tree of n.
func within(e, n dst.Node) bool {
	found := false
	dst.Inspect(n, func(m dst.Node) bool {
		found = found || m == e
		return !found
	})
	return found
}
