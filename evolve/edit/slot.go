package edit

import (
	"errors"
	"go/token"
	"slices"

	"github.com/dave/dst"
)

// ErrNotAlone says that a call is no argument of another, so it cannot be taken out or moved.
var ErrNotAlone = errors.New("edit: the node is not written in its container's list")

// slot is the place in the source where a node is handed to what holds it: an argument of its container's call, an element
// of a list of nodes, a value that is appended to one. Where the node was given a name first, it is the place of that name.
type slot struct {
	list  *[]dst.Expr
	index int
	// block is the innermost block, branch or function around the place: what stands in one block is done together.
	block dst.Node
	// append is the statement, when the list are the values of an append; call the one that the list are the arguments of,
	// unless it is an append; made the statement that gave the node a name.
	append, made dst.Stmt
	call         *dst.CallExpr
	fn           *dst.FuncDecl
}

func (s *slot) expr() dst.Expr { return (*s.list)[s.index] }

// slot finds where the node that the call at pos makes is handed on.
func (s *Session) slot(pos string) (*slot, error) {
	at, err := s.at(pos)
	if err != nil {
		return nil, err
	}
	outer := dst.Expr(at.chain[len(at.chain)-1])
	if found := s.f.handed(outer); found != nil {
		return found, nil
	}
	if name, made := s.f.named(outer); name != nil {
		if found := s.f.handed(name); found != nil {
			found.made = made
			return found, nil
		}
	}
	return nil, ErrNotAlone
}

// In reports whether the node that the call at pos makes is handed straight to the one that the calls at container make, or
// is an element of a list.
func (s *Session) In(pos string, container ...string) bool {
	found, err := s.slot(pos)
	if err != nil {
		return false
	}
	if found.call == nil {
		return true
	}
	for _, c := range container {
		if at, err := s.at(c); err == nil && slices.Contains(at.chain, found.call) {
			return true
		}
	}
	return false
}

// handed finds the list that an expression stands in.
func (f *file) handed(e dst.Expr) (found *slot) {
	f.walk(func(n dst.Node, around []dst.Node) {
		var list *[]dst.Expr
		switch n := n.(type) {
		case *dst.CallExpr:
			list = &n.Args
		case *dst.CompositeLit:
			list = &n.Elts
		default:
			return
		}
		i := slices.Index(*list, e)
		if i < 0 {
			return
		}
		found = &slot{list: list, index: i}
		for _, a := range around {
			switch a := a.(type) {
			case *dst.FuncDecl:
				found.fn, found.block = a, a.Body
			case *dst.BlockStmt, *dst.CaseClause, *dst.FuncLit:
				found.block = a
			}
		}
		if call, ok := n.(*dst.CallExpr); ok {
			found.call = call
			if id, ok := call.Fun.(*dst.Ident); ok && id.Name == "append" {
				if i == 0 {
					found = nil // what is appended to
					return
				}
				found.call = nil
				for _, a := range around {
					if assign, ok := a.(*dst.AssignStmt); ok && len(assign.Rhs) == 1 && assign.Rhs[0] == dst.Expr(call) {
						found.append = assign
					}
				}
			}
		}
	})
	return found
}

// named is the one place where the variable that an expression is given to is read, and the statement that gives it; nil when
// it is given to none, or there are several.
func (f *file) named(e dst.Expr) (place dst.Expr, made dst.Stmt) {
	var name string
	var fn *dst.FuncDecl
	f.walk(func(n dst.Node, around []dst.Node) {
		switch n := n.(type) {
		case *dst.AssignStmt:
			if n.Tok == token.DEFINE && len(n.Lhs) == 1 && n.Rhs[0] == e {
				name, made = n.Lhs[0].(*dst.Ident).Name, n
			}
		case *dst.ValueSpec:
			if len(n.Names) == 1 && len(n.Values) == 1 && n.Values[0] == e {
				name = n.Names[0].Name
			}
		default:
			return
		}
		if name != "" && fn == nil {
			for _, a := range around {
				switch a := a.(type) {
				case *dst.FuncDecl:
					fn = a
				case *dst.DeclStmt:
					made = a
				}
			}
		}
	})
	if name == "" || fn == nil {
		return nil, nil
	}
	var uses []*dst.Ident
	dst.Inspect(fn, func(n dst.Node) bool {
		if id, ok := n.(*dst.Ident); ok && id.Name == name {
			uses = append(uses, id)
		}
		return true
	})
	if len(uses) != 2 { // where it is made, and where it is read
		return nil, nil
	}
	return uses[1], made
}

// walk visits every node with those around it, from the outside in.
func (f *file) walk(visit func(n dst.Node, around []dst.Node)) {
	var around []dst.Node
	dst.Inspect(f.tree, func(n dst.Node) bool {
		if n == nil {
			around = around[:len(around)-1]
			return true
		}
		visit(n, around)
		around = append(around, n)
		return true
	})
}
