package kage

import (
	"go/ast"
	"go/token"
	"strings"
)

// shape refuses syntax that no shader needs, and trees that are too deep for a compiler of shaders.
func (c *checker) shape(f *ast.File) error {
	var err error
	depth := 0
	ast.Inspect(f, func(n ast.Node) bool {
		if n == nil {
			depth--
			return false
		}
		if err != nil {
			return false
		}
		if depth++; depth > MaxDepth {
			err = c.refuse(n, "is nested deeper than %d", MaxDepth)
		} else {
			err = c.fits(n)
		}
		if err != nil { // the nil that ends this node does not come
			depth--
			return false
		}
		return true
	})
	return err
}

func (c *checker) fits(n ast.Node) error {
	switch n := n.(type) {
	case *ast.FuncLit, *ast.StarExpr, *ast.MapType, *ast.ChanType, *ast.StructType, *ast.InterfaceType, *ast.FuncType, *ast.TypeAssertExpr,
		*ast.KeyValueExpr, *ast.Ellipsis, *ast.SliceExpr:
		if _, ok := n.(*ast.FuncType); ok {
			return nil // that of a declaration: a literal is refused before
		}
		return c.refuse(n, "uses what shaders do not have")
	case *ast.ArrayType:
		if v, known := c.consts.eval(n.Len); n.Len != nil && !(known && v >= 1 && v <= MaxArray) {
			return c.refuse(n, "an array has 1 to %d elements", MaxArray)
		}
	case *ast.Ident:
		if strings.HasPrefix(n.Name, "__") || strings.HasPrefix(n.Name, "gl_") {
			return c.refuse(n, "the name %s belongs to the compiler", n.Name)
		}
		for _, other := range []string{"imageSrc1", "imageSrc2", "imageSrc3"} {
			if strings.HasPrefix(n.Name, other) {
				return c.refuse(n, "%s: there is one picture to read, imageSrc0, that of the fallback", n.Name)
			}
		}
		if strings.HasPrefix(n.Name, "imageSrc0") {
			c.program.Reads = true
		}
	case *ast.BranchStmt:
		if n.Tok == token.GOTO || n.Label != nil {
			return c.refuse(n, "jumps")
		}
	case *ast.AssignStmt, *ast.BlockStmt, *ast.DeclStmt, *ast.ExprStmt, *ast.ForStmt, *ast.RangeStmt, *ast.IfStmt, *ast.IncDecStmt,
		*ast.ReturnStmt, *ast.EmptyStmt:
	case ast.Stmt:
		return c.refuse(n, "uses a statement shaders do not have")
	}
	return nil
}
