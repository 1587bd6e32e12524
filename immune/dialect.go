package immune

import (
	"go/ast"
	"go/token"
	"go/types"
)

// CheckDialect finds what the interpreter would do differently from the compiler, or not at all. The findings do not
// refuse a cell: they decide that only the compiled engine runs it. info needs Uses, Defs, Types, Selections, Implicits
// and Instances.
func CheckDialect(fset *token.FileSet, tree *ast.File, info *types.Info) []Finding {
	l := &findings{fset: fset, file: fset.Position(tree.Package).Filename}
	sortByPosition(l.list)
	return l.list
}
