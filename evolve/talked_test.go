package evolve_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
)

// A conversation is what is said to one desktop: its kind, and the lines after the one of the table that names it.
type conversation struct {
	kind  string
	at    int
	lines []string
}

// talked holds the conversations of a table, each on a desktop that is closed before the next one opens, and hands every line to
// say with where it stands.
func talked(t *testing.T, table string, say func(d *desk, where, line string)) {
	t.Helper()
	for _, c := range conversations(t, table) {
		t.Run(fmt.Sprintf("%s:%d", table, c.at), func(t *testing.T) {
			d, sentences := talkDesk(t, c.kind), 0
			for i, line := range c.lines {
				if line != "" && !strings.HasPrefix(line, "#") {
					sentences++
					say(d, fmt.Sprintf("%s:%d", table, c.at+i+1), line)
				}
			}
			if sentences == 0 {
				t.Error("nobody says anything")
			}
		})
	}
}

// conversations reads a table: a line "desk: …" begins one, # begins a remark.
func conversations(t *testing.T, table string) (all []conversation) {
	t.Helper()
	text, err := os.ReadFile("testdata/" + table)
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(string(text), "\n") {
		kind, begins := strings.CutPrefix(line, "desk: ")
		switch {
		case begins:
			all = append(all, conversation{kind: kind, at: i + 1})
		case len(all) > 0:
			last := &all[len(all)-1]
			last.lines = append(last.lines, line)
		case line != "" && !strings.HasPrefix(line, "#"):
			t.Fatalf("%s:%d: no desk", table, i+1)
		}
	}
	if len(all) == 0 {
		t.Fatalf("%s: no conversations", table)
	}
	return all
}

// talkGenes are the built-ins of a desktop that is talked about, talkCells the cells of one's own.
var (
	talkGenes = map[string]string{"builtin": "panel counter notes", "home": "panel notes clock", "many": "panel notes clock counter calculator timer monitor"}
	talkCells = [][2]string{
		{"form", `cell.Text("Form").Key("title").Bold(), cell.Row(cell.Button("Save").Key("save").Primary(), cell.Button("Cancel").Key("cancel")).Gap(8)`},
		{"terminal", `cell.Text("$ ls").Key("prompt").Mono(), cell.Text("main.go").Key("out").Mono()`},
		{"todo", `cell.Text("buy milk, 3 May").Key("one"), cell.Text("call mum, 1 May").Key("two")`},
	}
)

const talkCell = "package main\n\nimport \"cellshell/membrane/cell\"\n\n// Thing is a stand-in.\ntype Thing struct{ Hours int }\n\n// View shows it.\nfunc (s *Thing) View(x *cell.Context) cell.Node {\n\treturn cell.Column(\n\t\t%s,\n\t).Gap(8).Padding(20)\n}\n\nfunc main() { cell.Run(&Thing{}) }\n"

func talkDesk(t *testing.T, kind string) *desk {
	t.Helper()
	d := newDesk(t)
	spawn := func(r evolve.SpawnRequest) {
		if got := d.Spawn(t.Context(), r); got.Status != act.Done {
			t.Fatal(got.Line())
		}
	}
	for _, gene := range strings.Fields(talkGenes[kind]) {
		spawn(evolve.SpawnRequest{Gene: gene})
	}
	if kind == "home" {
		for _, c := range talkCells {
			spawn(evolve.SpawnRequest{Name: c[0], Source: fmt.Appendf(nil, talkCell, c[1])})
		}
	}
	return d
}
