package screen

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cellshell/shell/attach"
	"cellshell/shell/control"
)

// TestMethodsAreAllThatAScreenCalls: a screen in a browser may call what Methods lists, and what it does not call it should not
// be able to.
func TestMethodsAreAllThatAScreenCalls(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	called, listed := map[string]bool{}, map[string]bool{}
	for _, name := range files {
		into := called
		switch {
		case strings.HasSuffix(name, "_test.go"):
			continue
		case name == "methods.go":
			into = listed
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && strings.HasPrefix(s.Sel.Name, "Method") && s.Sel.Name != "Methods" {
				into[s.Sel.Name] = true
			}
			return true
		})
	}
	for name := range called {
		if !listed[name] {
			t.Errorf("a screen calls %s, which one in a browser may not: it is missing in Methods", name)
		}
	}
	for name := range listed {
		if !called[name] {
			t.Errorf("Methods lets a browser call %s, which no screen calls", name)
		}
	}
	if len(called) < 5 {
		t.Errorf("only %d calls are found", len(called))
	}
	for _, m := range []string{control.MethodQuit, control.MethodEdit, control.MethodCat, control.MethodSpawn, control.MethodLogs, attach.MethodScreens, control.MethodWeb} {
		if slices.Contains(Methods(), m) {
			t.Errorf("a browser may call %s", m)
		}
	}
}
