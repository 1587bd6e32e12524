package attach_test

import (
	"encoding/json"
	"testing"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/shell/attach"
	"cellshell/tissue"
)

// whole is a frame with every field set.
func whole() attach.Frame {
	tree := &ui.Node{Kind: ui.KindColumn, Children: []*ui.Node{{Kind: ui.KindButton, Text: "+1", Key: "plus", Source: "main.go:4:2", Events: []ui.EventKind{ui.EventTap}}}}
	ui.Identify(tree)
	return attach.Frame{
		Number: 3, Screen: 1, Primary: true, Calm: true, Gone: []tissue.CellID{"clock"},
		Working: &attach.Working{Number: 2, Screen: 1, Sentence: "make it count", Model: "coder", Stage: "write", Tokens: 40, Cost: 0.01, Elapsed: 1200, Others: 1},
		Doc:     &tissue.Document{Version: 1, Cells: map[tissue.CellID]*tissue.Cell{"counter": {Title: "Counter", Kind: tissue.KindWidget}}},
		Cells:   map[tissue.CellID]attach.Cell{"counter": {Tree: tree}, "notes": {Dead: "it crashed"}, "clock": {Same: true, Patch: []ui.Patch{{ID: "column0/plus", Node: tree.Children[0]}}}},
		Edits: &attach.Edits{
			Focus: compositor.Target{Cell: "notes", Node: "area0"}, Loose: "notes/area0", Ended: []string{"counter/field0"},
			Fields: map[string]edit.Splice{"notes/area0": {At: 2, Cut: 1, In: "Milk", Cursor: 4, Anchor: 4}}, Scroll: map[string]paint.Point{"notes/": {Y: 20}},
		},
		Held: &attach.Held{Cell: "counter", Placement: tissue.Placement{Anchor: "top-left", X: 5}},
	}
}

func TestAFrameSurvivesTheWire(t *testing.T) {
	first, err := json.Marshal(whole())
	if err != nil {
		t.Fatal(err)
	}
	var f attach.Frame
	if err := json.Unmarshal(first, &f); err != nil {
		t.Fatal(err)
	}
	ui.Identify(f.Cells["counter"].Tree)
	second, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	if string(first) != string(second) {
		t.Errorf("a frame is\n%s\nand after the wire\n%s", first, second)
	}
	if f.Cells["counter"].Tree.Children[0].Source != "main.go:4:2" || f.Edits.Fields["notes/area0"].Cursor != 4 {
		t.Errorf("the source or the caret is lost: %s", second)
	}
}

func FuzzFrame(f *testing.F) {
	seed, err := json.Marshal(whole())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add([]byte(`{"number":1,"cells":{"a":{"tree":null}},"edits":{}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var frame attach.Frame
		if json.Unmarshal(data, &frame) != nil {
			return
		}
		shown := compositor.CellInput{Tree: whole().Cells["counter"].Tree}
		for _, c := range frame.Cells {
			if is, err := c.Apply(shown); err == nil {
				shown = is
			}
		}
		if frame.Edits != nil {
			if _, err := frame.Edits.Apply(nil); err != nil && len(frame.Edits.Fields) == 0 {
				t.Errorf("edits without a field do not fit: %v", err)
			}
		}
		if _, err := json.Marshal(frame); err != nil {
			t.Errorf("a frame that was read cannot be written: %v", err)
		}
	})
}
