package immune

import "go/ast"

// MaxExpansion bounds how many fields a type has when the types of its fields are written out in place.
const MaxExpansion = 10_000

// checkTypes bounds types before the type checker walks them: it writes out fields held by value, which doubles with every
// type that holds the one before twice.
func checkTypes(l *findings, tree *ast.File) {
	w := &weights{types: map[string][]ast.Expr{}, known: map[string]int{}}
	ast.Inspect(tree, func(n ast.Node) bool {
		if t, ok := n.(*ast.TypeSpec); ok {
			w.types[t.Name.Name] = append(w.types[t.Name.Name], t.Type)
		}
		return true
	})
	ast.Inspect(tree, func(n ast.Node) bool {
		if t, ok := n.(*ast.TypeSpec); ok && w.named(t.Name.Name) > MaxExpansion {
			l.add(t.Pos(), "type", "refer to parts by pointer or in a list", "type %s has more than %d fields, or contains itself", t.Name.Name, MaxExpansion)
			return false
		}
		return true
	})
}

type weights struct {
	types map[string][]ast.Expr // types of that name, whatever their scope
	known map[string]int        // MaxExpansion+1 while it is being found out
}

func (w *weights) named(name string) int {
	if n, ok := w.known[name]; ok {
		return n
	}
	w.known[name] = MaxExpansion + 1 // a name that leads back to itself
	n := 1
	for _, t := range w.types[name] {
		n = max(n, 1+w.of(t))
	}
	w.known[name] = min(n, MaxExpansion+1)
	return w.known[name]
}

// of counts the fields below a type that are held by value.
func (w *weights) of(t ast.Expr) int {
	switch t := t.(type) {
	case *ast.Ident:
		return w.named(t.Name)
	case *ast.ParenExpr:
		return w.of(t.X)
	case *ast.ArrayType:
		if t.Len != nil {
			return w.of(t.Elt)
		}
	case *ast.StructType:
		return w.fields(t.Fields)
	case *ast.InterfaceType:
		return w.fields(t.Methods)
	case *ast.BinaryExpr: // of a union
		return min(w.of(t.X)+w.of(t.Y), MaxExpansion+1)
	case *ast.UnaryExpr:
		return w.of(t.X)
	}
	return 1
}

func (w *weights) fields(list *ast.FieldList) int {
	n := 0
	for _, f := range list.List {
		n = min(n+max(1, len(f.Names))*w.of(f.Type), MaxExpansion+1)
	}
	return n
}
