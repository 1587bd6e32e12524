package evolve_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
)

// talked reads a table of conversations: a line "desk: …" begins one on a fresh desktop, # begins a remark, and every other line is
// handed to say with where it stands.
func talked(t *testing.T, table string, say func(d *desk, where, line string)) {
	t.Helper()
	f, err := os.Open("testdata/" + table)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var d *desk
	n, sentences := 0, 0
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		n++
		where, line := fmt.Sprintf("%s:%d", table, n), lines.Text()
		kind, begins := strings.CutPrefix(line, "desk: ")
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case begins:
			d = talkDesk(t, kind)
		case d == nil:
			t.Fatalf("%s: no desk", where)
		default:
			sentences++
			say(d, where, line)
		}
	}
	if err := lines.Err(); err != nil || sentences == 0 {
		t.Fatalf("%s: %d sentences, %v", table, sentences, err)
	}
	t.Logf("%d sentences", sentences)
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
