package edit

import (
	"fmt"
	"go/token"
	"strconv"

	"github.com/dave/dst"
)

// SetText replaces the first argument of the constructor at pos, which must be a string literal, else [ErrDynamic].
func SetText(src []byte, pos, text string) (out []byte, err error) {
	defer guard(&err)
	return setText(src, pos, text, func(s *site) *dst.BasicLit {
		args := s.constructor().Args
		if len(args) == 0 {
			return nil
		}
		lit, ok := args[0].(*dst.BasicLit)
		if !ok || lit.Kind != token.STRING {
			return nil
		}
		return lit
	})
}

// ReplaceText replaces that argument of the constructor at pos which is the literal old; [ErrDynamic] unless there is
// exactly one. It serves calls of the cell's own functions, whose label may be any argument.
func ReplaceText(src []byte, pos, old, text string) (out []byte, err error) {
	defer guard(&err)
	return setText(src, pos, text, func(s *site) *dst.BasicLit {
		var found *dst.BasicLit
		for _, arg := range s.constructor().Args {
			lit, ok := arg.(*dst.BasicLit)
			if !ok || lit.Kind != token.STRING {
				continue
			}
			if value, err := strconv.Unquote(lit.Value); err != nil || value != old {
				continue
			}
			if found != nil {
				return nil
			}
			found = lit
		}
		return found
	})
}

func setText(src []byte, pos, text string, pick func(*site) *dst.BasicLit) ([]byte, error) {
	f, err := open(src)
	if err != nil {
		return nil, err
	}
	s, err := f.at(pos)
	if err != nil {
		return nil, err
	}
	lit := pick(s)
	if lit == nil {
		return nil, ErrDynamic
	}
	lit.Value = strconv.Quote(text)
	return f.bytes()
}

// SetConst gives the package-level constant or variable name the value expr, a Go expression.
func SetConst(src []byte, name, expr string) (out []byte, err error) {
	defer guard(&err)
	f, err := open(src)
	if err != nil {
		return nil, err
	}
	value, err := expression(expr)
	if err != nil {
		return nil, err
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
					return nil, fmt.Errorf("edit: %s has no value of its own", name)
				}
				spec.Values[i] = value
				return f.bytes()
			}
		}
	}
	return nil, fmt.Errorf("edit: no constant or variable %s in the source", name)
}
