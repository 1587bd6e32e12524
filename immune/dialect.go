package immune

import (
	"go/ast"
	"go/constant"
	"go/token"
	"go/types"
	"slices"
)

// CheckDialect finds what the interpreter (yaegi 0.16) would do differently from the compiler, or not at all. The findings
// do not refuse a cell: they decide that only the compiled engine runs it. It errs on that side: each rule stands for a
// difference that was seen, some are wider than it. info needs all maps but FileVersions.
func CheckDialect(fset *token.FileSet, tree *ast.File, info *types.Info) []Finding {
	d := newDialect(fset, tree, info)
	d.imports(tree)
	d.declarations(tree)
	ast.Inspect(tree, func(n ast.Node) bool {
		d.node(n)
		return true
	})
	d.values(tree)
	d.judgeVariables()
	Sort(d.list)
	return slices.CompactFunc(d.list, func(a, b Finding) bool { return a.Pos == b.Pos && a.Rule == b.Rule })
}

type dialect struct {
	findings
	info     *types.Info
	vars     map[types.Object]*variable
	literals map[ast.Node]*literal
	scopes   map[ast.Node]*types.Scope         // of literals, as they are asked for
	names    map[*types.Package]*types.PkgName // of the imports
}

func newDialect(fset *token.FileSet, tree *ast.File, info *types.Info) *dialect {
	d := &dialect{
		findings: findings{fset: fset, file: fset.Position(tree.Package).Filename},
		info:     info,
		vars:     map[types.Object]*variable{},
		scopes:   map[ast.Node]*types.Scope{},
	}
	d.importNames()
	d.variables(tree)
	return d
}

// native adds a finding; its hint says how to write it for both engines.
func (d *dialect) native(pos token.Pos, rule, hint, format string, args ...any) {
	d.add(pos, rule, hint, format, args...)
}

func (d *dialect) imports(tree *ast.File) {
	for _, spec := range tree.Imports {
		path := spec.Path.Value[1 : len(spec.Path.Value)-1]
		if slices.Contains(NativeImports, path) {
			hint := ""
			if path == "slices" || path == "cmp" {
				hint = "use sort"
			}
			d.native(spec.Pos(), "import", hint, "package %s is not known to the interpreter", path)
		}
	}
}

// node applies the rules that one node decides.
func (d *dialect) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.RangeStmt:
		d.rangeOver(n)
	case *ast.BranchStmt:
		if n.Tok == token.GOTO {
			d.native(n.Pos(), "goto", "use a loop", "goto")
		}
	case *ast.DeferStmt:
		lit, ok := n.Call.Fun.(*ast.FuncLit)
		if !ok || len(n.Call.Args) > 0 || lit.Type.Params.NumFields() > 0 {
			d.native(n.Pos(), "defer", "defer func() { … }() without arguments", "arguments of defer are evaluated late")
		}
	case *ast.AssignStmt:
		d.parallel(n)
	case *ast.SwitchStmt:
		if n.Init != nil && n.Tag != nil {
			if _, ok := n.Tag.(*ast.Ident); !ok {
				d.native(n.Pos(), "switch", "put the first part on a line before", "switch with a statement and an expression")
			}
		}
	case *ast.Ident:
		if b, ok := d.info.Uses[n].(*types.Builtin); ok && (b.Name() == "min" || b.Name() == "max" || b.Name() == "clear") {
			d.native(n.Pos(), "builtin", "write an if, or use math.Min and math.Max", "builtin %s", b.Name())
		}
		if _, ok := d.info.Instances[n]; ok {
			d.native(n.Pos(), "generic", "write the function for the type you need", "call of the generic %s", n.Name)
		}
	case *ast.FuncType:
		if n.TypeParams != nil {
			d.native(n.Pos(), "generic", "write the function for the type you need", "type parameters")
		}
	case *ast.BinaryExpr:
		if n.Op == token.QUO && d.truncates(n) {
			d.native(n.Pos(), "constant", "write 7.0/2 for a fraction, or the number itself", "division of whole constants that does not come out even")
		}
	case *ast.CallExpr:
		d.call(n)
	case *ast.TypeAssertExpr:
		if n.Type != nil {
			d.assertion(n.Pos(), d.info.TypeOf(n.Type))
		}
	case *ast.TypeSwitchStmt:
		for _, c := range n.Body.List {
			for _, x := range c.(*ast.CaseClause).List {
				d.assertion(x.Pos(), d.info.TypeOf(x))
			}
		}
	}
	if x, ok := n.(ast.Expr); ok {
		d.number(x)
	}
}

