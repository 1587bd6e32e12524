package immune

import (
	"go/ast"
	"go/token"
	"go/types"
)

// variable is what the rules want to know of one local variable. The interpreter's closures see a copy of the frame they
// were made in: most variables are shared all the same, those below are not.
type variable struct {
	pos    token.Pos
	name   string
	fn     ast.Node // the function that declares it
	loop   ast.Node // the innermost loop of fn around it; nil for none
	header bool     // declared by that loop itself
	value  ast.Expr // what a := or var gives it; nil for none, or for one of several results
	odd    bool     // declared in a way the interpreter shares between rounds

	captured token.Pos // first use in a function literal below fn
	address  token.Pos // first &x or x[:] of an array
	whole    token.Pos // first assignment to all of it
	again    token.Pos // first := that reuses it
	changed  token.Pos // last change of it, or of a part, but for the loop's own step
	aliased  bool      // changed by another function, or through a pointer, who knows when
}

// literal is a function literal and what it takes from the rounds of the loops around it.
type literal struct {
	node  *ast.FuncLit
	plain bool // in the body of the loop, not deferred
	loop  ast.Node
	keeps map[types.Object]bool
}

// variables collects the local variables of the file and how they are used.
func (d *dialect) variables(tree *ast.File) {
	w := &scope{d: d}
	d.literals = map[ast.Node]*literal{}
	for _, decl := range tree.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			if decl.Body != nil {
				w.function(decl, decl.Recv, decl.Type, decl.Body)
			}
		case *ast.GenDecl:
			for _, spec := range decl.Specs {
				if v, ok := spec.(*ast.ValueSpec); ok {
					w.exprs(v.Values) // package variables themselves are shared by all
				}
			}
		}
	}
}

// scope is the walk's place: the functions and, in the innermost, the loops around it.
type scope struct {
	d      *dialect
	parent *scope // of the function around fn
	lit    *literal
	fn     ast.Node
	loops  []ast.Node
	step   ast.Node // the loop whose head is being walked
	defers bool
}

func (w *scope) function(fn ast.Node, recv *ast.FieldList, t *ast.FuncType, body *ast.BlockStmt) {
	inner := &scope{d: w.d, parent: w, fn: fn}
	if node, ok := fn.(*ast.FuncLit); ok {
		inner.lit = &literal{node: node, plain: w.step == nil && !w.defers, loop: w.innermost(), keeps: map[types.Object]bool{}}
		w.d.literals[fn] = inner.lit
	}
	for _, list := range []*ast.FieldList{recv, t.Params, t.Results} {
		if list == nil {
			continue
		}
		for _, f := range list.List {
			for _, name := range f.Names {
				inner.declare(name, nil, false, false)
			}
		}
	}
	inner.walk(body)
}

func (w *scope) declare(id *ast.Ident, value ast.Expr, header, odd bool) {
	obj := w.d.info.Defs[id]
	if obj == nil {
		return
	}
	v := &variable{pos: id.Pos(), name: id.Name, fn: w.fn, header: header, value: value, odd: odd}
	v.loop = w.innermost()
	w.d.vars[obj] = v
}

// innermost is the loop of this function around the place, nil for none.
func (w *scope) innermost() ast.Node {
	if len(w.loops) == 0 {
		return nil
	}
	return w.loops[len(w.loops)-1]
}

func (w *scope) loop(n ast.Node, inside func()) {
	w.loops = append(w.loops, n)
	inside()
	w.loops = w.loops[:len(w.loops)-1]
}

// walk visits a node in source order, so that a variable is declared before it is used.
func (w *scope) walk(n ast.Node) {
	if n == nil {
		return
	}
	ast.Inspect(n, func(m ast.Node) bool {
		switch m := m.(type) {
		case *ast.FuncLit:
			w.function(m, nil, m.Type, m.Body)
			return false
		case *ast.ForStmt:
			w.loop(m, func() {
				w.step = m
				if m.Init != nil {
					w.header(m.Init)
				}
				w.parts(m.Cond, m.Post)
				w.step = nil
				w.walk(m.Body)
			})
			return false
		case *ast.RangeStmt:
			w.walk(m.X)
			w.loop(m, func() {
				for _, x := range []ast.Expr{m.Key, m.Value} {
					if id, ok := x.(*ast.Ident); ok && m.Tok == token.DEFINE {
						w.declare(id, nil, true, false)
					} else if x != nil {
						w.change(x, false)
						w.walk(x)
					}
				}
				w.walk(m.Body)
			})
			return false
		case *ast.AssignStmt:
			w.assign(m, false)
			return false
		case *ast.ValueSpec:
			w.exprs(m.Values)
			for i, id := range m.Names {
				w.declare(id, pick(m.Values, i, len(m.Names)), false, len(m.Values) > 0 && len(m.Values) != len(m.Names))
			}
			return false
		case *ast.TypeSwitchStmt:
			w.parts(m.Init)
			if a, ok := m.Assign.(*ast.AssignStmt); ok {
				w.exprs(a.Rhs)
			} else {
				w.walk(m.Assign)
			}
			for _, c := range m.Body.List {
				clause := c.(*ast.CaseClause)
				if obj := w.d.info.Implicits[clause]; obj != nil {
					w.d.vars[obj] = &variable{pos: clause.Pos(), name: obj.Name(), fn: w.fn, loop: w.innermost(), odd: true}
				}
				for _, s := range clause.Body {
					w.walk(s)
				}
			}
			return false
		case *ast.DeferStmt:
			w.defers = true
			w.walk(m.Call)
			w.defers = false
			return false
		case *ast.IncDecStmt:
			w.change(m.X, false)
		case *ast.UnaryExpr:
			if id, ok := ast.Unparen(m.X).(*ast.Ident); ok && m.Op == token.AND {
				w.note(id, func(v *variable) *token.Pos { return &v.address })
			}
			if m.Op == token.AND {
				w.change(m.X, true)
			}
		case *ast.SliceExpr:
			if t := w.d.info.TypeOf(m.X); isArray(t) {
				if id, ok := ast.Unparen(m.X).(*ast.Ident); ok {
					w.note(id, func(v *variable) *token.Pos { return &v.address })
				}
				w.change(m.X, true)
			}
		case *ast.SelectorExpr:
			if s := w.d.info.Selections[m]; s != nil && s.Kind() == types.MethodVal && takesAddress(s) {
				w.change(m.X, true)
			}
		case *ast.Ident:
			w.use(m)
		}
		return true
	})
}

