package immune

import (
	"go/ast"
	"go/token"
	"go/types"
	"strings"
	"unicode"
	"unicode/utf8"
)

// declarations applies the rules about what the cell declares.
func (d *dialect) declarations(tree *ast.File) {
	names := map[string]bool{}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.TypeSpec:
			if names[n.Name.Name] {
				d.native(n.Pos(), "type", "give it a name of its own", "second type named %s", n.Name.Name)
			}
			names[n.Name.Name] = true
			d.declared(n)
		case *ast.InterfaceType:
			if n.Methods.NumFields() > 0 {
				d.native(n.Pos(), "interface", "use a struct with function fields", "interface type of the cell's own")
			}
		case *ast.StructType:
			d.fields(n)
		}
		return true
	})
	for _, decl := range tree.Decls {
		switch decl := decl.(type) {
		case *ast.FuncDecl:
			d.method(decl)
		case *ast.GenDecl:
			if decl.Tok == token.VAR {
				d.globals(decl)
			}
		}
	}
	d.rootState(tree)
}

// declared flags types that contain themselves other than through a struct.
func (d *dialect) declared(spec *ast.TypeSpec) {
	obj := d.info.Defs[spec.Name]
	if obj == nil {
		return
	}
	if _, ok := obj.Type().Underlying().(*types.Struct); ok {
		return
	}
	if contains(obj.Type().Underlying(), obj.Type()) {
		d.native(spec.Pos(), "type", "wrap it in a struct", "type %s contains itself", spec.Name.Name)
	}
}

// contains reports whether t reaches want without passing through another named type.
func contains(t, want types.Type) bool {
	if types.Identical(t, want) {
		return true
	}
	switch t := t.(type) {
	case *types.Pointer:
		return contains(t.Elem(), want)
	case *types.Slice:
		return contains(t.Elem(), want)
	case *types.Array:
		return contains(t.Elem(), want)
	case *types.Map:
		return contains(t.Key(), want) || contains(t.Elem(), want)
	case *types.Struct:
		for f := range t.Fields() {
			if contains(f.Type(), want) {
				return true
			}
		}
	case *types.Signature:
		for v := range t.Params().Variables() {
			if contains(v.Type(), want) {
				return true
			}
		}
		for v := range t.Results().Variables() {
			if contains(v.Type(), want) {
				return true
			}
		}
	}
	return false
}

// fields flags names that collide with the interpreter's own: it writes Xname for name.
func (d *dialect) fields(s *ast.StructType) {
	for _, f := range s.Fields.List {
		for _, name := range f.Names {
			if ReservedField(name.Name) {
				d.native(name.Pos(), "field", "choose another name", "field %s looks like the interpreter's name of a hidden field", name.Name)
			}
		}
		if len(f.Names) == 0 {
			if t := d.info.TypeOf(f.Type); t != nil && !own(t) {
				d.native(f.Pos(), "field", "give the field a name", "embedded type of another package")
			}
		}
	}
}

// ReservedField reports whether the interpreter would take an exported field for a hidden one: X and no capital after it.
func ReservedField(name string) bool {
	rest, ok := strings.CutPrefix(name, "X")
	r, _ := utf8.DecodeRuneInString(rest)
	return ok && rest != "" && !unicode.IsUpper(r)
}

// method flags methods that other packages look for behind an interface: they do not see an interpreted one everywhere.
func (d *dialect) method(f *ast.FuncDecl) {
	if f.Recv == nil {
		return
	}
	switch f.Name.Name {
	case "String", "Error", "Format", "GoString", "Is", "As", "Unwrap", "MarshalJSON", "UnmarshalJSON", "MarshalText", "UnmarshalText", "Scan":
		d.native(f.Name.Pos(), "method", "give it another name and call it", "method %s, which other packages look for", f.Name.Name)
	}
}

// globals flags package variables that call the cell's functions: the interpreter orders them differently.
func (d *dialect) globals(decl *ast.GenDecl) {
	ast.Inspect(decl, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false
		case *ast.CallExpr:
			if t, ok := d.info.Types[n.Fun]; ok && !t.IsType() && !t.IsBuiltin() && !d.imported(n.Fun) {
				d.native(n.Pos(), "global", "call it in main", "package variable calls a function of the cell")
			}
		}
		return true
	})
}

// imported reports whether a called function belongs to another package.
func (d *dialect) imported(fun ast.Expr) bool {
	switch f := ast.Unparen(fun).(type) {
	case *ast.SelectorExpr:
		obj, ok := d.info.Uses[f.Sel].(*types.Func)
		return ok && foreign(obj)
	case *ast.Ident:
		obj, ok := d.info.Uses[f].(*types.Func)
		return ok && foreign(obj)
	}
	return false
}

// rootState flags state whose JSON would differ: embedded structs, whose fields are spread out, and types in themselves.
func (d *dialect) rootState(tree *ast.File) {
	ast.Inspect(tree, func(n ast.Node) bool {
		if c, ok := n.(*ast.CallExpr); ok && len(c.Args) == 1 && isRun(c, d.info) {
			d.saved(c.Args[0].Pos(), d.info.TypeOf(c.Args[0]), map[types.Type]walked{})
			return false
		}
		return true
	})
}

// walked says how far the walk through a type has come.
type walked int

const (
	inside walked = iota + 1
	done
)

func (d *dialect) saved(pos token.Pos, t types.Type, seen map[types.Type]walked) {
	if !own(t) || seen[t] == done {
		return
	}
	if seen[t] == inside {
		d.native(pos, "state", "keep a list, and refer to its elements by number", "state that contains its own type")
		return
	}
	seen[t] = inside
	defer func() { seen[t] = done }()
	switch u := t.Underlying().(type) {
	case *types.Struct:
		for f := range u.Fields() {
			switch {
			case f.Embedded():
				d.native(f.Pos(), "state", "give the field a name", "embedded struct in the state")
			case f.Exported():
				d.saved(f.Pos(), f.Type(), seen)
			}
		}
	case *types.Pointer:
		d.saved(pos, u.Elem(), seen)
	case *types.Slice:
		d.saved(pos, u.Elem(), seen)
	case *types.Array:
		d.saved(pos, u.Elem(), seen)
	case *types.Map:
		d.saved(pos, u.Elem(), seen)
	}
}

// own reports whether a type is, or is made of, a type the cell declares.
func own(t types.Type) bool {
	t = types.Unalias(t)
	switch t := t.(type) {
	case *types.Named:
		return !foreign(t.Obj()) && t.Obj().Pkg() != nil
	case *types.Pointer:
		return own(t.Elem())
	case *types.Slice:
		return own(t.Elem())
	case *types.Array:
		return own(t.Elem())
	case *types.Map:
		return own(t.Key()) || own(t.Elem())
	case *types.Struct:
		for f := range t.Fields() {
			if own(f.Type()) {
				return true
			}
		}
	case *types.Signature:
		return ownTuple(t.Params()) || ownTuple(t.Results())
	}
	return false
}

func ownTuple(t *types.Tuple) bool {
	for v := range t.Variables() {
		if own(v.Type()) {
			return true
		}
	}
	return false
}
