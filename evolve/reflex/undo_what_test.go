package reflex_test

import (
	"testing"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

// TestUndoByWhatItDid takes changes back by what they did: the newest that fits and still holds.
func TestUndoByWhatItDid(t *testing.T) {
	save, clock := act.Target{Cell: "form", Node: "row0/save"}, act.Target{Cell: "clock"}
	deeds := []reflex.Deed{
		{Number: 9, Sentence: "make the notes half as tall and twice as wide", Acts: []act.Act{
			{Intent: act.Resize, Target: act.Target{Cell: "notes"}, Args: act.Args{Factor: 0.5, Axis: "height"}},
			{Intent: act.Resize, Target: act.Target{Cell: "notes"}, Args: act.Args{Factor: 2, Axis: "width"}},
		}},
		{Number: 8, Acts: []act.Act{{Intent: act.Move, Target: clock, Args: act.Args{Anchor: "left"}}}},
		{Number: 7, Acts: []act.Act{{Intent: act.Border, Target: clock, Args: act.Args{Pixels: 2}}}},
		{Number: 6, Acts: []act.Act{{Intent: act.Recolor, Target: save, Args: act.Args{Color: "red"}}}},
		{Number: 5, Acts: []act.Act{{Intent: act.Rename, Target: clock, Args: act.Args{Text: "Time"}}}},
		{Number: 4, Acts: []act.Act{{Intent: act.Recolor, Target: clock, Args: act.Args{Color: "green"}}}},
		{Number: 3, Acts: []act.Act{{Intent: act.Shape, Target: save, Args: act.Args{Radius: new(float64)}}}},
	}
	for said, want := range map[string]string{
		"undo the red":                       "undo number=6",
		"revert the green":                   "undo number=4",
		"undo the border":                    "undo number=7",
		"undo the rename but keep the rest":  "undo number=5",
		"undo just the colour of the clock":  "undo number=4",
		"undo what I did to the save button": "undo number=6",
		"revert just the corners of save":    "undo number=3",
		"undo the move":                      "undo number=8",
		"undo the height but not the width":  "ask",
		"undo everything I did to the clock": "ask",
		"undo the wallpaper":                 "ask",
		"undo the second part of that":       "ask",
		"undo":                               "undo count=1",
		"undo 3":                             "undo number=3",
		"undo the last two changes":          "undo count=2",
		"deshaz solo el borde":               "undo number=7",
		"mach das Rot rückgängig":            "undo number=6",
	} {
		scene := sceneOf(t, "none")
		scene.Deeds = func() []reflex.Deed { return deeds }
		if got := show(reflex.Parse(said, scene)); got != want {
			t.Errorf("%q: %s, want %s", said, got, want)
		}
	}
}
