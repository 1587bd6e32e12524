package build_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestCellCache: a cell is built once, found at a glance, and the cache stays bounded.
func TestCellCache(t *testing.T) {
	tc := *toolchain(t)
	tc.Cache = filepath.Join(t.TempDir(), "cells")
	c := checked(t, counter)
	if tc.Has(c.Marked) {
		t.Fatal("it is there before it was built")
	}
	path, err := tc.Cell(context.Background(), c.Marked, nil)
	if err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o100 == 0 {
		t.Errorf("no executable: %v %v", info, err)
	}
	const kept = 96
	old := time.Now().Add(-2 * time.Hour)
	for i := range 2 * kept {
		name := filepath.Join(tc.Cache, fmt.Sprintf("old%d", i))
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, old, old); err != nil {
			t.Fatal(err)
		}
	}
	work := filepath.Join(tc.Cache, ".build-dead")
	if err := os.Mkdir(work, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(work, old, old); err != nil {
		t.Fatal(err)
	}
	again, err := tc.Cell(context.Background(), c.Marked, func(context.Context, []string, string, []string, []string) error {
		t.Error("it was built twice")
		return nil
	})
	if err != nil || again != path || !tc.Has(c.Marked) {
		t.Errorf("%s, then %s: %v", path, again, err)
	}
	other := checked(t, strings.Replace(counter, "package main", "// Another one.\npackage main", 1))
	if _, err := tc.Cell(context.Background(), other.Marked, nil); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(tc.Cache)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != kept {
		t.Errorf("%d files are kept, want %d", len(entries), kept)
	}
	if !tc.Has(c.Marked) {
		t.Error("the one used last was thrown away")
	}
	if _, err := tc.Cell(context.Background(), []byte("package main\n\nfunc main() { undefined() }\n"), nil); err == nil {
		t.Error("a broken source was built")
	}
	if left, _ := filepath.Glob(filepath.Join(tc.Cache, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
