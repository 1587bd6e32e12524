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

// TestTalk holds conversations, sentence by sentence, to the receipt that each must have: what was asked is told truly, what
// was wished is done, and what cannot be known or done is said. A line "desk: …" of the table begins a fresh desktop.
func TestTalk(t *testing.T) {
	f, err := os.Open("testdata/talk.tsv")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var d *desk
	n := 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if kind, ok := strings.CutPrefix(line, "desk: "); ok {
			d = talkDesk(t, kind)
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != 4 || d == nil {
			t.Fatalf("want at, sentence, status and words of the receipt: %q", line)
		}
		r := evolve.Request{Sentence: cells[1]}
		r.At.Cell, r.At.Node, _ = strings.Cut(cells[0], "/")
		got := d.Evolve(t.Context(), r)
		if string(got.Status) != cells[2] || !strings.Contains(got.Line(), cells[3]) {
			t.Errorf("%q: %s, %q, want %s with %q", cells[1], got.Status, got.Line(), cells[2], cells[3])
		}
		n++
	}
	t.Logf("%d sentences", n)
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
