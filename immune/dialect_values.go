package immune

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"strings"
)

// values applies the rules about values that become interfaces or functions: the interpreter wraps both.
func (d *dialect) values(tree *ast.File) {
	called := map[ast.Expr]bool{}
	var results []*types.Tuple
	var walk func(n ast.Node)
	walk = func(n ast.Node) {
		ast.Inspect(n, func(m ast.Node) bool {
			switch m := m.(type) {
			case *ast.FuncDecl:
				if f, ok := d.info.Defs[m.Name].(*types.Func); ok && m.Body != nil {
					results = append(results, f.Signature().Results())
					walk(m.Body)
					results = results[:len(results)-1]
				}
				return false
			case *ast.FuncLit:
				if s, ok := d.info.TypeOf(m).(*types.Signature); ok {
					results = append(results, s.Results())
					walk(m.Body)
					results = results[:len(results)-1]
				}
				return false
			case *ast.ReturnStmt:
				if len(results) > 0 && len(m.Results) == results[len(results)-1].Len() {
					for i, x := range m.Results {
						d.boxed(x, results[len(results)-1].At(i).Type())
					}
				}
			case *ast.CallExpr:
				called[ast.Unparen(m.Fun)] = true
				d.arguments(m)
			case *ast.SelectorExpr:
				if !called[m] {
					d.methodValue(m)
				}
			case *ast.AssignStmt:
				if len(m.Lhs) == len(m.Rhs) {
					for i, x := range m.Rhs {
						d.boxed(x, d.info.TypeOf(m.Lhs[i]))
					}
				}
			case *ast.ValueSpec:
				for _, x := range m.Values {
					if m.Type != nil {
						d.boxed(x, d.info.TypeOf(m.Type))
					}
				}
			case *ast.CompositeLit:
				d.elements(m)
			case *ast.BinaryExpr:
				d.boxed(m.X, d.info.TypeOf(m.Y))
				d.boxed(m.Y, d.info.TypeOf(m.X))
			}
			return true
		})
	}
	walk(tree)
}

// boxed flags a value of the cell's own type that becomes an interface value.
func (d *dialect) boxed(x ast.Expr, to types.Type) {
	from := d.info.TypeOf(x)
	if from == nil || to == nil || !types.IsInterface(to) || types.IsInterface(from) || !own(from) {
		return
	}
	d.native(x.Pos(), "interface", "keep it in a variable of its own type", "%s becomes an interface value", types.TypeString(from, (*types.Package).Name))
}

func (d *dialect) elements(lit *ast.CompositeLit) {
	t := d.info.TypeOf(lit)
	if t == nil {
		return
	}
	if p, ok := t.Underlying().(*types.Pointer); ok {
		t = p.Elem()
	}
	for i, e := range lit.Elts {
		value := e
		kv, keyed := e.(*ast.KeyValueExpr)
		if keyed {
			value = kv.Value
		}
		switch u := t.Underlying().(type) {
		case *types.Slice:
			d.boxed(value, u.Elem())
		case *types.Array:
			d.boxed(value, u.Elem())
		case *types.Map:
			d.boxed(value, u.Elem())
			d.boxed(kv.Key, u.Key())
		case *types.Struct:
			if keyed {
				d.boxed(value, d.info.TypeOf(kv.Key))
			} else if i < u.NumFields() {
				d.boxed(value, u.Field(i).Type())
			}
		}
	}
}

// arguments judges what a call turns into interfaces. Sorting and printing are known to work within limits.
func (d *dialect) arguments(call *ast.CallExpr) {
	tv := d.info.Types[call.Fun]
	if tv.IsType() {
		if len(call.Args) == 1 {
			d.boxed(call.Args[0], tv.Type)
		}
		return
	}
	s, ok := tv.Type.Underlying().(*types.Signature)
	if !ok || tv.IsBuiltin() {
		d.builtin(call)
		return
	}
	switch path, name := d.callee(call.Fun); {
	case path == "sort" || path == "container/heap" || path == SDK && name == "Run":
		return
	case path == "fmt" || path == SDK && strings.HasPrefix(name, "Sprint"):
		d.printed(call, s)
		return
	}
	for i, x := range call.Args {
		if t := parameter(s, i, call.Ellipsis.IsValid()); t != nil {
			d.boxed(x, t)
		}
	}
}

// builtin judges append to a list of interfaces.
func (d *dialect) builtin(call *ast.CallExpr) {
	if len(call.Args) < 2 {
		return
	}
	list, ok := d.info.TypeOf(call.Args[0]).Underlying().(*types.Slice)
	if id, isIdent := call.Fun.(*ast.Ident); !ok || !isIdent || id.Name != "append" {
		return
	}
	for _, x := range call.Args[1:] {
		d.boxed(x, list.Elem())
	}
}

