package build_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"cellshell/interp/build"
)

const counter = `package main

import "cellshell/membrane/cell"

// Counter counts taps.
type Counter struct{ Taps int }

func (c *Counter) View(x *cell.Context) cell.Node {
	return cell.Column(
		cell.Text(cell.Itoa(c.Taps)).Size(48).Bold(),
		cell.Button("Tap me").OnTap(func() { c.Taps++ }),
	).Gap(12).Padding(16)
}

func main() { cell.Run(&Counter{}) }
`

func TestTry(t *testing.T) {
	t0 := time.Now()
	g, err := build.NewGate()
	t.Log("gate", time.Since(t0), err)
	for range 3 {
		t0 = time.Now()
		c, err := g.Check("main.go", []byte(counter))
		t.Log(time.Since(t0), err)
		if err == nil {
			t.Log(string(c.Marked), c.Interpretable)
		}
	}
	t0 = time.Now()
	tc, err := build.Prepare(context.Background(), "/tmp/try/native", func(s string) { t.Log(s) })
	t.Log("prepare", time.Since(t0), err)
	if err != nil {
		t.FailNow()
	}
	c, err := g.Check("main.go", []byte(counter))
	if err != nil {
		t.Fatal(err)
	}
	tc.Cache = ""
	for range 4 {
		t0 = time.Now()
		out := filepath.Join(t.TempDir(), "cell")
		err = tc.Build(context.Background(), c.Marked, out, nil)
		t.Log("build", time.Since(t0), err)
		i, _ := os.Stat(out)
		t.Log(i.Size())
	}
}
