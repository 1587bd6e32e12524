package edit

import (
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"slices"
	"strings"

	"github.com/dave/dst"
)

// Unreached names the declarations that changed from before to after, when none of them is ever used by the program, sorted;
// nil when one is, or when nothing changed. What has the name of something that is used counts as used.
func Unreached(before, after []byte) []string {
	changed := Changed(before, after)
	if len(changed) == 0 {
		return nil
	}
	f, err := open(after)
	used := reached(after)
	if err != nil || used == nil {
		return nil
	}
	keys := f.keys()
	for _, key := range changed {
		i := slices.Index(keys, key)
		if i < 0 || slices.ContainsFunc(declNames(f.tree.Decls[i]), func(name string) bool { return used[name] }) {
			return nil // it was removed, or is used
		}
	}
	return slices.DeleteFunc(changed, func(key string) bool { return strings.HasPrefix(key, "import") })
}

// declNames are the names that a declaration declares; an import has none.
func declNames(d dst.Decl) (names []string) {
	switch d := d.(type) {
	case *dst.FuncDecl:
		return []string{d.Name.Name}
	case *dst.GenDecl:
		for _, s := range d.Specs {
			names = append(names, specNames(s)...)
		}
	}
	return names
}

// reached are the names that a program uses, beginning with main, and with methods that somebody else may call. It is nil for
// what does not parse.
func reached(src []byte) map[string]bool {
	f, err := parser.ParseFile(token.NewFileSet(), "main.go", src, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	uses := map[string]map[string]bool{} // by the name of a declaration: what it mentions
	used := map[string]bool{}
	var open []string
	use := func(name string) {
		if !used[name] {
			used[name] = true
			open = append(open, name)
		}
	}
	note := func(name string, n ast.Node) {
		if uses[name] == nil {
			uses[name] = map[string]bool{}
		}
		ast.Inspect(n, func(n ast.Node) bool {
			if id, ok := n.(*ast.Ident); ok && id.Name != name {
				uses[name][id.Name] = true
			}
			return true
		})
	}
	for _, d := range f.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			note(d.Name.Name, d)
			if d.Name.Name == "main" && d.Recv == nil || d.Name.Name == "init" || d.Recv != nil && d.Name.IsExported() {
				use(d.Name.Name)
			}
		case *ast.GenDecl:
			for _, s := range d.Specs {
				switch s := s.(type) {
				case *ast.TypeSpec:
					note(s.Name.Name, s)
				case *ast.ValueSpec:
					for _, n := range s.Names {
						note(n.Name, d) // constants in a row belong together
					}
					if slices.ContainsFunc(s.Values, calls) {
						use(s.Names[0].Name) // it runs at the start
					}
				}
			}
		}
	}
	for len(open) > 0 {
		name := open[len(open)-1]
		open = open[:len(open)-1]
		for _, n := range slices.Sorted(maps.Keys(uses[name])) {
			use(n)
		}
	}
	return used
}

// calls reports whether a value comes from a call.
func calls(e ast.Expr) (found bool) {
	ast.Inspect(e, func(n ast.Node) bool {
		_, call := n.(*ast.CallExpr)
		found = found || call
		return !found
	})
	return found
}
