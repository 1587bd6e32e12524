package evolve_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
)

// ownCell is the program of a cell that is none of the built-in ones.
const ownCell = `package main

import "cellshell/membrane/cell"

// Thing shows what it has.
type Thing struct{ Hours int }

// View shows it.
func (s *Thing) View(x *cell.Context) cell.Node {
	return cell.Column(
		%s,
	).Gap(8).Padding(20)
}

func main() { cell.Run(&Thing{}) }
`

// placesDesk is one of the desktops of places.tsv.
func placesDesk(t *testing.T, kind string) *desk {
	t.Helper()
	d := newDesk(t)
	add := func(r evolve.SpawnRequest) {
		if got := d.Spawn(context.Background(), r); got.Status != act.Done {
			t.Fatal(got.Line())
		}
	}
	genes, own := map[string]string{
		"builtin": "panel counter notes", "home": "panel notes clock", "many": "panel notes clock counter calculator timer monitor",
	}[kind], [][2]string{
		{"form", `cell.Text("Form").Key("title").Bold(), cell.Row(cell.Button("Save").Key("save").Primary(), cell.Button("Cancel").Key("cancel")).Gap(8)`},
		{"terminal", `cell.Text("$ ls").Key("prompt").Mono(), cell.Text("main.go").Key("out").Mono()`},
		{"todo", `cell.Text("buy milk, 3 May").Key("one"), cell.Text("call mum, 1 May").Key("two")`},
	}
	for _, g := range strings.Fields(genes) {
		add(evolve.SpawnRequest{Gene: g})
	}
	for _, o := range own {
		if kind == "home" {
			add(evolve.SpawnRequest{Name: o[0], Source: fmt.Appendf(nil, ownCell, o[1])})
		}
	}
	return d
}

// TestPlaces says conversations about places, sizes, order and the number of things to a desktop. places.tsv holds each sentence
// with what its receipt must begin with, or its question; nothing for one that is only said on the way.
func TestPlaces(t *testing.T) {
	f, err := os.Open("testdata/places.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var d *desk
	said := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if kind, ok := strings.CutPrefix(line, "desk: "); ok {
			d = placesDesk(t, kind)
			continue
		}
		if line == "" || strings.HasPrefix(line, "# ") {
			continue
		}
		sentence, want, _ := strings.Cut(line, "\t")
		r := d.Evolve(context.Background(), evolve.Request{Sentence: sentence})
		got, _, _ := strings.Cut(string(r.Status)+" "+r.Line(), " · ")
		if said++; want != "" && got != want {
			t.Errorf("%q: %s, want %s", sentence, got, want)
		}
	}
	if said == 0 {
		t.Error("nothing was said")
	}
}
