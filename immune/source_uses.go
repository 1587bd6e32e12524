package immune

import (
	"go/ast"
	"go/token"
	"go/types"
	"maps"
	"slices"
	"strings"
)

// clockHint answers every way to ask the machine for the time.
const clockHint = "use x.Now(), which knows the user's clock and time zone"

// deniedNames are exported names of allowed packages that a cell may not use, with what to write instead.
var deniedNames = map[string]map[string]string{
	"time": {
		"Now": clockHint, "Since": "use x.Now().Sub(t)", "Until": "use t.Sub(x.Now())", "Local": clockHint,
		"Sleep": "use x.Every", "After": "use x.Every", "AfterFunc": "use x.Every", "Tick": "use x.Every",
		"NewTimer": "use x.Every", "NewTicker": "use x.Every", "Timer": "use x.Every", "Ticker": "use x.Every",
		"LoadLocation": clockHint, "LoadLocationFromTZData": clockHint,
	},
	"fmt": {
		"Print": "use x.Log", "Printf": "use x.Log(fmt.Sprintf(…))", "Println": "use x.Log",
		"Fprint": "use fmt.Sprint", "Fprintf": "use fmt.Sprintf", "Fprintln": "use fmt.Sprintln",
		"Scan": "use cell.Field", "Scanf": "use cell.Field", "Scanln": "use cell.Field",
		"Fscan": "use fmt.Sscan", "Fscanf": "use fmt.Sscanf", "Fscanln": "use fmt.Sscanln",
	},
	SDK: { // for hosts of cells
		"Host": useRun, "Listen": useRun, "Listener": useRun, "NewSession": useRun, "Session": useRun, "Patience": useRun,
		"DecodeState": useRun, "ErrStopped": useRun, "PanicError": useRun, "Version": useRun,
	},
}

const useRun = "use cell.Run"

// DeniedNames are the exported names of an allowed package that a cell may not use, sorted.
func DeniedNames(path string) []string { return slices.Sorted(maps.Keys(deniedNames[path])) }

// deniedMethods are methods of allowed packages' types, by "package.Type.Method".
var deniedMethods = map[string]string{
	SDK + ".Node.Src": "the loader writes positions by itself",
	"time.Time.Local": "times from x.Now() are already in the user's zone",
}

// CheckUses judges a type-checked file: which names of the allowed packages it uses, that its main only starts the
// cell, and that the cell's exported fields can be saved. info needs Uses, Types and Selections.
func CheckUses(fset *token.FileSet, tree *ast.File, info *types.Info) []Finding {
	l := &findings{fset: fset, file: fset.Position(tree.Package).Filename}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.Ident:
			l.name(n, info.Uses[n])
		case *ast.AssignStmt:
			for _, x := range n.Lhs {
				l.assign(x, info)
			}
		case *ast.IncDecStmt:
			l.assign(n.X, info)
		case *ast.UnaryExpr:
			if n.Op == token.AND {
				l.assign(n.X, info)
			}
		}
		return true
	})
	l.main(tree, info)
	Sort(l.list)
	return l.list
}

func (l *findings) name(id *ast.Ident, obj types.Object) {
	if obj == nil {
		return
	}
	if b, ok := obj.(*types.Builtin); ok {
		switch b.Name() {
		case "print", "println":
			l.add(id.Pos(), "builtin", "use x.Log", "builtin %s is not allowed", b.Name())
		case "recover":
			l.add(id.Pos(), "builtin", "check before you compute; the shell reports a panic and takes the change back", "builtin recover is not allowed")
		}
		return
	}
	if obj.Pkg() == nil {
		return
	}
	path := obj.Pkg().Path()
	if f, ok := obj.(*types.Func); ok && f.Signature().Recv() != nil {
		if hint, denied := deniedMethods[path+"."+receiver(f)+"."+f.Name()]; denied {
			l.add(id.Pos(), "name", hint, "method %s of %s.%s is not allowed", f.Name(), obj.Pkg().Name(), receiver(f))
		}
		return
	}
	if obj.Parent() != obj.Pkg().Scope() {
		return
	}
	if hint, denied := deniedNames[path][obj.Name()]; denied {
		l.add(id.Pos(), "name", hint, "%s.%s is not allowed", obj.Pkg().Name(), obj.Name())
	}
}

func receiver(f *types.Func) string {
	t := f.Signature().Recv().Type()
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	if n, ok := t.(*types.Named); ok {
		return n.Obj().Name()
	}
	return ""
}

