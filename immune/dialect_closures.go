package immune

import (
	"go/ast"
	"go/types"
)

// judgeVariables flags the variables that closures or pointers see differently in the interpreter.
func (d *dialect) judgeVariables() {
	kept := d.kept()
	for obj, v := range d.vars {
		const hint = "move the body of the loop into a method of its own"
		switch {
		case v.loop == nil:
		case v.captured.IsValid() && !kept[obj]:
			d.native(v.captured, "loop variable", hint, "%s outlives its round of the loop, and changes", v.name)
		case v.address.IsValid() && (v.header || v.odd || !d.fresh(obj, v.value)):
			d.native(v.address, "loop variable", hint, "%s outlives its round of the loop", v.name)
		}
		if v.captured.IsValid() && v.again.IsValid() {
			d.native(v.again, "closure", "assign with = and declare the other variable before", "%s is reused by := and kept by a function", v.name)
		}
		if v.captured.IsValid() && v.whole.IsValid() && compound(obj.Type()) {
			d.native(v.whole, "closure", "assign its fields one by one, or keep a pointer", "%s is replaced as a whole and kept by a function", v.name)
		}
	}
}

// fresh reports whether the interpreter makes a new variable in each round for this declaration. Composite literals of
// slices, maps and arrays are written into the old one.
func (d *dialect) fresh(obj types.Object, value ast.Expr) bool {
	if isArray(obj.Type()) {
		return value == nil
	}
	if value == nil {
		return true
	}
	switch x := ast.Unparen(value).(type) {
	case *ast.Ident, *ast.BasicLit, *ast.SelectorExpr, *ast.IndexExpr, *ast.BinaryExpr, *ast.FuncLit:
		return true
	case *ast.CallExpr:
		return d.info.Types[x.Fun].IsValue() || !compoundLike(obj.Type())
	case *ast.UnaryExpr:
		return true
	case *ast.CompositeLit:
		_, ok := d.info.TypeOf(x).Underlying().(*types.Struct)
		return ok
	}
	return false
}

func compound(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Struct, *types.Array:
		return true
	}
	return false
}

func compoundLike(t types.Type) bool {
	switch t.Underlying().(type) {
	case *types.Slice, *types.Map:
		return true
	}
	return compound(t)
}
