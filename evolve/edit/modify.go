package edit

import (
	"bytes"
	"errors"
	"fmt"
	"go/token"
	"math"
	"slices"
	"strconv"

	"github.com/dave/dst"
	"github.com/dave/dst/decorator"
)

// ErrDynamic says that a text is computed, so there is no literal to replace.
var ErrDynamic = errors.New("edit: the text is computed by the program")

// Mod is one modifier of a node, as a method call: {"Background", `"blue"`}.
type Mod struct {
	Method string
	Args   []string // Go expressions
	// Factor, when not 0, multiplies the argument that is there instead of replacing it; where the method is not called
	// yet, Else × Factor becomes the argument (Else 0: 1).
	Factor, Else float64
	// Drop removes the modifier instead; it is no error when it is not there.
	Drop bool
}

// Set returns a modifier with those arguments, Go expressions.
func Set(method string, args ...string) Mod { return Mod{Method: method, Args: args} }

// Times returns a modifier that multiplies its number by factor; els is the number where it is not said yet.
func Times(method string, factor, els float64) Mod {
	return Mod{Method: method, Factor: factor, Else: els}
}

// Drop returns a modifier's removal.
func Drop(method string) Mod { return Mod{Method: method, Drop: true} }

func (s *site) apply(m Mod) error {
	if !token.IsIdentifier(m.Method) {
		return fmt.Errorf("edit: %q is not a method name", m.Method)
	}
	call := s.call(m.Method)
	if m.Drop {
		s.drop(m.Method)
		return nil
	}
	if m.Factor != 0 {
		if call == nil {
			if m.Else == 0 {
				m.Else = 1
			}
			s.append(m.Method, []dst.Expr{number(Product(m.Else, m.Factor))})
			return nil
		}
		if len(call.Args) != 1 {
			return fmt.Errorf("edit: %s takes %d arguments, want 1 to multiply", m.Method, len(call.Args))
		}
		call.Args[0] = multiply(call.Args[0], m.Factor)
		return nil
	}
	args := make([]dst.Expr, len(m.Args))
	for i, a := range m.Args {
		e, err := expression(a)
		if err != nil {
			return err
		}
		args[i] = e
	}
	if call == nil || byName(call.Args) {
		s.append(m.Method, args) // the later one counts
		return nil
	}
	call.Args, call.Ellipsis = args, false
	return nil
}

// byName reports whether an argument is a name: where that is a variable of the function, nothing else may use it, and Go
// builds no function with a variable that nothing uses.
func byName(args []dst.Expr) bool {
	return slices.ContainsFunc(args, func(e dst.Expr) bool {
		name, ok := e.(*dst.Ident)
		return ok && name.Path == "" && name.Name != "true" && name.Name != "false"
	})
}

// drop takes every call of the method out of the chain.
func (s *site) drop(method string) {
	for i := len(s.chain) - 1; i > 0; i-- {
		if s.method(i) != method {
			continue
		}
		inner, outer := s.chain[i-1], s.chain[i]
		outer.Fun, outer.Args, outer.Ellipsis = inner.Fun, inner.Args, inner.Ellipsis
		outer.Decs.Fun, outer.Decs.Lparen, outer.Decs.Ellipsis = inner.Decs.Fun, inner.Decs.Lparen, inner.Decs.Ellipsis
		s.chain = append(s.chain[:i-1], s.chain[i:]...)
	}
}

// multiply returns e × factor: a new literal for a literal, a product for anything else.
func multiply(e dst.Expr, factor float64) dst.Expr {
	if v, ok := literal(e); ok {
		return number(Product(v, factor))
	}
	if b, ok := e.(*dst.BinaryExpr); ok && b.Op == token.MUL { // a product made by an earlier edit
		if v, ok := literal(b.Y); ok {
			b.Y = number(Product(v, factor))
			return b
		}
	}
	x := e
	switch e.(type) {
	case *dst.Ident, *dst.SelectorExpr, *dst.CallExpr, *dst.ParenExpr, *dst.IndexExpr:
	default:
		x = &dst.ParenExpr{X: e}
	}
	return &dst.BinaryExpr{X: x, Op: token.MUL, Y: number(factor)}
}

// Product is v × factor, without the dust that rounding leaves: what was made larger, and smaller by as much, is what it was.
func Product(v, factor float64) float64 {
	v *= factor
	if even := math.Round(v*100) / 100; math.Abs(v-even) < 2e-4*math.Abs(v) {
		return even
	}
	return v
}

// literal returns the value of a number literal, with its sign.
func literal(e dst.Expr) (float64, bool) {
	switch e := e.(type) {
	case *dst.BasicLit:
		if e.Kind == token.INT || e.Kind == token.FLOAT {
			v, err := strconv.ParseFloat(e.Value, 64)
			return v, err == nil
		}
	case *dst.UnaryExpr:
		if v, ok := literal(e.X); ok && e.Op == token.SUB {
			return -v, true
		}
	case *dst.ParenExpr:
		return literal(e.X)
	}
	return 0, false
}

func number(v float64) dst.Expr {
	if v < 0 {
		return &dst.UnaryExpr{Op: token.SUB, X: number(-v)}
	}
	text := Number(v)
	kind := token.FLOAT
	if _, err := strconv.Atoi(text); err == nil {
		kind = token.INT
	}
	return &dst.BasicLit{Kind: kind, Value: text}
}

// printExpr prints one expression.
func printExpr(e dst.Expr) (string, error) {
	const head = "package p\n\nvar _ = "
	f := &dst.File{Name: dst.NewIdent("p"), Decls: []dst.Decl{&dst.GenDecl{
		Tok:   token.VAR,
		Specs: []dst.Spec{&dst.ValueSpec{Names: []*dst.Ident{dst.NewIdent("_")}, Values: []dst.Expr{dst.Clone(e).(dst.Expr)}}},
	}}}
	var b bytes.Buffer
	if err := decorator.Fprint(&b, f); err != nil {
		return "", fmt.Errorf("edit: an expression does not print: %w", err)
	}
	return string(bytes.TrimSpace(bytes.TrimPrefix(b.Bytes(), []byte(head)))), nil
}
