package immune

import (
	"go/ast"
	"go/token"
)

// checkSyntax refuses constructs by their form alone.
func checkSyntax(l *findings, tree *ast.File) {
	for _, d := range tree.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			checkFunc(l, f)
		}
	}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			l.add(n.Pos(), "goroutine", "a cell runs one thing at a time; for repeated work use x.Every", "go statement is not allowed")
		case *ast.SelectStmt:
			l.add(n.Pos(), "channel", "for repeated work use x.Every, for answers x.Call", "select is not allowed")
		case *ast.ChanType:
			l.add(n.Pos(), "channel", "a cell runs one thing at a time; keep values in its fields", "channels are not allowed")
		case *ast.ForStmt:
			if n.Cond == nil && !leaves(n.Body) {
				l.add(n.Pos(), "loop", "give the loop a condition, or use x.Every", "for loop never ends")
			}
		case *ast.TypeSpec:
			checkType(l, n)
		case *ast.FuncType:
			checkTypeParams(l, n)
		}
		return true
	})
}

func checkFunc(l *findings, d *ast.FuncDecl) {
	switch {
	case d.Body == nil:
		l.add(d.Pos(), "function", "write its body", "function %s has no body", d.Name.Name)
	case d.Recv == nil && d.Name.Name == "init":
		l.add(d.Pos(), "init", "set the fields of the cell in main", "func init is not allowed")
	}
}

// checkType refuses aliases: chains of them make two types of exponential size that the checker would have to compare.
func checkType(l *findings, t *ast.TypeSpec) {
	if t.Assign.IsValid() {
		l.add(t.Pos(), "alias", "declare it without =", "type alias %s is not allowed", t.Name.Name)
	}
	if t.TypeParams != nil {
		l.add(t.Pos(), "generic", "write the type out", "generic type %s is not allowed", t.Name.Name)
	}
}

// checkTypeParams allows generic functions whose results name a type parameter at most once, and build no struct or
// function from it: then types grow no faster than the source, and checking stays quick.
func checkTypeParams(l *findings, f *ast.FuncType) {
	if f.TypeParams == nil || f.Results == nil {
		return
	}
	names := map[string]bool{}
	for _, field := range f.TypeParams.List {
		for _, n := range field.Names {
			names[n.Name] = true
		}
	}
	uses := 0
	ast.Inspect(f.Results, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			if names[n.Name] {
				uses++
			}
		case *ast.StructType, *ast.FuncType, *ast.InterfaceType:
			uses += 2
		}
		return true
	})
	if uses > 1 {
		l.add(f.Pos(), "generic", "write the function for one type", "generic function returns more than one value of a type parameter")
	}
}

// leaves reports whether a loop body can end its loop: by break, return, goto or panic.
func leaves(body *ast.BlockStmt) bool {
	found := false
	var walk func(n ast.Node, depth int)
	walk = func(n ast.Node, depth int) {
		ast.Inspect(n, func(m ast.Node) bool {
			switch m := m.(type) {
			case *ast.FuncLit:
				return false
			case *ast.ReturnStmt:
				found = true
			case *ast.BranchStmt:
				found = found || m.Tok == token.GOTO || m.Tok == token.BREAK && (depth == 0 || m.Label != nil)
			case *ast.CallExpr:
				if id, ok := m.Fun.(*ast.Ident); ok && id.Name == "panic" {
					found = true
				}
			case *ast.ForStmt, *ast.RangeStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt, *ast.SelectStmt:
				if m != n {
					walk(m, depth+1)
					return false
				}
			}
			return !found
		})
	}
	walk(body, 0)
	return found
}
