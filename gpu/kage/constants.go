package kage

import (
	"go/ast"
	"go/token"
	"math"
	"strconv"
	"strings"
)

// constants are those of a file by name, wherever they are declared. A name that is there twice means none.
type constants map[string]float64

func (k *constants) collect(f *ast.File) {
	*k = constants{}
	var specs []*ast.ValueSpec
	ast.Inspect(f, func(n ast.Node) bool {
		if d, ok := n.(*ast.GenDecl); ok && d.Tok == token.CONST {
			for _, s := range d.Specs {
				if v, ok := s.(*ast.ValueSpec); ok {
					specs = append(specs, v)
				}
			}
		}
		return true
	})
	times := map[string]int{}
	for _, s := range specs {
		for _, name := range s.Names {
			times[name.Name]++
		}
	}
	for _, s := range specs { // in order: a constant may be made of those before it
		for i, name := range s.Names {
			if i < len(s.Values) && times[name.Name] == 1 {
				(*k)[name.Name] = k.value(s.Values[i])
			}
		}
	}
}

// eval works a constant expression out.
func (k constants) eval(e ast.Expr) (float64, bool) {
	v := k.value(e)
	return v, !math.IsNaN(v) && !math.IsInf(v, 0)
}

func (k constants) value(e ast.Expr) float64 {
	switch e := e.(type) {
	case *ast.BasicLit:
		return literal(e)
	case *ast.Ident:
		if v, ok := k[e.Name]; ok {
			return v
		}
	case *ast.ParenExpr:
		return k.value(e.X)
	case *ast.UnaryExpr:
		switch v := k.value(e.X); e.Op {
		case token.SUB:
			return -v
		case token.ADD:
			return v
		}
	case *ast.BinaryExpr:
		x, y := k.value(e.X), k.value(e.Y)
		switch e.Op {
		case token.ADD:
			return x + y
		case token.SUB:
			return x - y
		case token.MUL:
			return x * y
		case token.QUO:
			if q := x / y; x != math.Trunc(x) || y != math.Trunc(y) || q == math.Trunc(q) {
				return q
			} // whole numbers are divided as such or not, by what they are for
		}
	}
	return math.NaN()
}

func literal(e *ast.BasicLit) float64 {
	text := strings.ReplaceAll(e.Value, "_", "")
	switch e.Kind {
	case token.INT:
		if v, err := strconv.ParseInt(text, 0, 53); err == nil {
			return float64(v)
		}
	case token.FLOAT:
		if v, err := strconv.ParseFloat(text, 64); err == nil {
			return v
		}
	}
	return math.NaN()
}
