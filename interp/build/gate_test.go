package build_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"cellshell/genes"
	"cellshell/immune"
	"cellshell/interp/build"
)

var update = flag.Bool("update", false, "rewrite the recorded answers in testdata")

var gate = sync.OnceValues(func() (*build.Gate, error) { return build.NewGate(context.Background()) })

func newGate(t testing.TB) *build.Gate {
	t.Helper()
	g, err := gate()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// recorded compares an answer with the one recorded beside the source.
func recorded(t *testing.T, source, got string) {
	t.Helper()
	file := strings.TrimSuffix(source, ".go") + ".txt"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run with -update and read what it recorded", err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", source, got, want)
	}
}

func sources(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", dir, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no sources in %s: %v", dir, err)
	}
	return files
}

func name(file string) string { return strings.TrimSuffix(filepath.Base(file), ".go") }

// each runs a test for every source of a folder and compares the answer with the recorded one.
func each(t *testing.T, dir string, answer func(g *build.Gate, src []byte) (string, error)) {
	t.Helper()
	for _, file := range sources(t, dir) {
		t.Run(name(file), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got, err := answer(newGate(t), src)
			if err != nil {
				t.Fatal(err)
			}
			recorded(t, file, got)
		})
	}
}

// TestRefused holds the text of every refusal: people and models read it.
func TestRefused(t *testing.T) {
	each(t, "refused", func(g *build.Gate, src []byte) (string, error) {
		_, err := g.Check("main.go", src)
		var refusal *build.Refusal
		if !errors.As(err, &refusal) {
			return "", fmt.Errorf("not a refusal: %w", err)
		}
		return refusal.String(), nil
	})
}

// TestDialect holds what only the compiled engine runs, and why.
func TestDialect(t *testing.T) {
	each(t, "dialect", func(g *build.Gate, src []byte) (string, error) {
		c, err := g.Check("main.go", src)
		if err != nil {
			return "", err
		}
		if c.Interpretable {
			return "", errors.New("passes for interpretable")
		}
		r := build.Refusal{File: "main.go", Source: src, Findings: c.NotBecause}
		return r.String(), nil
	})
}

// TestMarked holds where positions go and how functions made in loops are written.
func TestMarked(t *testing.T) {
	each(t, "marked", func(g *build.Gate, src []byte) (string, error) {
		c, err := g.Check("main.go", src)
		if err != nil {
			return "", err
		}
		if !c.Interpretable {
			return "", fmt.Errorf("not interpretable: %v", c.NotBecause)
		}
		if a, b := strings.Count(string(src), "\n"), strings.Count(string(c.Marked), "\n"); a != b {
			return "", fmt.Errorf("%d lines became %d", a, b)
		}
		return string(c.Marked), nil
	})
}

func TestGenesPass(t *testing.T) {
	for _, n := range genes.Names() {
		src, _ := genes.Source(n)
		c, err := newGate(t).Check("main.go", src)
		if err != nil {
			t.Errorf("%s: %v", n, err)
			continue
		}
		if !c.Interpretable {
			t.Errorf("%s runs only compiled: %v", n, c.NotBecause)
		}
	}
}

// TestHash: the same source has the same hash, another source another.
func TestHash(t *testing.T) {
	a, err := newGate(t).Check("main.go", []byte(counter))
	if err != nil {
		t.Fatal(err)
	}
	b, err := newGate(t).Check("some/where/main.go", []byte(counter))
	if err != nil {
		t.Fatal(err)
	}
	c, err := newGate(t).Check("main.go", []byte(strings.Replace(counter, "48", "49", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if a.Hash != b.Hash || a.Hash == c.Hash || len(a.Hash) != 64 {
		t.Errorf("hashes %s, %s, %s", a.Hash, b.Hash, c.Hash)
	}
}

// TestConcurrentChecks: one gate serves many.
func TestConcurrentChecks(t *testing.T) {
	g := newGate(t)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, n := range genes.Names() {
				src, _ := genes.Source(n)
				if _, err := g.Check("main.go", src); err != nil {
					t.Errorf("%s: %v", n, err)
				}
			}
		})
	}
	wg.Wait()
}

// TestAllowedImportsExist: every package the gate allows can be imported and linked.
func TestAllowedImportsExist(t *testing.T) {
	for _, path := range immune.AllowedImports {
		src := strings.Replace(counter, "import \"cellshell/membrane/cell\"", "import (\n\t\"cellshell/membrane/cell\"\n\t\""+path+"\"\n)", 1)
		_, err := newGate(t).Check("main.go", []byte(src))
		var refusal *build.Refusal
		if !errors.As(err, &refusal) || !strings.Contains(refusal.Error(), "imported and not used") && path != immune.SDK {
			t.Errorf("%s: %v", path, err)
		}
	}
}

const counter = `package main

import "cellshell/membrane/cell"

type Counter struct{ Taps int }

func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Column(
		cell.Text(cell.Itoa(c.Taps)).Size(48).Bold(),
		cell.Button("Tap me").OnTap(func() { c.Taps++ }),
	).Gap(12).Padding(16)
}

func main() { cell.Run(&Counter{}) }
`