func (d *dialect) rangeOver(n *ast.RangeStmt) {
	const hint = "for i := 0; i < n; i++"
	switch t := d.info.TypeOf(n.X).Underlying().(type) {
	case *types.Basic:
		if t.Info()&types.IsInteger != 0 {
			d.native(n.Pos(), "range", hint, "range over a number")
		}
	case *types.Signature:
		d.native(n.Pos(), "range", hint, "range over a function")
	}
	if n.Tok == token.ASSIGN {
		d.native(n.Pos(), "range", "use := and copy the value out", "range that assigns to variables made before")
	}
}

// parallel flags assignments of several values of which one is a literal of its own: the interpreter loses others, or nil.
func (d *dialect) parallel(n *ast.AssignStmt) {
	if len(n.Rhs) < 2 {
		return
	}
	if d.mixed(n) {
		d.native(n.Pos(), "assignment", "one assignment per line", "results of calls and other values are assigned at once")
		return
	}
	for _, x := range n.Rhs {
		x = ast.Unparen(x)
		if u, ok := x.(*ast.UnaryExpr); ok {
			x = u.X
		}
		_, literal := x.(*ast.CompositeLit)
		_, function := x.(*ast.FuncLit)
		if literal || function || d.info.Types[x].IsNil() {
			d.native(n.Pos(), "assignment", "one assignment per line", "several values are assigned at once")
			return
		}
	}
}

// mixed reports an assignment of both results of calls and other values that goes to more than variables: there the
// interpreter loses the other values. With calls only, or none, it does not.
func (d *dialect) mixed(n *ast.AssignStmt) bool {
	calls, fields := 0, false
	for _, x := range n.Rhs {
		if c, ok := ast.Unparen(x).(*ast.CallExpr); ok && !d.info.Types[c.Fun].IsType() {
			calls++
		}
	}
	for _, x := range n.Lhs {
		if _, ok := ast.Unparen(x).(*ast.Ident); !ok {
			fields = true
		}
	}
	return n.Tok == token.ASSIGN && fields && calls > 0 && calls < len(n.Rhs)
}

// truncates reports a division of whole constants with a remainder: the interpreter may keep the fraction.
func (d *dialect) truncates(n *ast.BinaryExpr) bool {
	x, y := d.info.Types[n.X].Value, d.info.Types[n.Y].Value
	q := d.info.Types[n].Value
	if x == nil || y == nil || q == nil {
		return false
	}
	x, y, q = constant.ToInt(x), constant.ToInt(y), constant.ToInt(q)
	if x.Kind() != constant.Int || y.Kind() != constant.Int || q.Kind() != constant.Int {
		return false
	}
	return !constant.Compare(constant.BinaryOp(q, token.MUL, y), token.EQL, x)
}

// number flags the number types whose constants the interpreter converts wrongly.
func (d *dialect) number(x ast.Expr) {
	tv, ok := d.info.Types[x]
	if !ok || tv.IsType() {
		return
	}
	b, ok := tv.Type.Underlying().(*types.Basic)
	if ok && (b.Kind() == types.Float32 || b.Info()&types.IsComplex != 0) {
		d.native(x.Pos(), "number", "use float64", "type %s", b.Name())
	}
}

// call flags conversions and built-ins of newer versions of Go.
func (d *dialect) call(n *ast.CallExpr) {
	if id, ok := n.Fun.(*ast.Ident); ok && len(n.Args) == 1 {
		if b, ok := d.info.Uses[id].(*types.Builtin); ok && b.Name() == "new" && !d.info.Types[n.Args[0]].IsType() {
			d.native(n.Pos(), "builtin", "make a variable and take its address", "new with a value")
		}
	}
	if !d.info.Types[n.Fun].IsType() || len(n.Args) != 1 {
		return
	}
	to, from := d.info.TypeOf(n.Fun).Underlying(), d.info.TypeOf(n.Args[0]).Underlying()
	if p, ok := to.(*types.Pointer); ok {
		to = p.Elem().Underlying()
	}
	if _, ok := from.(*types.Slice); ok {
		if _, ok := to.(*types.Array); ok {
			d.native(n.Pos(), "conversion", "copy the elements", "conversion of a slice to an array")
		}
	}
}

// assertion flags type assertions the interpreter gets wrong: it knows a value by its structure, not by its name.
func (d *dialect) assertion(pos token.Pos, t types.Type) {
	if t == nil {
		return
	}
	if i, ok := t.Underlying().(*types.Interface); ok && i.NumMethods() > 0 {
		d.native(pos, "assertion", "compare with a known value, or keep the type beside it", "type assertion to an interface")
		return
	}
	if own(t) {
		d.native(pos, "assertion", "keep the value in a variable of its own type", "type assertion to a type of the cell")
	}
}
