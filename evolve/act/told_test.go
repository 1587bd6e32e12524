package act_test

import (
	"testing"

	"cellshell/evolve/act"
)

// TestWish: acts are told as what is still to be done, with the verb that the receipt has in the past.
func TestWish(t *testing.T) {
	notes := act.Target{Cell: "notes"}
	names := act.Names{"notes": "Notes", "clock": "Clock", "gene:timer": "Timer", "style:clock/no-seconds": "shows no seconds"}
	for want, acts := range map[string][]act.Act{
		"make Notes green":                    {{Intent: act.Recolor, Target: notes, Args: act.Args{Color: "green"}}},
		"make Notes and Clock bigger":         {{Intent: act.Resize, Target: notes, Args: act.Args{Factor: 2}}, {Intent: act.Resize, Target: act.Target{Cell: "clock"}, Args: act.Args{Factor: 2}}},
		"move Notes to the top and add Timer": {{Intent: act.Move, Target: notes, Args: act.Args{Anchor: "top"}}, {Intent: act.Spawn, Args: act.Args{Gene: "timer"}}},
		"give Notes a red border":             {{Intent: act.Border, Target: notes, Args: act.Args{Color: "red"}}},
		"hide Notes":                          {{Intent: act.Hide, Target: notes}},
		"line Notes up with Clock":            {{Intent: act.Move, Target: notes, Args: act.Args{Relation: "align-top", LikeCell: "clock"}}},
		"set Clock to no seconds":             {{Intent: act.Style, Target: act.Target{Cell: "clock"}, Args: act.Args{Style: "no-seconds"}}},
	} {
		if got := act.Wish(acts, names); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestEveryVerbIsKnown: no act is wished for without a verb.
func TestEveryVerbIsKnown(t *testing.T) {
	for _, i := range []act.Intent{
		act.Resize, act.Recolor, act.SetText, act.TextStyle, act.Shape, act.Spacing, act.Opacity, act.Border, act.Move, act.Raise, act.Swap, act.Rename,
		act.Spawn, act.Remove, act.Hide, act.Theme, act.Wallpaper, act.Style, act.Arrange, act.Lock, act.Undo, act.Redo, act.Repeat, act.Restore, act.Name,
	} {
		if got := act.Wish([]act.Act{{Intent: i, Target: act.Target{Cell: "notes"}}}, act.Names{"notes": "Notes"}); got == "" || got[0] == ' ' {
			t.Errorf("%s is wished for as %q", i, got)
		}
	}
}
