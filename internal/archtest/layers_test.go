package archtest_test

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"cellshell/internal/archtest"
)

// pointDown holds packages to ARCHITECTURE.md and returns them.
func pointDown(t *testing.T, patterns ...string) []archtest.Package {
	t.Helper()
	doc, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	layers, err := archtest.ReadLayers(string(doc))
	if err != nil {
		t.Fatal(err)
	}
	packages, err := archtest.List("../..", patterns...)
	if err != nil {
		t.Fatal(err)
	}
	if len(packages) < len(patterns) {
		t.Fatalf("%d packages for %v", len(packages), patterns)
	}
	for _, p := range packages {
		for _, wrong := range layers.Check(p) {
			t.Error(wrong)
		}
	}
	return packages
}

func TestImportsPointDown(t *testing.T) { pointDown(t, "./...") }

// TestImportsOfTheBrowserScreen is TestImportsPointDown for the files that only a browser's screen has.
func TestImportsOfTheBrowserScreen(t *testing.T) {
	t.Setenv("GOOS", "js")
	t.Setenv("GOARCH", "wasm")
	for _, p := range pointDown(t, "./cmd/cellscreen", "./shell/screen", "./shell/stage", "./shell/control", "./gpu/window") {
		for _, dep := range p.Deps {
			for _, path := range []string{"cellshell/web", "cellshell/shell/body", "cellshell/nucleus", "github.com/sashabaranov/go-openai", "github.com/spf13/cobra"} {
				if dep == path || strings.HasPrefix(dep, path+"/") {
					t.Errorf("%s links %s, which in a browser is only weight", p.ImportPath, dep)
				}
			}
		}
	}
}

func TestCheck(t *testing.T) {
	layers, err := archtest.ReadLayers("text\n```layers\n3 top x/tests\n2 left right\n1 base\n0 x\n```\n")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name, from, to string
		want           []string
	}{
		{"down", "cellshell/left/a", "cellshell/base", nil},
		{"within a tree", "cellshell/left/a", "cellshell/left/b", nil},
		{"outside the module", "cellshell/base", "example.com/top", nil},
		{"up", "cellshell/base", "cellshell/top", []string{"cellshell/base (layer 1) imports cellshell/top (layer 3); imports point down only"}},
		{"the longest folder counts", "cellshell/x/tests", "cellshell/left", nil},
		{"sideways", "cellshell/left", "cellshell/right", []string{"cellshell/left imports cellshell/right of its own layer 2; declare a small interface and let shell plug it in"}},
		{"nowhere", "cellshell/lost", "cellshell/base", []string{"cellshell/lost has no layer; add its folder to ARCHITECTURE.md"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := layers.Check(archtest.Package{ImportPath: tt.from, Imports: []string{tt.to}}); !reflect.DeepEqual(got, tt.want) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
