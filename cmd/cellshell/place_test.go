package main

import (
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// keypad has a row, a helper and a loop over a list: what a person would move.
const keypad = `package main

import "cellshell/membrane/cell"

type Keypad struct{ N int }

func (k *Keypad) View(x *cell.Context) cell.Node {
	var tags []cell.Node
	for _, name := range []string{"Work", "Home", "Friends"} {
		tags = append(tags, cell.Button(name).Key(name))
	}
	return cell.Column(
		cell.Text("Keypad").Key("title"),
		cell.Row(cell.Button("Save").Key("save"), cell.Button("Reset").Key("reset")).Gap(8),
		cell.Row(k.key("Ask"), k.key("Answer")).Gap(8),
		cell.Row(tags...),
	).Gap(12).Padding(20)
}

func (k *Keypad) key(label string) cell.Node {
	return cell.Button(label).Key(label).OnTap(func() { k.N++ })
}

func main() { cell.Run(&Keypad{}) }
`

// TestPlacesInBothEngines moves things of a cell by sentences, and looks where they stand while the interpreter runs it and
// when it is compiled.
func TestPlacesInBothEngines(t *testing.T) {
	d := testenv.Start(t)
	var r act.Receipt
	d.Call(control.MethodSpawn, control.SpawnParams{Name: "keypad", Source: keypad, Manifest: "name = \"keypad\"\n[run]\nlanguage = \"go\"\n"}, &r)
	if r.Status != act.Done {
		t.Fatal(r.Reason)
	}
	at := func(key string) control.Bounds {
		t.Helper()
		c := d.Inspect("keypad")
		n := find(c, key)
		if n == nil {
			t.Fatalf("no %s", key)
		}
		b := n.Bounds
		b.X, b.Y = b.X-c.Bounds.X, b.Y-c.Bounds.Y
		return b
	}
	for _, say := range []string{
		"put the reset button on the left", "swap ask and answer", "put friends before work", "move the save button under the title", "nudge it up a bit",
	} {
		if r := d.Evolve("", say); r.Status != act.Done || r.Commit == "" {
			t.Fatalf("%q: %s %s%s", say, r.Status, r.Question, r.Reason)
		}
	}
	right := func(engine string) map[string]control.Bounds {
		t.Helper()
		got := map[string]control.Bounds{}
		for _, key := range []string{"title", "save", "reset", "Ask", "Answer", "Work", "Home", "Friends"} {
			got[key] = at(key)
		}
		if got["save"].Y < got["title"].Y+got["title"].H-8 || got["save"].Y > got["reset"].Y || got["Answer"].X >= got["Ask"].X ||
			got["Friends"].X >= got["Work"].X || got["Work"].X >= got["Home"].X {
			t.Errorf("%s: they stand at %v", engine, got)
		}
		return got
	}
	before := right("interpreted")
	testenv.Eventually(t, 60*time.Second, "the native engine", func() bool { return d.Inspect("keypad").Engine == "native" })
	for key, b := range right("compiled") {
		if b != before[key] {
			t.Errorf("%s was at %v and is at %v", key, before[key], b)
		}
	}
	d.Call(control.MethodTap, control.NodeParams{Target: "keypad/Ask"}, nil)
}
