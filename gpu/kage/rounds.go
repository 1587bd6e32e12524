package kage

import (
	"go/ast"
	"go/token"
	"math"
)

const howLoops = `write it like this: for i := 0; i < 8; i++`

// rounds is how often a loop goes round, and the variable it counts by.
func (c *checker) rounds(n *ast.ForStmt) (count float64, counter string, err error) {
	bad := func(why string) (float64, string, error) { return 0, "", c.refuse(n, "%s; %s", why, howLoops) }
	init, ok := n.Init.(*ast.AssignStmt)
	if !ok || init.Tok != token.DEFINE || len(init.Lhs) != 1 || len(init.Rhs) != 1 {
		return bad("a loop has no counter")
	}
	id, ok := init.Lhs[0].(*ast.Ident)
	if !ok {
		return bad("a loop has no counter")
	}
	cond, ok := n.Cond.(*ast.BinaryExpr)
	if !ok {
		return bad("a loop has no end")
	}
	if x, ok := cond.X.(*ast.Ident); !ok || x.Name != id.Name {
		return bad("a loop does not end by its counter")
	}
	from, known := c.consts.eval(init.Rhs[0])
	to, known2 := c.consts.eval(cond.Y)
	step, known3 := c.step(n.Post, id.Name)
	if !known || !known2 || !known3 {
		return bad("the bounds of a loop cannot be worked out")
	}
	count, ends := rounds(from, to, step, cond.Op)
	if !ends {
		return bad("a loop does not end")
	}
	return count, id.Name, nil
}

// step is what a loop adds to its counter each time.
func (c *checker) step(post ast.Stmt, counter string) (float64, bool) {
	switch p := post.(type) {
	case *ast.IncDecStmt:
		if x, ok := p.X.(*ast.Ident); !ok || x.Name != counter {
			return 0, false
		}
		if p.Tok == token.DEC {
			return -1, true
		}
		return 1, true
	case *ast.AssignStmt:
		if len(p.Lhs) != 1 || len(p.Rhs) != 1 {
			return 0, false
		}
		if x, ok := p.Lhs[0].(*ast.Ident); !ok || x.Name != counter {
			return 0, false
		}
		v, known := c.consts.eval(p.Rhs[0])
		switch p.Tok {
		case token.ADD_ASSIGN:
			return v, known
		case token.SUB_ASSIGN:
			return -v, known
		}
	}
	return 0, false
}

// rounds is how often a loop from a number to another goes round. It is false for one that may not end.
func rounds(from, to, step float64, op token.Token) (float64, bool) {
	room := to - from
	switch op {
	case token.GTR, token.GEQ: // as if it counted up
		room, step = -room, -step
	case token.LSS, token.LEQ:
	default:
		return 0, false // == and != miss their end by one rounding
	}
	if room < 0 || room == 0 && (op == token.LSS || op == token.GTR) {
		return 0, true
	}
	if !(step > 0) || !(room/step < 1<<40) {
		return 0, false
	}
	for _, v := range [2]float32{float32(from), float32(to)} { // as precise as the GPU counts
		if v+float32(step) == v || v-float32(step) == v {
			return 0, false
		}
	}
	n := math.Floor(room / step)
	if open := op == token.LSS || op == token.GTR; open && n*step == room {
		return n, true
	}
	return n + 1, true
}

// span is how often a loop over a range goes round.
func (c *checker) span(n *ast.RangeStmt) (count float64, counter string, err error) {
	v, known := c.consts.eval(n.X)
	if !known || !(v >= 0) {
		return 0, "", c.refuse(n, "the range of a loop is no constant number; %s", howLoops)
	}
	if id, ok := n.Key.(*ast.Ident); ok {
		counter = id.Name
	}
	return v, counter, nil
}
