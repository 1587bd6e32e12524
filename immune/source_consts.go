package immune

import (
	"go/ast"
	"go/token"
	"strconv"
)

// The limits of what a source may spell out or ask for at once.
const (
	MaxString    = 4 << 10   // bytes of one string literal
	MaxConstant  = 64 << 10  // bytes of a constant string put together from others
	MaxAllocate  = 1_000_000 // elements of one make or array type
	maxLiteral   = 64        // characters of one number
	unknownCount = -1
	tooLong      = 1 << 40
	maxSteps     = 200
)

// checkConstants bounds literals, constant strings built by doubling, and allocations of constant size.
func checkConstants(l *findings, tree *ast.File) {
	c := &constants{l: l, exprs: map[string][]ast.Expr{}, sizes: map[string]int{}}
	ast.Inspect(tree, func(n ast.Node) bool {
		if g, ok := n.(*ast.GenDecl); ok && g.Tok == token.CONST {
			c.declare(g)
		}
		return true
	})
	sums := map[ast.Expr]bool{}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.BasicLit:
			c.literal(n)
		case *ast.BinaryExpr:
			if n.Op == token.ADD && !sums[n] {
				switch size := c.size(n); {
				case size >= tooLong:
					l.add(n.Pos(), "constant", "give each constant a name of its own", "constant string in a circle of names")
				case size > MaxConstant:
					l.add(n.Pos(), "constant", "build long text at run time", "constant string of %d bytes, limit %d", size, MaxConstant)
				}
			}
			sums[n.X], sums[n.Y] = true, true
		case *ast.CallExpr:
			c.makes(n)
		case *ast.ArrayType:
			if n.Len != nil {
				c.count(n.Len, "array")
			}
		}
		return true
	})
}

type constants struct {
	l     *findings
	exprs map[string][]ast.Expr // constants of that name, whatever their scope
	sizes map[string]int        // upper bound of a constant string's length; tooLong while it is being found out
	steps int                   // left for the count being evaluated
}

func (c *constants) declare(g *ast.GenDecl) {
	var last []ast.Expr
	for _, s := range g.Specs {
		v, ok := s.(*ast.ValueSpec)
		if !ok {
			continue
		}
		if len(v.Values) > 0 {
			last = v.Values
		}
		for i, name := range v.Names {
			if i < len(last) {
				c.exprs[name.Name] = append(c.exprs[name.Name], last[i])
			}
		}
	}
}

// size is an upper bound for the length of a constant string expression, 0 for anything else.
func (c *constants) size(e ast.Expr) int {
	switch e := e.(type) {
	case *ast.ParenExpr:
		return c.size(e.X)
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			return len(e.Value)
		}
	case *ast.BinaryExpr:
		if e.Op == token.ADD {
			return min(c.size(e.X)+c.size(e.Y), tooLong)
		}
	case *ast.CallExpr: // a conversion
		if len(e.Args) == 1 {
			return c.size(e.Args[0])
		}
	case *ast.Ident:
		if n, ok := c.sizes[e.Name]; ok {
			return n
		}
		if len(c.exprs[e.Name]) == 0 {
			return 0
		}
		c.sizes[e.Name] = tooLong // a name that leads back to itself
		n := 0
		for _, x := range c.exprs[e.Name] {
			n = max(n, c.size(x))
		}
		c.sizes[e.Name] = n
		return n
	}
	return 0
}

func (c *constants) literal(b *ast.BasicLit) {
	switch {
	case b.Kind == token.STRING && len(b.Value) > MaxString:
		c.l.add(b.Pos(), "constant", "split the text", "string literal of %d bytes, limit %d", len(b.Value), MaxString)
	case (b.Kind == token.INT || b.Kind == token.FLOAT || b.Kind == token.IMAG) && len(b.Value) > maxLiteral:
		c.l.add(b.Pos(), "constant", "write a shorter number", "number of %d characters, limit %d", len(b.Value), maxLiteral)
	}
}

func (c *constants) makes(call *ast.CallExpr) {
	if id, ok := call.Fun.(*ast.Ident); ok && id.Name == "make" {
		for _, a := range call.Args[min(1, len(call.Args)):] {
			c.count(a, "make")
		}
	}
	if sel, ok := call.Fun.(*ast.SelectorExpr); ok && sel.Sel.Name == "Repeat" && len(call.Args) == 2 {
		c.count(call.Args[1], "Repeat")
	}
}

func (c *constants) count(e ast.Expr, what string) {
	c.steps = maxSteps
	if n := c.value(e); n > MaxAllocate {
		c.l.add(e.Pos(), "allocation", "keep less", "%s of %d elements, limit %d", what, n, MaxAllocate)
	}
}

// value evaluates simple constant arithmetic, unknownCount when it is not that.
func (c *constants) value(e ast.Expr) int {
	const huge = 1 << 40
	if c.steps--; c.steps < 0 {
		return unknownCount
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return c.value(e.X)
	case *ast.BasicLit:
		if n, err := strconv.ParseInt(e.Value, 0, 64); err == nil {
			return int(min(n, huge))
		}
		if f, err := strconv.ParseFloat(e.Value, 64); err == nil && e.Kind == token.FLOAT {
			return int(min(f, huge))
		}
		if e.Kind == token.INT {
			return huge
		}
	case *ast.Ident:
		if x := c.exprs[e.Name]; len(x) == 1 {
			return c.value(x[0])
		}
	case *ast.BinaryExpr:
		x, y := c.value(e.X), c.value(e.Y)
		if x < 0 || y < 0 {
			return unknownCount
		}
		switch e.Op {
		case token.MUL:
			if y != 0 && x > huge/y {
				return huge
			}
			return x * y
		case token.ADD:
			return min(x+y, huge)
		case token.SUB:
			return x - y
		case token.SHL:
			if y > 40 || x<<y>>y != x {
				return huge
			}
			return min(x<<y, huge)
		}
	}
	return unknownCount
}
