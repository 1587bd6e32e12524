package edit

import (
	"errors"
	"go/token"
	"slices"

	"github.com/dave/dst"
)

// ErrComputed says that a loop makes the nodes of something that is no list in the source, or is used for more than them.
var ErrComputed = errors.New("edit: the nodes are made in a loop over what the program knows only as it runs")

// Loop puts the nodes that the call at pos makes in a loop into another order: order[i] is which of them becomes the i-th. It
// changes the list that the loop goes over, so that must be written out, be for this loop alone, and have one element for
// each node; a loop that counts could mean more than the order by its count.
func (s *Session) Loop(pos string, order []int) (err error) {
	defer guard(&err)
	at, err := s.at(pos)
	if err != nil {
		return err
	}
	outer := dst.Node(at.chain[len(at.chain)-1])
	var loop *dst.RangeStmt
	var fn *dst.FuncDecl
	s.f.walk(func(n dst.Node, around []dst.Node) {
		if n != outer {
			return
		}
		for _, a := range around {
			switch a := a.(type) {
			case *dst.FuncDecl:
				fn = a
			case *dst.RangeStmt:
				loop = a
			case *dst.ForStmt, *dst.FuncLit, *dst.IfStmt, *dst.SwitchStmt:
				loop = nil
			}
		}
	})
	if loop == nil || loop.Key != nil && !blank(loop.Key) {
		return ErrComputed
	}
	list := s.f.literal(loop.X, fn)
	if list == nil || len(list.Elts) != len(order) {
		return ErrComputed
	}
	for _, e := range list.Elts {
		if _, keyed := e.(*dst.KeyValueExpr); keyed {
			return ErrComputed
		}
	}
	r, was := roomsOf(list.Elts), slices.Clone(list.Elts)
	for i, from := range order {
		list.Elts[i] = was[from]
	}
	r.give(list.Elts)
	s.dirty = true
	return nil
}

func blank(e dst.Expr) bool {
	id, ok := e.(*dst.Ident)
	return ok && id.Name == "_"
}

// literal is the list that is written out for an expression: itself, or the value of a variable that is read nowhere else.
func (f *file) literal(e dst.Expr, fn *dst.FuncDecl) *dst.CompositeLit {
	if lit, ok := e.(*dst.CompositeLit); ok {
		return sliceOf(lit)
	}
	name, ok := e.(*dst.Ident)
	if !ok {
		return nil
	}
	var found *dst.CompositeLit
	made, used := 0, 0
	f.walk(func(n dst.Node, around []dst.Node) {
		switch n := n.(type) {
		case *dst.Ident:
			if n.Name == name.Name {
				used++
			}
		case *dst.ValueSpec:
			if len(n.Names) == 1 && n.Names[0].Name == name.Name && len(n.Values) == 1 {
				made++
				found, _ = n.Values[0].(*dst.CompositeLit)
			}
		case *dst.AssignStmt:
			id, ok := n.Lhs[0].(*dst.Ident)
			if ok && len(n.Lhs) == 1 && id.Name == name.Name && n.Tok == token.DEFINE && slices.Contains(around, dst.Node(fn)) {
				made++
				found, _ = n.Rhs[0].(*dst.CompositeLit)
			}
		}
	})
	if made != 1 || used != 2 {
		return nil
	}
	return sliceOf(found)
}

// sliceOf is the literal, when it is one of a slice or an array.
func sliceOf(lit *dst.CompositeLit) *dst.CompositeLit {
	if lit == nil {
		return nil
	}
	if _, ok := lit.Type.(*dst.ArrayType); !ok {
		return nil
	}
	return lit
}
