package immune_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cellshell/immune"
)

func ExampleCheckSource() {
	found, _, _ := immune.CheckSource("main.go", []byte("package main\n\nimport \"net/http\"\n\nfunc init() {}\n"))
	for _, f := range found {
		fmt.Println(f)
	}
	// Output:
	// main.go:3:8: import "net/http" is not allowed (the network needs a service: x.Call(…))
	// main.go:5:1: func init is not allowed (set the fields of the cell in main)
}

func TestListsAreSorted(t *testing.T) {
	if !slices.IsSorted(immune.AllowedImports) {
		t.Errorf("AllowedImports: %v", immune.AllowedImports)
	}
	for _, path := range immune.NativeImports {
		if !slices.Contains(immune.AllowedImports, path) {
			t.Errorf("native import %s is not allowed", path)
		}
	}
	if names := immune.DeniedNames("time"); !slices.IsSorted(names) || !slices.Contains(names, "Now") {
		t.Errorf("denied names of time: %v", names)
	}
}

// TestLoopsThatEnd: only a loop nothing can leave is refused.
func TestLoopsThatEnd(t *testing.T) {
	tests := []struct {
		body string
		want bool // refused
	}{
		{"for {}", true},
		{"for { x++ }", true},
		{"for { for { break } }", true},
		{"for { switch { case x > 1: break } }", true},
		{"for { func() { return }() }", true},
		{"for { continue }", true},
		{"for { break }", false},
		{"for { if x > 1 { return } }", false},
		{"out: for { for { break out } }", false},
		{"for { panic(x) }", false},
		{"for x < 3 { }", false},
	}
	for _, tt := range tests {
		found, _, _ := immune.CheckSource("main.go", []byte("package main\n\nfunc f(x int) {\n\t"+tt.body+"\n}\n"))
		refused := slices.ContainsFunc(found, func(f immune.Finding) bool { return f.Rule == "loop" })
		if refused != tt.want {
			t.Errorf("%s: refused %t, want %t (%v)", tt.body, refused, tt.want, found)
		}
	}
}

// FuzzCheckSource: no input panics or takes long, and what passes is bounded.
func FuzzCheckSource(f *testing.F) {
	f.Add([]byte("package main\n\ntype a struct{ b b }\n\ntype b struct{ a *a }\n\nconst c = `x` + d\n\nconst d = `y`\n"))
	f.Add([]byte("package main\n\nfunc f[T any](x ...T) (y []T) { for { goto l; l: } }\n\nvar x = [...]int{1 << 3: make([]int, len(`a`))[0]}\n"))
	f.Add([]byte("package main\n\nimport (\n\t. `fmt`\n\t_ \"C\"\n)\n\n//line x:1\n/*line y:2*/ var z = 0x1p-9i\n"))
	f.Add([]byte("package main // " + strings.Repeat("\u202e", 3)))
	f.Fuzz(func(t *testing.T, src []byte) {
		begin := time.Now()
		found, tree, fset := immune.CheckSource("main.go", src)
		if took := time.Since(begin); took > 2*time.Second {
			t.Errorf("took %v", took)
		}
		if len(found) == 0 && (tree == nil || fset == nil || len(src) > immune.MaxSource) {
			t.Errorf("passed without a tree: %q", src)
		}
		for _, x := range found {
			if x.Rule == "" || x.Message == "" || !strings.HasPrefix(x.Pos, "main.go") {
				t.Errorf("incomplete finding %+v", x)
			}
		}
	})
}
