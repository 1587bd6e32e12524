package build

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"sort"

	"cellshell/immune"
)

// insert is text to put into a source.
type insert struct {
	offset int
	text   string
}

// mark writes .Src("main.go:14:9") behind every call that makes a node: those whose static type is cell.Node, but for
// methods of Node, which change one. It also gives functions made in loops their own copies of what they keep (see
// immune.Rounds). Lines keep their numbers.
func mark(file string, src []byte, fset *token.FileSet, tree *ast.File, info *types.Info) []byte {
	var inserts []insert
	for _, r := range immune.Rounds(fset, tree, info) {
		inserts = append(inserts,
			insert{fset.PositionFor(r.Lit.Pos(), false).Offset, r.Before},
			insert{fset.PositionFor(r.Lit.End(), false).Offset, r.After})
	}
	deferred := map[*ast.CallExpr]bool{}
	ast.Inspect(tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.DeferStmt:
			deferred[n.Call] = true // a call behind it would run at once
		case *ast.CallExpr:
			if deferred[n] || !makesNode(n, info) {
				return true
			}
			p := fset.PositionFor(n.Pos(), false)
			inserts = append(inserts, insert{
				offset: fset.PositionFor(n.End(), false).Offset,
				text:   fmt.Sprintf(".Src(%q)", fmt.Sprintf("%s:%d:%d", file, p.Line, p.Column)),
			})
		}
		return true
	})
	sort.SliceStable(inserts, func(i, j int) bool { return inserts[i].offset < inserts[j].offset })
	var out bytes.Buffer
	out.Grow(len(src) + 24*len(inserts))
	from := 0
	for _, in := range inserts {
		out.Write(src[from:in.offset])
		out.WriteString(in.text)
		from = in.offset
	}
	out.Write(src[from:])
	return out.Bytes()
}

func makesNode(call *ast.CallExpr, info *types.Info) bool {
	tv, ok := info.Types[call]
	if !ok || !isNode(tv.Type) || info.Types[call.Fun].IsType() {
		return false
	}
	sel, ok := ast.Unparen(call.Fun).(*ast.SelectorExpr)
	if !ok {
		return true
	}
	f, ok := info.Uses[sel.Sel].(*types.Func)
	return !ok || f.Signature().Recv() == nil || !isNode(f.Signature().Recv().Type())
}

// isNode reports whether t is the SDK's Node.
func isNode(t types.Type) bool {
	n, ok := types.Unalias(t).(*types.Named)
	return ok && n.Obj().Name() == "Node" && n.Obj().Pkg() != nil && n.Obj().Pkg().Path() == immune.SDK
}
