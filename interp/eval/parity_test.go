package eval_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cellshell/genes"
	"cellshell/membrane/celltest"
	"cellshell/membrane/ui"
)

// TestParity runs every program of testdata/both on both engines, does the same to both, and wants the same answers.
func TestParity(t *testing.T) {
	files, err := filepath.Glob("testdata/both/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no programs", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".go"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sameOnBoth(t, string(src))
		})
	}
}

// TestGenesParity does the same with every built-in cell.
func TestGenesParity(t *testing.T) {
	for _, name := range genes.Names() {
		t.Run(name, func(t *testing.T) {
			src, ok := genes.Source(name)
			if !ok {
				t.Fatal("no source")
			}
			sameOnBoth(t, string(src))
		})
	}
}

// TestExamplesParity does the same with the examples in Go.
func TestExamplesParity(t *testing.T) {
	files, err := filepath.Glob("../../examples/*/main.go")
	if err != nil || len(files) < 2 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(filepath.Dir(file)), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sameOnBoth(t, string(src))
		})
	}
}

// sameOnBoth fails the test when the two engines answer one script differently.
func sameOnBoth(t *testing.T, src string) {
	t.Helper()
	c := check(t, src)
	if !c.Interpretable {
		t.Fatalf("not interpretable: %v", c.NotBecause)
	}
	interpreted := start(t, "yaegi", c, celltest.Options{})
	exercise(interpreted)
	compiled := start(t, "native", c, celltest.Options{})
	exercise(compiled)
	a, b := interpreted.Record(), compiled.Record()
	if !bytes.Equal(a, b) {
		t.Errorf("the engines differ:\n%s", firstDifference(a, b))
	}
	if len(interpreted.Tree().Children) == 0 && interpreted.Tree().Text == "" {
		t.Error("the program shows nothing")
	}
	if strings.Contains(string(a), `"type":"bye"`) {
		t.Errorf("the cell ended: %s", a)
	}
}

// exercise does something to every node that listens, twice, and lets time pass.
func exercise(d *celltest.Driver) {
	for round := range 2 {
		var nodes []*ui.Node
		ui.Walk(d.Tree(), func(n *ui.Node) bool {
			if len(n.Events) > 0 && !n.Disabled {
				nodes = append(nodes, n)
			}
			return true
		})
		for i, n := range nodes {
			for _, kind := range n.Events {
				d.Event(ui.Event{
					Node: n.ID, Kind: kind, Text: fmt.Sprintf("w%d ä%d", round, i),
					Value: float64((i + round) % 2), X: float64(i), Y: 3,
				})
			}
		}
		d.Key("a", "enter", "7", "up", "ctrl+s")
		d.Advance(3 * time.Second)
		d.Theme(round == 0)
	}
}

func firstDifference(a, b []byte) string {
	x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("message %d\ninterpreted %s\ncompiled    %s", i, x[i], y[i])
		}
	}
	return fmt.Sprintf("interpreted %d messages, compiled %d", len(x), len(y))
}
