package act_test

import (
	"testing"

	"cellshell/evolve/act"
)

func TestLine(t *testing.T) {
	save := act.Target{Cell: "notes", Node: "column0/row0/Save"}
	tests := []struct {
		want string
		r    act.Receipt
	}{
		{
			"Made Save bigger: 120×36 → 180×54 · nothing else moved · 24 ms · undo: cell undo",
			act.Receipt{
				Status: act.Done, Acts: []act.Act{{Intent: act.Resize, Target: save, Args: act.Args{Factor: 1.5}}}, Commit: "c", Undo: "cell undo",
				Checks: []act.Check{{What: "width", Before: "120×36", After: "180×54", OK: true}}, Timing: act.Timing{Total: 24.2},
			},
		},
		{
			"Made Save blue, moved clock to the top right · 2 neighbours made room · 900 tokens · 1.2 s",
			act.Receipt{
				Status: act.Done, Commit: "c", Reflowed: []string{"a", "b"}, Cost: act.Cost{TokensIn: 800, TokensOut: 100}, Timing: act.Timing{Total: 1234},
				Acts: []act.Act{
					{Intent: act.Recolor, Target: save, Args: act.Args{Color: "blue"}},
					{Intent: act.Move, Target: act.Target{Cell: "clock"}, Args: act.Args{Anchor: "top-right"}},
				},
				Checks: []act.Check{{What: "not blank", OK: true}},
			},
		},
		{
			"Added counter twice: 254×183 at 24,259 and 254×183 at 24,466 · nothing else moved · overlaps Notes",
			act.Receipt{
				Status: act.Done, Commit: "c", Overlaps: []string{"Notes"},
				Acts: []act.Act{{Intent: act.Spawn, Args: act.Args{Gene: "counter"}}, {Intent: act.Spawn, Args: act.Args{Gene: "counter"}}},
				Checks: []act.Check{
					{What: "on the desktop", Before: "nothing", After: "254×183 at 24,259", OK: true, Act: 1},
					{What: "on the desktop", Before: "nothing", After: "254×183 at 24,466", OK: true, Act: 2},
				},
			},
		},
		{
			"Made Save blue: #ff0000 → #0000ff; moved Clock to the top right: 24,60 → 900,60 · nothing else moved",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"clock": "Clock", "notes/column0/row0/Save": "Save"},
				Acts: []act.Act{
					{Intent: act.Recolor, Target: save, Args: act.Args{Color: "blue"}},
					{Intent: act.Move, Target: act.Target{Cell: "clock"}, Args: act.Args{Anchor: "top-right"}},
				},
				Checks: []act.Check{
					{What: "colour", Before: "#ff0000", After: "#0000ff", OK: true, Act: 1},
					{What: "place", Before: "24,60", After: "900,60", OK: true, Act: 2},
					{What: "other cells moved", Before: "0", After: "0", OK: true},
				},
			},
		},
		{
			"Made the letters of Save white: #161a23 → #ffffff; underlined Save; changed the corners of Save: 12 · nothing else moved",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"notes/column0/row0/Save": "Save"},
				Acts: []act.Act{
					{Intent: act.Recolor, Target: save, Args: act.Args{Color: "white", Part: "text"}},
					{Intent: act.TextStyle, Target: save, Args: act.Args{Under: new(true)}},
					{Intent: act.Shape, Target: save, Args: act.Args{Radius: new(12.0)}},
				},
				Checks: []act.Check{
					{What: "colour", Before: "#161a23", After: "#ffffff", OK: true, Act: 1},
					{What: "underline", Before: act.Unsaid, After: "true", OK: true, Act: 2},
					{What: "radius", Before: act.Unsaid, After: "12", OK: true, Act: 3},
					{What: "other cells moved", Before: "0", After: "0", OK: true},
				},
			},
		},
		{
			"Locked Notes · nothing else moved",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"notes": "Notes"},
				Acts: []act.Act{{Intent: act.Lock, Target: act.Target{Cell: "notes"}, Args: act.Args{On: new(true)}}},
				Checks: []act.Check{
					{What: "lock", Before: "unlocked", After: "locked", OK: true},
					{What: "other cells moved", Before: "0", After: "0", OK: true},
				},
			},
		},
		{
			"Made Clock, Notes and Form blue · nothing else moved",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"clock": "Clock", "notes": "Notes", "form": "Form"},
				Acts: []act.Act{
					{Intent: act.Recolor, Target: act.Target{Cell: "clock"}, Args: act.Args{Color: "blue"}},
					{Intent: act.Recolor, Target: act.Target{Cell: "notes"}, Args: act.Args{Color: "blue"}},
					{Intent: act.Recolor, Target: act.Target{Cell: "form"}, Args: act.Args{Color: "blue"}},
				},
				Checks: []act.Check{
					{What: "colour", Before: "red", After: "blue", OK: true, Act: 1},
					{What: "colour", Before: "green", After: "blue", OK: true, Act: 2},
					{What: "colour", Before: "green", After: "blue", OK: true, Act: 3},
				},
			},
		},
		{
			"Made Clock, Notes and Form bigger · nothing else moved", // three pairs of figures are no longer read, and one of them alone would be told of all
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"clock": "Clock", "notes": "Notes", "form": "Form"},
				Acts: []act.Act{
					{Intent: act.Resize, Target: act.Target{Cell: "clock"}, Args: act.Args{Factor: 2}},
					{Intent: act.Resize, Target: act.Target{Cell: "notes"}, Args: act.Args{Factor: 2}},
					{Intent: act.Resize, Target: act.Target{Cell: "form"}, Args: act.Args{Factor: 2}},
				},
				Checks: []act.Check{
					{What: "size", Before: "10×10", After: "20×20", OK: true, Act: 1},
					{What: "size", Before: "10×20", After: "20×40", OK: true, Act: 2},
					{What: "size", Before: "10×30", After: "20×60", OK: true, Act: 3},
				},
			},
		},
		{
			"Set Clock to analog · nothing else moved",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"clock": "Clock"}, Acts: []act.Act{{Intent: act.Style, Target: act.Target{Cell: "clock"}, Args: act.Args{Style: "analog"}}},
				Checks: []act.Check{{What: "seen", After: "46894 pixels changed", OK: true}},
			},
		},
		{
			"Made Save blue, Clock shows no seconds, Panel shows 12 hours",
			act.Receipt{
				Status: act.Done, Commit: "c",
				Names: act.Names{"clock": "Clock", "panel": "Panel", "style:clock/no-seconds": "shows no seconds", "style:panel/12-hour": "shows 12 hours"},
				Acts: []act.Act{
					{Intent: act.Recolor, Target: save, Args: act.Args{Color: "blue"}},
					{Intent: act.Style, Target: act.Target{Cell: "clock"}, Args: act.Args{Style: "no-seconds"}},
					{Intent: act.Style, Target: act.Target{Cell: "panel"}, Args: act.Args{Style: "12-hour"}},
				},
			},
		},
		{
			"Took back #6: make it blue · nothing else moved · 9 ms",
			act.Receipt{
				Status: act.Done, Commit: "c", Reason: "Took back #6: make it blue", Acts: []act.Act{{Intent: act.Undo, Args: act.Args{Number: 6}}},
				Checks: []act.Check{{What: "as before", Before: "blue", After: "red", OK: true}}, Timing: act.Timing{Total: 9},
			},
		},
		{
			"Made Panel: icon 1 bigger, added Time machine",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"panel/row0/icon0": "Panel: icon 1", "gene:timemachine": "Time machine"},
				Acts: []act.Act{
					{Intent: act.Resize, Target: act.Target{Cell: "panel", Node: "row0/icon0"}, Args: act.Args{Factor: 2}},
					{Intent: act.Spawn, Args: act.Args{Gene: "timemachine"}},
				},
			},
		},
		{
			"Made Save, New and Delete blue, set Clock to no seconds · nothing else moved",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"notes/new": "New", "notes/delete": "Delete", "clock": "Clock"},
				Acts: []act.Act{
					{Intent: act.Recolor, Target: save, Args: act.Args{Color: "blue"}},
					{Intent: act.Recolor, Target: act.Target{Cell: "notes", Node: "new"}, Args: act.Args{Color: "blue"}},
					{Intent: act.Recolor, Target: act.Target{Cell: "notes", Node: "delete"}, Args: act.Args{Color: "blue"}},
					{Intent: act.Style, Target: act.Target{Cell: "clock"}, Args: act.Args{Style: "no-seconds"}},
				},
				Checks: []act.Check{{What: "style no-seconds: Seconds", Before: "true", After: "false", OK: true}, {What: "picture", Before: "drawn", After: "drawn anew", OK: true}},
			},
		},
		{
			"Removed a, b, c and 2 more",
			act.Receipt{Status: act.Done, Commit: "c", Acts: []act.Act{
				{Intent: act.Remove, Target: act.Target{Cell: "a"}},
				{Intent: act.Remove, Target: act.Target{Cell: "b"}},
				{Intent: act.Remove, Target: act.Target{Cell: "c"}},
				{Intent: act.Remove, Target: act.Target{Cell: "d"}},
				{Intent: act.Remove, Target: act.Target{Cell: "e"}},
			}},
		},
		{
			"Moved Counter 40 px left and 16 px down: 64,60 → 24,76 · nothing else moved",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"counter": "Counter"},
				Acts:   []act.Act{{Intent: act.Move, Target: act.Target{Cell: "counter"}, Args: act.Args{DX: -40, DY: 16}}},
				Checks: []act.Check{{What: "place", Before: "64,60", After: "24,76", OK: true}},
			},
		},
		{
			"Moved Form 24 px left: 24,198 → 0,198 · nothing else moved", // as far as the edge, not the 40 px asked for
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"form": "Form"},
				Acts:   []act.Act{{Intent: act.Move, Target: act.Target{Cell: "form"}, Args: act.Args{DX: -40}}},
				Checks: []act.Check{{What: "place", Before: "24,198", After: "0,198", OK: true}},
			},
		},
		{
			"Cancel is now before Save · nothing else moved",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"notes/cancel": "Cancel", "notes/column0/row0/Save": "Save"},
				Acts:   []act.Act{{Intent: act.Swap, Target: act.Target{Cell: "notes", Node: "cancel"}, Args: act.Args{LikeCell: "notes", LikeNode: save.Node}}},
				Checks: []act.Check{{What: "place among its neighbours", Before: "2 of 2", After: "1 of 2", OK: true}},
			},
		},
		{
			"Lined Counter up with Notes",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"counter": "Counter", "notes": "Notes"}, Still: []string{"notes"},
				Acts: []act.Act{
					{Intent: act.Move, Target: act.Target{Cell: "counter"}, Args: act.Args{Relation: "align-right", LikeCell: "notes"}},
					{Intent: act.Move, Target: act.Target{Cell: "notes"}, Args: act.Args{Relation: "align-right", LikeCell: "notes"}},
				},
			},
		},
		{
			"Made Notes wider: 560×380 → 840×380 · nothing else moved",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"notes": "Notes"}, Acts: []act.Act{{Intent: act.Resize, Target: act.Target{Cell: "notes"}, Args: act.Args{Factor: 1.5, Axis: "width"}}},
				Checks: []act.Check{{What: "seen", OK: true}, {What: "size", Before: "560×380", After: "840×380", OK: true}},
			},
		},
		{
			"Removed Cancel from Form · nothing else moved",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"form": "Form", "form/cancel": "Cancel"}, Acts: []act.Act{{Intent: act.Remove, Target: act.Target{Cell: "form", Node: "cancel"}}},
				Checks: []act.Check{{What: "count", Before: "1", After: "0", OK: true}},
			},
		},
		{
			"Renamed Counter to Mr Numbers · nothing else moved",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"counter": "Counter"}, Acts: []act.Act{{Intent: act.Rename, Target: act.Target{Cell: "counter"}, Args: act.Args{Text: "Mr Numbers"}}},
				Checks: []act.Check{{What: "title", Before: "Counter", After: "Mr Numbers", OK: true}},
			},
		},
		{
			"Gave Form a 2 px #333333 border, made Notes 15 % see-through, made the letters of Save bold",
			act.Receipt{
				Status: act.Done, Commit: "c", Names: act.Names{"form": "Form", "notes": "Notes", "form/save": "Save"}, Acts: []act.Act{
					{Intent: act.Border, Target: act.Target{Cell: "form"}, Args: act.Args{Color: "#333333", Pixels: 2}},
					{Intent: act.Opacity, Target: act.Target{Cell: "notes"}, Args: act.Args{Value: 0.85}},
					{Intent: act.TextStyle, Target: act.Target{Cell: "form", Node: "save"}, Args: act.Args{Weight: 700}},
				},
			},
		},
		{
			"Changed code func Counter.View · nothing else moved",
			act.Receipt{Status: act.Done, Commit: "c", Checks: []act.Check{{What: "changed code", After: "func Counter.View", OK: true}}},
		},
		{
			"Added Pomodoro",
			act.Receipt{
				Status: act.Done, Commit: "c", Target: act.Target{Cell: "pomodoro"}, Names: act.Names{"pomodoro": "Pomodoro"},
				Acts: []act.Act{{Intent: act.Behaviour, Args: act.Args{Part: "new"}}},
			},
		},
		{"The clock shows 12 cells.", act.Receipt{Status: act.Done, Reason: "The clock shows 12 cells.", Acts: []act.Act{{Intent: act.Query}}}},
		{"Which button?", act.Receipt{Status: act.Asked, Question: "Which button?"}},
		{"Refused: that is text in a cell", act.Receipt{Status: act.Refused, Reason: "that is text in a cell"}},
		{"Nothing changed: it did not grow", act.Receipt{Status: act.Failed, Reason: "it did not grow"}},
		{"Taken back: it crashed", act.Receipt{Status: act.RolledBack, Reason: "it crashed"}},
		{"Done", act.Receipt{Status: act.Done}},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			if got := tt.r.Line(); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
