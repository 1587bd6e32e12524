package table_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"cellshell/interp/eval/gen/table"
)

// TestSymbolsAreCurrent fails when the SDK or the list of allowed packages changed and the tables were not made again.
func TestSymbolsAreCurrent(t *testing.T) {
	if v := runtime.Version(); !strings.HasPrefix(v, "go1.26") {
		t.Skipf("the tables are made by Go 1.26, this is %s: its standard library may have more in it", v)
	}
	files, err := table.Files()
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join("..", "..", "symbols")
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || string(got) != string(want) {
			t.Errorf("%s is stale; run: make gen", name)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if _, ok := files[e.Name()]; !ok && e.Name() != "symbols.go" {
			t.Errorf("%s belongs to no allowed package; remove it", e.Name())
		}
	}
}
