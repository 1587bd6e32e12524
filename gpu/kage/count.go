package kage

import (
	"go/ast"
	"strings"
)

// cost is what running something once takes at most. Numbers of loops in loops multiply, so they are floating.
type cost struct{ steps, rounds, texels float64 }

func (c cost) plus(o cost) cost {
	return cost{c.steps + o.steps, c.rounds + o.rounds, c.texels + o.texels}
}

func (c cost) times(n float64) cost { return cost{n * c.steps, n * c.rounds, n * c.texels} }

// call is the cost of calling a function.
func (c *checker) call(name string, f *ast.FuncDecl) (cost, error) {
	if known, ok := c.known[name]; ok {
		return known, nil
	}
	if c.open[name] {
		return cost{}, c.refuse(f, "the function %s calls itself", name)
	}
	c.open[name] = true
	defer delete(c.open, name)
	sum, err := c.count(f.Body)
	if err != nil {
		return cost{}, err
	}
	switch {
	case sum.rounds > MaxRounds:
		return cost{}, c.refuse(f, "the loops of %s go round %.0f times for one pixel, at most %d", name, sum.rounds, MaxRounds)
	case sum.texels > MaxTexels:
		return cost{}, c.refuse(f, "%s reads the picture %.0f times for one pixel, at most %d", name, sum.texels, MaxTexels)
	case sum.steps > MaxSteps:
		return cost{}, c.refuse(f, "%s takes %.0f steps for one pixel, at most %d", name, sum.steps, MaxSteps)
	}
	c.known[name] = sum
	return sum, nil
}

// count is the cost of a piece of syntax: what is in it, loops as often as they go round.
func (c *checker) count(n ast.Node) (sum cost, err error) {
	ast.Inspect(n, func(n ast.Node) bool {
		if err != nil || n == nil {
			return false
		}
		switch n := n.(type) {
		case *ast.ForStmt:
			sum, err = c.loop(sum, n, n.Body, func() (float64, string, error) { return c.rounds(n) })
			return false
		case *ast.RangeStmt:
			sum, err = c.loop(sum, n, n.Body, func() (float64, string, error) { return c.span(n) })
			return false
		case *ast.CallExpr:
			var more cost
			if more, err = c.called(n); err != nil {
				return false
			}
			sum = sum.plus(more)
		case ast.Expr, *ast.AssignStmt, *ast.IncDecStmt, *ast.IfStmt:
			sum.steps++
		}
		return true
	})
	return sum, err
}

// called is the cost of a call but for its arguments.
func (c *checker) called(n *ast.CallExpr) (cost, error) {
	id, ok := n.Fun.(*ast.Ident)
	if !ok {
		if p, parens := n.Fun.(*ast.ParenExpr); parens {
			return cost{}, c.refuse(p, "calls something other than a name")
		}
		return cost{steps: 1}, nil // an array's type, which converts
	}
	if f := c.funcs[id.Name]; f != nil {
		return c.call(id.Name, f)
	}
	if strings.HasPrefix(id.Name, "imageSrc") && strings.HasSuffix(id.Name, "At") {
		return cost{steps: 1, texels: 1}, nil
	}
	return cost{steps: 1}, nil
}

// loop adds a loop to a sum.
func (c *checker) loop(sum cost, at ast.Node, body *ast.BlockStmt, rounds func() (float64, string, error)) (cost, error) {
	n, counter, err := rounds()
	if err != nil {
		return sum, err
	}
	if writes := assigned(body, counter); writes != nil {
		return sum, c.refuse(writes, "changes %s, by which its loop counts", counter)
	}
	once, err := c.count(body)
	if err != nil {
		return sum, err
	}
	once.steps, once.rounds = once.steps+2, once.rounds+1
	all := once.times(n)
	if !(n <= MaxRounds) || all.rounds > MaxRounds {
		return sum, c.refuse(at, "a loop goes round %.0f times for one pixel, at most %d", max(n, all.rounds), MaxRounds)
	}
	return sum.plus(all), nil
}

// assigned is where a variable is changed in a piece of syntax, or another of its name declared.
func assigned(body ast.Node, name string) (at ast.Node) {
	is := func(e ast.Expr) bool {
		id, ok := ast.Unparen(e).(*ast.Ident)
		return ok && name != "" && id.Name == name
	}
	ast.Inspect(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.AssignStmt:
			for _, l := range n.Lhs {
				if is(l) {
					at = n
				}
			}
		case *ast.IncDecStmt:
			if is(n.X) {
				at = n
			}
		case *ast.ValueSpec:
			for _, l := range n.Names {
				if is(l) {
					at = n
				}
			}
		case *ast.RangeStmt:
			if is(n.Key) || is(n.Value) {
				at = n
			}
		}
		return at == nil
	})
	return at
}
