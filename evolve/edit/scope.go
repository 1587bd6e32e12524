package edit

import (
	"errors"
	"go/token"
	"strconv"

	"github.com/dave/dst"
)

// sdkPath is the package that a cell's nodes come from.
const sdkPath = "cellshell/membrane/cell"

// sdk is what the file calls the package of the nodes.
func (f *file) sdk() (string, error) {
	for _, i := range f.tree.Imports {
		if path, _ := strconv.Unquote(i.Path.Value); path == sdkPath {
			if i.Name != nil {
				return i.Name.Name, nil
			}
			return "cell", nil
		}
	}
	return "", errors.New("edit: the source imports no nodes")
}

func selector(pkg, name string) dst.Expr {
	if pkg == "." {
		return dst.NewIdent(name)
	}
	return &dst.SelectorExpr{X: dst.NewIdent(pkg), Sel: dst.NewIdent(name)}
}

// needs is a name in an expression of the function fn that another function does not know, "" when there is none. What both
// get under one name and type (the receiver, the context) is taken for the same thing.
func needs(e dst.Expr, fn, other *dst.FuncDecl) string {
	local, known := map[string]bool{}, given(other)
	for name, kind := range given(fn) {
		local[name] = known[name] != kind
	}
	declare := func(e dst.Expr) {
		if id, ok := e.(*dst.Ident); ok {
			local[id.Name] = true
		}
	}
	dst.Inspect(fn.Body, func(n dst.Node) bool {
		if n == dst.Node(e) { // what it declares it takes along
			return false
		}
		switch n := n.(type) {
		case *dst.AssignStmt:
			for _, l := range n.Lhs {
				if n.Tok == token.DEFINE {
					declare(l)
				}
			}
		case *dst.RangeStmt:
			declare(n.Key)
			declare(n.Value)
		case *dst.ValueSpec:
			for _, name := range n.Names {
				local[name.Name] = true
			}
		}
		return true
	})
	found := ""
	reads(e, func(id *dst.Ident) {
		if local[id.Name] && found == "" {
			found = id.Name
		}
	})
	return found
}

// given are the names of what a function gets, with their types.
func given(fn *dst.FuncDecl) map[string]string {
	out := map[string]string{}
	for _, list := range []*dst.FieldList{fn.Recv, fn.Type.Params, fn.Type.Results} {
		if list == nil {
			continue
		}
		for _, f := range list.List {
			kind, err := printExpr(f.Type)
			if err != nil {
				kind = "?"
			}
			for _, n := range f.Names {
				out[n.Name] = kind
			}
		}
	}
	return out
}

// reads visits the names that an expression reads, but for those of fields and methods.
func reads(e dst.Node, visit func(*dst.Ident)) {
	selected := map[*dst.Ident]bool{}
	dst.Inspect(e, func(n dst.Node) bool {
		switch n := n.(type) {
		case *dst.SelectorExpr:
			selected[n.Sel] = true
		case *dst.Ident:
			if !selected[n] {
				visit(n)
			}
		}
		return true
	})
}