// assign refuses writing to another package's variable, which both engines share with the SDK.
func (l *findings) assign(x ast.Expr, info *types.Info) {
	for {
		switch e := x.(type) {
		case *ast.ParenExpr:
			x = e.X
			continue
		case *ast.IndexExpr:
			x = e.X
			continue
		case *ast.StarExpr:
			x = e.X
			continue
		case *ast.SelectorExpr:
			if v, ok := info.Uses[e.Sel].(*types.Var); ok && !v.IsField() && foreign(v) {
				l.add(e.Pos(), "assign", "keep the value in a variable of your own", "cannot change %s.%s", v.Pkg().Name(), v.Name())
				return
			}
			x = e.X
			continue
		}
		return
	}
}

// foreign reports whether an object belongs to an imported package.
func foreign(obj types.Object) bool {
	return obj.Pkg() != nil && obj.Pkg().Path() != CellPath
}

// CellPath is the package path the type checker gives to a cell.
const CellPath = "main"

// main checks that the program starts one cell, last in main, and that the cell's state can be saved.
func (l *findings) main(tree *ast.File, info *types.Info) {
	var runs []*ast.CallExpr
	ast.Inspect(tree, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && isRun(c, info) {
			runs = append(runs, c)
		}
		return true
	})
	var body *ast.BlockStmt
	for _, d := range tree.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "main" {
			body = f.Body
		}
	}
	const hint = "end the file with: func main() { cell.Run(&YourCell{}) }"
	switch {
	case body == nil:
		l.add(token.NoPos, "main", hint, "func main is missing")
		return
	case len(runs) == 0:
		l.add(body.Pos(), "main", hint, "main does not call cell.Run")
		return
	case len(runs) > 1:
		l.add(runs[1].Pos(), "main", hint, "cell.Run is called more than once")
		return
	}
	s := &ast.ExprStmt{}
	if n := len(body.List); n > 0 {
		s, _ = body.List[n-1].(*ast.ExprStmt)
	}
	if s == nil || s.X != runs[0] {
		l.add(runs[0].Pos(), "main", hint, "cell.Run is not the last statement of main")
		return
	}
	for _, s := range body.List {
		if d, ok := s.(*ast.DeferStmt); ok {
			l.add(d.Pos(), "main", "call it before cell.Run", "cell.Run does not return, so defer never runs")
		}
	}
	if len(runs[0].Args) == 1 {
		if tv, ok := info.Types[runs[0].Args[0]]; ok {
			l.state(runs[0].Args[0].Pos(), tv.Type)
		}
	}
}

func isRun(c *ast.CallExpr, info *types.Info) bool {
	sel, ok := ast.Unparen(c.Fun).(*ast.SelectorExpr)
	if !ok {
		return false
	}
	f, ok := info.Uses[sel.Sel].(*types.Func)
	return ok && f.Pkg() != nil && f.Pkg().Path() == SDK && f.Name() == "Run"
}

// state walks the exported fields of the cell: they are saved as JSON and given to the next generation.
func (l *findings) state(at token.Pos, t types.Type) {
	p, ok := types.Unalias(t).(*types.Pointer)
	if !ok {
		l.add(at, "state", "pass a pointer: cell.Run(&T{})", "cell.Run is given %s, which cannot keep state", types.TypeString(t, nil))
		return
	}
	seen := map[types.Type]bool{}
	var walk func(pos token.Pos, path string, t types.Type)
	walk = func(pos token.Pos, path string, t types.Type) {
		t = types.Unalias(t)
		if seen[t] {
			return
		}
		seen[t] = true
		unsaved := func(what string) {
			l.add(pos, "state", "begin its name with a lower-case letter, and make it anew in View", "exported field %s cannot be saved: %s", path, what)
		}
		if n, ok := t.(*types.Named); ok && foreign(n.Obj()) {
			if n.Obj().Pkg().Path() == SDK {
				unsaved("it is a cell." + n.Obj().Name())
			}
			return
		}
		switch u := t.Underlying().(type) {
		case *types.Struct:
			for i := range u.NumFields() {
				f := u.Field(i)
				if tag := u.Tag(i); strings.HasPrefix(tag, `json:"-"`) || !f.Exported() && !f.Embedded() {
					continue
				}
				walk(f.Pos(), f.Name(), f.Type())
			}
		case *types.Pointer:
			walk(pos, path, u.Elem())
		case *types.Slice:
			walk(pos, path, u.Elem())
		case *types.Array:
			walk(pos, path, u.Elem())
		case *types.Map:
			if k, ok := u.Key().Underlying().(*types.Basic); !ok || k.Info()&(types.IsString|types.IsInteger) == 0 {
				unsaved("its keys are neither text nor whole numbers")
			}
			walk(pos, path, u.Elem())
		case *types.Signature:
			unsaved("it is a function")
		case *types.Interface:
			if u.NumMethods() > 0 {
				unsaved("it is an interface")
			}
		case *types.Basic:
			if u.Info()&types.IsComplex != 0 {
				unsaved("it is a complex number")
			}
		}
	}
	walk(at, "", p.Elem())
}