// parameter is the type of the i-th argument's parameter.
func parameter(s *types.Signature, i int, spread bool) types.Type {
	n := s.Params().Len()
	if s.Variadic() && i >= n-1 && !spread {
		if list, ok := s.Params().At(n - 1).Type().(*types.Slice); ok {
			return list.Elem()
		}
	}
	if i < n {
		return s.Params().At(i).Type()
	}
	return nil
}

// callee names the imported function or method a call goes to, "" for others.
func (d *dialect) callee(fun ast.Expr) (path, name string) {
	sel, ok := ast.Unparen(fun).(*ast.SelectorExpr)
	if !ok {
		return "", ""
	}
	f, ok := d.info.Uses[sel.Sel].(*types.Func)
	if !ok || !foreign(f) {
		return "", ""
	}
	return f.Pkg().Path(), f.Name()
}

// printed flags what fmt shows differently: structs, types with methods, and names of types.
func (d *dialect) printed(call *ast.CallExpr, s *types.Signature) {
	var format string
	for i, x := range call.Args {
		t := d.info.TypeOf(x)
		if to := parameter(s, i, call.Ellipsis.IsValid()); t == nil || to == nil || !types.IsInterface(to) {
			if v := d.info.Types[x].Value; v != nil && v.Kind() == constant.String {
				format += constant.StringVal(v)
			}
			continue
		}
		switch {
		case structured(t):
			d.native(x.Pos(), "printing", "print its fields", "printing of a struct")
		case own(t) && hasMethods(t):
			d.native(x.Pos(), "printing", "convert it to its basic type first", "printing of a type with methods")
		case own(t) && (strings.Contains(format, "%T") || strings.Contains(format, "%#")):
			d.native(x.Pos(), "printing", "print its value", "printing of the name of a type")
		}
	}
}

// structured reports whether printing t shows the fields of a struct of the cell.
func structured(t types.Type) bool { return shows(t, map[types.Type]bool{}) }

func shows(t types.Type, seen map[types.Type]bool) bool {
	t = types.Unalias(t)
	if n, ok := t.(*types.Named); ok {
		if foreign(n.Obj()) || n.Obj().Pkg() == nil || seen[n] {
			return false
		}
		seen[n] = true
		t = n.Underlying()
	}
	switch t := t.(type) {
	case *types.Struct:
		return t.NumFields() > 0
	case *types.Pointer:
		return shows(t.Elem(), seen)
	case *types.Slice:
		return shows(t.Elem(), seen) || methodsBelow(t.Elem())
	case *types.Array:
		return shows(t.Elem(), seen) || methodsBelow(t.Elem())
	case *types.Map:
		return shows(t.Key(), seen) || shows(t.Elem(), seen) || methodsBelow(t.Key()) || methodsBelow(t.Elem())
	}
	return false
}

func methodsBelow(t types.Type) bool { return own(t) && hasMethods(t) }

func hasMethods(t types.Type) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.NumMethods() > 0
}

// methodValue flags x.Method without a call, where the interpreter looks for x when the function runs, and T.Method.
func (d *dialect) methodValue(sel *ast.SelectorExpr) {
	s := d.info.Selections[sel]
	if s == nil || s.Kind() == types.FieldVal {
		return
	}
	if s.Kind() == types.MethodExpr {
		d.native(sel.Pos(), "method value", "write a function literal", "method %s taken from its type", sel.Sel.Name)
		return
	}
	if id, ok := ast.Unparen(sel.X).(*ast.Ident); ok {
		v := d.vars[d.info.Uses[id]]
		_, pointer := d.info.TypeOf(id).Underlying().(*types.Pointer)
		if v != nil && pointer && !v.header && v.whole == token.NoPos && v.again == token.NoPos && v.address == token.NoPos && v.loop == nil {
			if !d.outside(id, sel) {
				return
			}
			d.native(sel.Pos(), "method value", "func(…) { "+types.ExprString(sel)+"(…) }", "method %s of a variable from outside the function literal", sel.Sel.Name)
			return
		}
	}
	d.native(sel.Pos(), "method value", "func() { "+types.ExprString(sel)+"() }", "method %s as a value of what may change", sel.Sel.Name)
}

// outside reports whether a variable was declared outside the function literal around its use. The interpreter then may look for
// it in the wrong frame: x.Call(…, c.told) in a handler did nothing, while a literal that calls c.told works.
func (d *dialect) outside(id *ast.Ident, use ast.Node) bool {
	obj := d.info.Uses[id]
	for lit := range d.literals {
		if _, ok := lit.(*ast.FuncLit); ok && lit.Pos() < use.Pos() && use.End() <= lit.End() && obj.Pos() < lit.Pos() {
			return true
		}
	}
	return false
}
