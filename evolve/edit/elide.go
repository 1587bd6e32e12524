package edit

import "github.com/dave/dst"

// elisions reports "rest unchanged" comments: anywhere, and inside a function body or type, where they mean lost code.
func elisions(f *dst.File) (any, inside bool) {
	look := func(decs dst.Decorations) bool {
		for _, c := range decs.All() {
			if elision.MatchString(c) {
				return true
			}
		}
		return false
	}
	any = look(f.Decs.Start) || look(f.Decs.End) || look(f.Decs.Name)
	for _, d := range f.Decls {
		any = any || look(d.Decorations().Start) || look(d.Decorations().End)
		dst.Inspect(d, func(n dst.Node) bool {
			if n == nil || n == d {
				return true
			}
			decs := n.Decorations()
			inside = inside || look(decs.Start) || look(decs.End)
			switch n := n.(type) {
			case *dst.BlockStmt:
				inside = inside || look(n.Decs.Lbrace)
			case *dst.FieldList:
				inside = inside || look(n.Decs.Opening)
			case *dst.CallExpr:
				inside = inside || look(n.Decs.Lparen)
			}
			return true
		})
	}
	return any || inside, inside
}