// use notes a variable of an outer function.
func (w *scope) use(id *ast.Ident) {
	obj := w.d.info.Uses[id]
	v := w.d.vars[obj]
	if v == nil || v.fn == w.fn {
		return
	}
	if v.captured == token.NoPos {
		v.captured = id.Pos()
	}
	outermost := w
	for outermost.parent != nil && outermost.parent.fn != v.fn {
		outermost = outermost.parent
	}
	if outermost.lit != nil {
		outermost.lit.keeps[obj] = true
	}
}

// change notes that x, or the variable that x is a part of, changes. A for loop's own step does not count: each round has
// a variable of its own.
func (w *scope) change(x ast.Expr, pointer bool) {
	for {
		switch e := ast.Unparen(x).(type) {
		case *ast.Ident:
			v := w.d.vars[w.d.info.Uses[e]]
			if v != nil && (v.fn != w.fn || !v.header || w.step == nil || v.loop != w.step) {
				v.changed = max(v.changed, e.Pos())
				v.aliased = v.aliased || pointer || v.fn != w.fn
			}
			return
		case *ast.SelectorExpr:
			if _, ok := w.d.info.TypeOf(e.X).Underlying().(*types.Struct); !ok {
				return
			}
			x = e.X
		case *ast.IndexExpr:
			if !isArray(w.d.info.TypeOf(e.X)) {
				return
			}
			x = e.X
		default:
			return
		}
	}
}

// takesAddress reports whether calling the method takes the address of what it is called on.
func takesAddress(s *types.Selection) bool {
	f, ok := s.Obj().(*types.Func)
	if !ok {
		return false
	}
	_, pointer := f.Signature().Recv().Type().(*types.Pointer)
	_, already := s.Recv().Underlying().(*types.Pointer)
	return pointer && !already
}

// header walks the first part of a for statement, whose variables are the loop's own.
func (w *scope) header(s ast.Stmt) {
	if a, ok := s.(*ast.AssignStmt); ok {
		w.assign(a, true)
		return
	}
	w.walk(s)
}

func (w *scope) assign(a *ast.AssignStmt, header bool) {
	w.exprs(a.Rhs)
	odd := len(a.Lhs) != len(a.Rhs) && !isCall(a.Rhs[0])
	for i, x := range a.Lhs {
		id, ok := ast.Unparen(x).(*ast.Ident)
		switch {
		case !ok:
			w.change(x, false)
			w.walk(x)
		case a.Tok == token.DEFINE && w.d.info.Defs[id] != nil:
			w.declare(id, pick(a.Rhs, i, len(a.Lhs)), header, odd)
		case a.Tok == token.DEFINE:
			w.note(id, func(v *variable) *token.Pos { return &v.again })
			w.change(x, false)
			w.walk(x)
		default:
			w.note(id, func(v *variable) *token.Pos { return &v.whole })
			w.change(x, false)
			w.walk(x)
		}
	}
}

// note keeps the first place of its kind.
func (w *scope) note(id *ast.Ident, field func(*variable) *token.Pos) {
	if v := w.d.vars[w.d.info.Uses[id]]; v != nil {
		if p := field(v); *p == token.NoPos {
			*p = id.Pos()
		}
	}
}

func (w *scope) parts(nodes ...ast.Node) {
	for _, n := range nodes {
		w.walk(n)
	}
}

func (w *scope) exprs(list []ast.Expr) {
	for _, x := range list {
		w.walk(x)
	}
}

// pick is the value of the i-th of n variables, nil when one call gives them all.
func pick(values []ast.Expr, i, n int) ast.Expr {
	if len(values) == n && i < n {
		return values[i]
	}
	return nil
}

func isCall(x ast.Expr) bool {
	_, ok := ast.Unparen(x).(*ast.CallExpr)
	return ok
}

func isArray(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Array)
	return ok
}
