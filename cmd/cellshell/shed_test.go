package main

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/internal/testenv"
	"cellshell/shell/control"
)

// naming is a cell with a list and a number in its state.
const naming = `package main

import "cellshell/membrane/cell"

// Naming keeps names, and how many it was given.
type Naming struct {
	Names []string
	Count int
}

// View shows how many there are.
func (n *Naming) View(x *cell.Context) cell.Node {
	return cell.Column(
		cell.Text(cell.Itoa(len(n.Names))).Key("names"),
		cell.Button("Add").Key("add").OnTap(n.add),
	).Gap(8).Padding(12)
}

func (n *Naming) add() {
	n.Count++
	n.Names = append(n.Names, "Ada")
}

func main() { cell.Run(&Naming{}) }
`

// TestUndoGivesBackState changes a program so that it has no place for a part of its state, or another kind of place. The way
// back brings that part back too, after a death of the body as well; what went on meanwhile stays.
func TestUndoGivesBackState(t *testing.T) {
	d := testenv.Start(t)
	var r act.Receipt
	d.Call(control.MethodSpawn, control.SpawnParams{Source: naming, Manifest: "name = \"naming\"\nkind = \"widget\"\n"}, &r)
	if r.Status != act.Done {
		t.Fatalf("%s: %s", r.Status, r.Reason)
	}
	state := func(want string) {
		t.Helper()
		testenv.Eventually(t, 5*time.Second, "the state is "+want, func() bool {
			var is, should any
			return json.Unmarshal(d.Inspect("naming").State, &is) == nil && json.Unmarshal([]byte(want), &should) == nil && reflect.DeepEqual(is, should)
		})
	}
	edit := func(changes ...string) {
		t.Helper()
		d.Call(control.MethodEdit, control.EditParams{Cell: "naming", Source: strings.NewReplacer(changes...).Replace(naming)}, &r)
		if r.Status != act.Done {
			t.Fatalf("%s: %s", r.Status, r.Reason)
		}
	}
	ok(t, d, "tap", "naming/add")
	ok(t, d, "tap", "naming/add")
	state(`{"Names":["Ada","Ada"],"Count":2}`)

	edit("Names []string", "Names map[string]int", `n.Names = append(n.Names, "Ada")`, `n.Names = map[string]int{"Ada": n.Count}`)
	state(`{"Names":null,"Count":2}`)
	if out := ok(t, d, "logs", "naming"); !strings.Contains(out, "no place for Names; undo brings it back") {
		t.Errorf("its log says\n%s", out)
	}
	ok(t, d, "tap", "naming/add")
	state(`{"Names":{"Ada":3},"Count":3}`)
	d.KillBody()
	d.WaitUp(20 * time.Second)
	ok(t, d, "undo")
	state(`{"Names":["Ada","Ada"],"Count":3}`)
	ok(t, d, "redo")
	state(`{"Names":{"Ada":3},"Count":3}`)
	ok(t, d, "undo")

	edit("\tCount int\n", "", "\tn.Count++\n", "")
	state(`{"Names":["Ada","Ada"]}`)
	ok(t, d, "restore", "2")
	state(`{"Names":["Ada","Ada"],"Count":3}`)
	if out := ok(t, d, "spawn", "counter"); !strings.Contains(out, "Added Counter") {
		t.Errorf("others go on: %s", out)
	}
}
