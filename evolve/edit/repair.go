package edit

import (
	"fmt"
	"go/token"
	"path"
	"regexp"
	"strings"

	"github.com/dave/dst"

	"cellshell/immune"
)

// Repair mends what needs no thought: imports missing, unused or misspelt, variables that are not used, := that declares
// nothing, a wrong package clause, a missing main. It returns the source and what was mended, in words; nothing mended
// returns src itself. What it returns may have further findings.
func Repair(src []byte, found []immune.Finding) (out []byte, fixes []string) {
	out, fixes, err := repair(src, found)
	if err != nil || len(fixes) == 0 {
		return src, nil
	}
	return out, fixes
}

var (
	undefinedName = regexp.MustCompile(`^undefined: ([a-z][a-z0-9]*)$`)
	unusedImport  = regexp.MustCompile(`^"([^"]+)" imported(?: as \w+)? and not used`)
	unusedName    = regexp.MustCompile(`^declared and not used: (\w+)`)
	hiddenName    = regexp.MustCompile(`(?:name ([a-z]\w*) not exported by package (\w+)|undefined: (cell)\.([a-z]\w*))`)
	badImport     = regexp.MustCompile(`^import "([^"]+)" is not allowed`)
)

func repair(src []byte, found []immune.Finding) (out []byte, fixes []string, err error) {
	defer guard(&err)
	f, err := open(src)
	if err != nil {
		return nil, nil, err
	}
	note := func(format string, args ...any) {
		fixes = append(fixes, fmt.Sprintf(format, args...))
	}
	for _, finding := range found {
		switch {
		case finding.Rule == "package":
			f.tree.Name.Name = "main"
			note("package is main")
		case undefinedName.MatchString(finding.Message):
			name := undefinedName.FindStringSubmatch(finding.Message)[1]
			if p := importFor(name); p != "" {
				f.addImport(p, "")
				note("import %q", p)
			}
		case guessed.MatchString(finding.Message) && !hiddenName.MatchString(finding.Message):
			if from, to, ok := f.rename(finding.Message, finding.Pos); ok {
				note("%s is called %s", from, to)
			}
		case unusedImport.MatchString(finding.Message):
			p := unusedImport.FindStringSubmatch(finding.Message)[1]
			f.removeImport(p)
			note("import %q was not used", p)
		case badImport.MatchString(finding.Message):
			p := badImport.FindStringSubmatch(finding.Message)[1]
			f.removeImport(p)
			if path.Base(p) == "cell" || strings.HasPrefix(p, "cellshell/") {
				f.addImport(immune.SDK, "")
				note("the SDK is %q", immune.SDK)
			} else if p == "math/rand/v2" {
				f.addImport("math/rand", "")
				note("import \"math/rand\"")
			} else if !f.uses(path.Base(p)) {
				note("import %q was not used", p)
			} else {
				f.addImport(p, "") // used: somebody must rewrite it
			}
		case unusedName.MatchString(finding.Message):
			name := unusedName.FindStringSubmatch(finding.Message)[1]
			if f.useUp(finding.Pos, name) {
				note("%s is not used", name)
			}
		case strings.HasPrefix(finding.Message, "no new variables on left side of :="):
			if f.assign(finding.Pos) {
				note(":= became =")
			}
		case hiddenName.MatchString(finding.Message):
			m := hiddenName.FindStringSubmatch(finding.Message)
			pkg, name := m[2]+m[3], m[1]+m[4]
			if f.capitalise(pkg, name) {
				note("%s.%s is spelt with a capital", pkg, name)
			}
		case strings.Contains(finding.Message, "function main is undeclared"):
			if f.addMain() {
				note("func main was missing")
			}
		}
	}
	if len(fixes) == 0 {
		return src, nil, nil
	}
	out, err = f.bytes()
	return out, fixes, err
}

// importFor is the allowed package of that name.
func importFor(name string) string {
	for _, p := range immune.AllowedImports {
		if path.Base(p) == name {
			return p
		}
	}
	return ""
}

// uses reports whether the source names the package.
func (f *file) uses(pkg string) bool {
	found := false
	dst.Inspect(f.tree, func(n dst.Node) bool {
		if sel, ok := n.(*dst.SelectorExpr); ok {
			if id, ok := sel.X.(*dst.Ident); ok && id.Name == pkg {
				found = true
			}
		}
		return !found
	})
	return found
}

// useUp writes "_ = name" after the statement at pos that declares it.
func (f *file) useUp(pos, name string) bool {
	line, _, err := ParsePos(pos)
	if err != nil {
		return false
	}
	done := false
	within := func(list []dst.Stmt) []dst.Stmt {
		for i, s := range list {
			if done || f.position(s).Line != line {
				continue
			}
			switch s := s.(type) {
			case *dst.AssignStmt:
				if s.Tok != token.DEFINE {
					continue
				}
			case *dst.DeclStmt:
			default:
				continue
			}
			use := &dst.AssignStmt{Lhs: []dst.Expr{dst.NewIdent("_")}, Tok: token.ASSIGN, Rhs: []dst.Expr{dst.NewIdent(name)}}
			use.Decs.Before, use.Decs.After = dst.NewLine, dst.NewLine
			done = true
			rest := append([]dst.Stmt{use}, list[i+1:]...)
			return append(list[:i+1:i+1], rest...)
		}
		return list
	}
	dst.Inspect(f.tree, func(n dst.Node) bool {
		switch n := n.(type) {
		case *dst.BlockStmt:
			n.List = within(n.List)
		case *dst.CaseClause:
			n.Body = within(n.Body)
		}
		return !done
	})
	return done
}

// assign turns the := at pos into =.
func (f *file) assign(pos string) bool {
	line, _, err := ParsePos(pos)
	if err != nil {
		return false
	}
	done := false
	dst.Inspect(f.tree, func(n dst.Node) bool {
		if s, ok := n.(*dst.AssignStmt); ok && !done && s.Tok == token.DEFINE && f.position(s).Line == line {
			s.Tok, done = token.ASSIGN, true
		}
		return !done
	})
	return done
}

// capitalise writes pkg.name with a capital everywhere.
func (f *file) capitalise(pkg, name string) bool {
	done := false
	dst.Inspect(f.tree, func(n dst.Node) bool {
		if sel, ok := n.(*dst.SelectorExpr); ok && sel.Sel.Name == name {
			if id, ok := sel.X.(*dst.Ident); ok && id.Name == pkg {
				sel.Sel.Name = strings.ToUpper(name[:1]) + name[1:]
				done = true
			}
		}
		return true
	})
	return done
}

// addMain writes main for the type that has a View method.
func (f *file) addMain() bool {
	for _, d := range f.tree.Decls {
		fn, ok := d.(*dst.FuncDecl)
		if !ok || fn.Name.Name != "View" || receiver(fn) == "" {
			continue
		}
		value, err := expression("cell.Run(&" + receiver(fn) + "{})")
		if err != nil {
			return false
		}
		f.insert(len(f.tree.Decls), &dst.FuncDecl{
			Name: dst.NewIdent("main"), Type: &dst.FuncType{Params: &dst.FieldList{}},
			Body: &dst.BlockStmt{List: []dst.Stmt{&dst.ExprStmt{X: value}}},
		})
		f.addImport(immune.SDK, "")
		return true
	}
	return false
}
