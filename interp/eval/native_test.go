package eval_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cellshell/interp/eval"
	"cellshell/membrane/celltest"
)

// TestDialectRunsCompiled: what the interpreter must not run is kept from it, and the compiled engine runs it.
func TestDialectRunsCompiled(t *testing.T) {
	files, err := filepath.Glob("../build/testdata/dialect/*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no sources", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".go"), func(t *testing.T) {
			t.Parallel()
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			c := check(t, string(src))
			if c.Interpretable {
				t.Fatalf("%s would be given to %s", file, eval.Engine)
			}
			d := start(t, "native", c, celltest.Options{})
			if d.Hello().Engine != "native" {
				t.Errorf("engine %q", d.Hello().Engine)
			}
			exercise(d)
		})
	}
}

// TestLoopVariablesCompiled: every round has its own variable, also when the body changes it later.
func TestLoopVariablesCompiled(t *testing.T) {
	c := check(t, `package main

import (
	"fmt"

	"cellshell/membrane/cell"
)

type Loops struct{ Out string }

func (l *Loops) View(x *cell.Context) cell.Node {
	var rows []cell.Node
	for i := 0; i < 6; i++ {
		n := i * 10
		rows = append(rows, cell.Button(fmt.Sprint("b", i)).OnTap(func() { l.Out += fmt.Sprint(i, ":", n, " ") }))
		i++
		n++
	}
	return cell.Column(rows...)
}

func main() { cell.Run(&Loops{}) }
`)
	if c.Interpretable {
		t.Fatal("variables that change after the function was made went to the interpreter")
	}
	d := start(t, "native", c, celltest.Options{})
	d.Tap("b0", "b2", "b4")
	if want := `{"Out":"1:1 3:21 5:41 "}`; string(d.State()) != want {
		t.Errorf("state %s, want %s", d.State(), want)
	}
}
