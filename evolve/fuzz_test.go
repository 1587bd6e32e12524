package evolve_test

import (
	"encoding/json"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/evolve/evolvetest"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// FuzzActs gives the writers acts that no parser would make: they must refuse them, not fall over.
func FuzzActs(f *testing.F) {
	d := evolvetest.New(f)
	d.Put("door", door, nil, tissue.Cell{Title: "Door"})
	d.Put("py", "", &ui.Node{Kind: ui.KindButton, Text: "Save"}, tissue.Cell{Kind: tissue.KindWindow})
	d.Put("bar", "", &ui.Node{Kind: ui.KindText, Text: "bar"}, tissue.Cell{Kind: tissue.KindPanel, Placement: tissue.Placement{Anchor: "top"}})
	scene := d.Scene()
	before := scene.Doc.Clone()
	door := act.Target{Cell: "door", Node: "column0/keys/Lock"}
	for _, acts := range [][]act.Act{
		{{Intent: act.Resize, Target: door, Args: act.Args{Factor: 1.5}}, {Intent: act.Recolor, Target: door, Args: act.Args{Color: "red"}}},
		{{Intent: act.Move, Target: act.Target{Cell: "py"}, Args: act.Args{Relation: "right-of", LikeCell: "door"}}},
		{{Intent: act.Remove, Target: door}, {Intent: act.SetText, Target: door, Args: act.Args{Text: "x"}}},
		{{Intent: act.Spawn, Args: act.Args{Gene: "clock", Style: "analog seconds", Anchor: "top-right", Count: 3}}},
		{{Intent: act.Move, Target: act.Target{Cell: "bar"}, Args: act.Args{Anchor: "bottom"}}, {Intent: act.Resize, Target: act.Target{Cell: "bar"}, Args: act.Args{Factor: 2}}},
		{{Intent: act.Arrange, Args: act.Args{Layout: "grid"}}, {Intent: act.Swap, Target: act.Target{Cell: "py"}, Args: act.Args{LikeCell: "door"}}},
		{{Intent: act.Remove, Target: act.Target{Cell: "door"}}, {Intent: act.Raise, Target: act.Target{Cell: "door"}}},
		{{Intent: act.Shape, Target: door, Args: act.Args{Circle: true}}, {Intent: act.Spacing, Target: door, Args: act.Args{Factor: 1e300}}},
		{{Intent: act.TextStyle, Target: act.Target{Cell: "door"}, Args: act.Args{Factor: 2, Font: "sans", Case: "upper", Align: "center"}}},
	} {
		raw, err := json.Marshal(acts)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var acts []act.Act
		if json.Unmarshal(raw, &acts) == nil && len(acts) < 20 {
			_ = evolve.WriteActs(scene, acts)
			if !tissue.Equal(before, scene.Doc) {
				t.Fatal("writing a draft changed the desktop")
			}
		}
	})
}
