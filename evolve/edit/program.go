package edit

import (
	"strings"

	"github.com/dave/dst"
)

// Program names what a source runs: the type whose value main hands to cell.Run, "" when that cannot be told.
func Program(src []byte) string {
	f, err := open(src)
	if err != nil {
		return ""
	}
	name := ""
	dst.Inspect(f.tree, func(n dst.Node) bool {
		call, ok := n.(*dst.CallExpr)
		if !ok || len(call.Args) != 1 {
			return true
		}
		if sel, ok := call.Fun.(*dst.SelectorExpr); !ok || sel.Sel.Name != "Run" {
			return true
		}
		arg := call.Args[0]
		if u, ok := arg.(*dst.UnaryExpr); ok {
			arg = u.X
		}
		switch a := arg.(type) {
		case *dst.CompositeLit:
			if id, ok := a.Type.(*dst.Ident); ok {
				name = id.Name
			}
		case *dst.CallExpr:
			if id, ok := a.Fun.(*dst.Ident); ok && id.Name == "new" && len(a.Args) == 1 {
				if t, ok := a.Args[0].(*dst.Ident); ok {
					name = t.Name
				}
			}
		}
		return name == ""
	})
	return name
}

// Declaration returns the text of the top-level declaration that holds the position, "" when there is none.
func Declaration(src []byte, pos string) string {
	line, _, err := ParsePos(pos)
	if err != nil {
		return ""
	}
	f, err := open(src)
	if err != nil {
		return around(src, line)
	}
	for _, d := range f.tree.Decls {
		a, ok := f.dec.Ast.Nodes[d]
		if !ok {
			continue
		}
		from, to := f.fset.Position(a.Pos()), f.fset.Position(a.End())
		if from.Line <= line && line <= to.Line && to.Offset <= len(src) {
			return string(src[from.Offset:to.Offset])
		}
	}
	return around(src, line)
}

// around returns the lines about a place in a source that does not parse.
func around(src []byte, line int) string {
	lines := strings.Split(string(src), "\n")
	from, to := max(0, line-8), min(len(lines), line+7)
	if from >= to {
		return ""
	}
	return strings.Join(lines[from:to], "\n")
}
