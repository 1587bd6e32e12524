package edit

import (
	"fmt"
	"go/token"
	"strconv"

	"github.com/dave/dst"
)

func stringLiteral(e dst.Expr) *dst.BasicLit {
	if lit, ok := e.(*dst.BasicLit); ok && lit.Kind == token.STRING {
		return lit
	}
	return nil
}

// equalLiteral returns the only argument that is the literal text, nil when there is none or more than one.
func equalLiteral(args []dst.Expr, text string) *dst.BasicLit {
	var found *dst.BasicLit
	for _, arg := range args {
		lit := stringLiteral(arg)
		if lit == nil {
			continue
		}
		if value, err := strconv.Unquote(lit.Value); err != nil || value != text {
			continue
		}
		if found != nil {
			return nil
		}
		found = lit
	}
	return found
}

func (f *file) setConst(name, expr string) error {
	value, err := expression(expr)
	if err != nil {
		return err
	}
	for _, d := range f.tree.Decls {
		gen, ok := d.(*dst.GenDecl)
		if !ok || (gen.Tok != token.CONST && gen.Tok != token.VAR) {
			continue
		}
		for _, spec := range gen.Specs {
			spec := spec.(*dst.ValueSpec)
			for i, id := range spec.Names {
				if id.Name != name {
					continue
				}
				if i >= len(spec.Values) {
					return fmt.Errorf("edit: %s has no value of its own", name)
				}
				spec.Values[i] = value
				return nil
			}
		}
	}
	return fmt.Errorf("edit: no constant or variable %s in the source", name)
}

// Const returns the value of a package-level constant or variable as Go source.
func Const(src []byte, name string) (expr string, ok bool) {
	f, err := open(src)
	if err != nil {
		return "", false
	}
	for _, d := range f.tree.Decls {
		gen, isGen := d.(*dst.GenDecl)
		if !isGen || gen.Tok == token.IMPORT {
			continue
		}
		for _, spec := range gen.Specs {
			values, isValue := spec.(*dst.ValueSpec)
			if !isValue {
				continue
			}
			for i, id := range values.Names {
				if id.Name == name && i < len(values.Values) {
					expr, err = printExpr(values.Values[i])
					return expr, err == nil
				}
			}
		}
	}
	return "", false
}
