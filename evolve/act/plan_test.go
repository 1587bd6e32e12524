package act_test

import (
	"testing"

	"cellshell/evolve/act"
)

func TestPlan(t *testing.T) {
	plus, clock := act.Target{Cell: "counter", Node: "column0/row0/plus"}, act.Target{Cell: "clock"}
	names := act.Names{"counter/column0/row0/plus": "+1", "clock": "Clock", "gene:timemachine": "Time machine"}
	off := false
	tests := []struct {
		want string
		acts []act.Act
	}{
		{"", nil},
		{"resize · +1 · ×1.5", []act.Act{{Intent: act.Resize, Target: plus, Args: act.Args{Factor: 1.5}}}},
		{"resize · Clock · width 300", []act.Act{{Intent: act.Resize, Target: clock, Args: act.Args{Width: 300}}}},
		{"resize · Clock · height ×0.67", []act.Act{{Intent: act.Resize, Target: clock, Args: act.Args{Factor: 0.667, Axis: "height"}}}},
		{"colour · Clock · text red", []act.Act{{Intent: act.Recolor, Target: clock, Args: act.Args{Part: "text", Color: "red"}}}},
		{"add · clock · analog · top right", []act.Act{{Intent: act.Spawn, Args: act.Args{Gene: "clock", Style: "analog", Anchor: "top-right"}}}},
		{"add · Time machine · below Clock", []act.Act{{Intent: act.Spawn, Args: act.Args{Gene: "timemachine", Relation: "below", LikeCell: "clock"}}}},
		{"swap · +1 · with Clock", []act.Act{{Intent: act.Swap, Target: plus, Args: act.Args{LikeCell: "clock"}}}},
		{"resize · Clock · as large as +1", []act.Act{{Intent: act.Resize, Target: clock, Args: act.Args{LikeCell: "counter", LikeNode: plus.Node}}}},
		{"theme · dark", []act.Act{{Intent: act.Theme, Args: act.Args{Mode: "dark"}}}},
		{"move · Clock · 50 px right", []act.Act{{Intent: act.Move, Target: clock, Args: act.Args{DX: 50}}}},
		{"rename · Clock · “Time”", []act.Act{{Intent: act.Rename, Target: clock, Args: act.Args{Text: "Time"}}}},
		{"unlock · Clock", []act.Act{{Intent: act.Lock, Target: clock, Args: act.Args{On: &off}}}},
		{"undo · #3", []act.Act{{Intent: act.Undo, Args: act.Args{Number: 3}}}},
		{"remove · +1 and Clock", []act.Act{{Intent: act.Remove, Target: plus}, {Intent: act.Remove, Target: clock}}},
		{"letters · Clock · size 30 italic", []act.Act{{Intent: act.TextStyle, Target: clock, Args: act.Args{Size: 30, Italic: new(true)}}}},
		{"undo · the last change, then redo, then again and 1 more", []act.Act{{Intent: act.Undo}, {Intent: act.Redo}, {Intent: act.Repeat}, {Intent: act.Undo}}},
	}
	for _, tt := range tests {
		if got := act.Plan(tt.acts, names); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
