package edit

import (
	"fmt"

	"github.com/dave/dst"
)

// site is a constructor call and the calls chained on it:
//
//	cell.Button("Save").Size(14).OnTap(c.save)
//	└─ chain[0] ──────┘
//	└─ chain[1] ───────────────┘
//	└─ chain[2] ─────────────────────────────┘
type site struct {
	*file
	chain []*dst.CallExpr
}

// at finds the call that starts at pos. Several calls may start there (a chain); they are one site.
func (f *file) at(pos string) (s *site, err error) {
	defer guard(&err)
	line, column, err := ParsePos(pos)
	if err != nil {
		return nil, err
	}
	var found []*dst.CallExpr // outermost first, as the walk meets them
	dst.Inspect(f.tree, func(n dst.Node) bool {
		if call, ok := n.(*dst.CallExpr); ok {
			if p := f.position(call); p.Line == line && p.Column == column {
				found = append(found, call)
			}
		}
		return true
	})
	if len(found) == 0 {
		return nil, fmt.Errorf("edit: no call starts at %s", pos)
	}
	s = &site{file: f}
	for i := len(found) - 1; i >= 0; i-- {
		s.chain = append(s.chain, found[i])
	}
	return s, nil
}

// constructor is the innermost call.
func (s *site) constructor() *dst.CallExpr { return s.chain[0] }

// method names the method that chain[i] calls, "" for the constructor.
func (s *site) method(i int) string {
	if i == 0 {
		return ""
	}
	if sel, ok := s.chain[i].Fun.(*dst.SelectorExpr); ok {
		return sel.Sel.Name
	}
	return ""
}

// call returns the last call of that method, which is the one that counts, or nil.
func (s *site) call(method string) *dst.CallExpr {
	for i := len(s.chain) - 1; i > 0; i-- {
		if s.method(i) == method {
			return s.chain[i]
		}
	}
	return nil
}

// append chains one more method call on the outermost one. The outermost node keeps its identity, so that its parent
// needs no change: its old content moves into a new node inside it.
func (s *site) append(method string, args []dst.Expr) {
	outer := s.chain[len(s.chain)-1]
	inner := &dst.CallExpr{Fun: outer.Fun, Args: outer.Args, Ellipsis: outer.Ellipsis}
	inner.Decs.Lparen, inner.Decs.Fun, inner.Decs.Ellipsis = outer.Decs.Lparen, outer.Decs.Fun, outer.Decs.Ellipsis
	outer.Fun = &dst.SelectorExpr{X: inner, Sel: dst.NewIdent(method)}
	outer.Args, outer.Ellipsis = args, false
	outer.Decs.Lparen, outer.Decs.Fun, outer.Decs.Ellipsis = nil, nil, nil
	s.chain[len(s.chain)-1] = inner
	s.chain = append(s.chain, outer)
}
