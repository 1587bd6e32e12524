package evolve_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/genome"
)

// hostileActs are acts as nobody understood them: what a receipt may hold that somebody else wrote into the history.
func hostileActs() []act.Act {
	huge, deep := strings.Repeat("x", 8<<10), strings.Repeat("a/", 4000)
	var out []act.Act
	for _, in := range []act.Intent{
		act.Resize, act.Recolor, act.SetText, act.TextStyle, act.Shape, act.Spacing, act.Opacity, act.Border, act.Move, act.Raise, act.Swap, act.Rename, act.Spawn,
		act.Remove, act.Theme, act.Wallpaper, act.Style, act.Arrange, act.Lock, act.Undo, act.Redo, act.Restore, act.Name, act.Try, act.Keep, act.Drop, act.Repeat,
		act.Behaviour, act.Query, act.Help, act.Chitchat, "", "exec",
	} {
		for _, to := range []act.Target{{Cell: "counter"}, {Cell: "counter", Node: "column0/row0/plus"}} {
			for _, g := range []act.Args{
				{},
				{Factor: 1e308, Width: 1e308, Height: -1e308, Pixels: 1e300, Value: -1e300, Size: 1e300, Weight: -5, Lighten: 1e300, X: ptr(1e308), Y: ptr(-1e308), Radius: ptr(1e308), DX: 1e308, DY: 1e308},
				{Factor: 5e-324, Width: -1, Pixels: -1, Value: 5e-324, Size: 5e-324, Count: math.MinInt, Number: math.MinInt, Radius: ptr(-1)},
				{Color: "\x1b]0;x\x07", Part: "\x00", Text: huge, Font: huge, Case: huge, Align: huge, Anchor: huge, Relation: huge, LikeCell: "nowhere", LikeNode: deep, Gene: "../../x", Style: huge, Mode: huge, Contrast: huge, Layout: huge, Axis: huge},
				{Count: math.MaxInt, Number: math.MaxInt},
			} {
				out = append(out, act.Act{Intent: in, Target: to, Args: g})
			}
		}
	}
	return out
}

func ptr(v float64) *float64 { return &v }

// A receipt that somebody else wrote into the history is told and repeated like any other: what it says is tried and
// measured, or refused; the engine and the desktop go on.
func TestTamperedReceiptsDoNoHarm(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	for i, a := range hostileActs() {
		raw, err := json.Marshal(act.Receipt{Sentence: "tampered", Status: act.Done, Acts: []act.Act{a}, Target: a.Target, Names: map[string]string{"counter": "\x1b[2J"}, Timing: act.Timing{Total: -1e308}})
		if err != nil {
			t.Fatal(err)
		}
		doc, _ := d.Store.Head()
		if _, err := d.Store.Commit(genome.Change{Doc: doc, Sentence: fmt.Sprintf("tampered %d", i), Status: "done", Receipt: raw, Author: "somebody", Kind: genome.KindEvolve}); err != nil {
			t.Fatal(err)
		}
		e := evolve.New(evolve.Options{Desk: d.Desk, Gate: d.Gate, Store: d.Store, Now: func() time.Time { return d.now }})
		said := fmt.Sprintf("%s of %s/%.20s with %.200s", a.Intent, a.Target.Cell, a.Target.Node, fmt.Sprintf("%+v", a.Args))
		began := time.Now()
		say := []string{"again"}
		if i%10 == 0 {
			say = append(say, "what changed last", "why did the counter move", "when did I make the counter red")
		}
		for _, s := range say {
			ctx, cancel := context.WithTimeout(t.Context(), 20*time.Second)
			r := e.Evolve(ctx, evolve.Request{Sentence: s})
			cancel()
			if r.Status == "" || r.Status == act.Failed && r.Reason == "" || len(r.Line()) > 4<<10 {
				t.Errorf("%s: %q: %s, %d letters", said, s, r.Status, len(r.Line()))
			}
		}
		if took := time.Since(began); took > 10*time.Second {
			t.Errorf("%s took %v", said, took)
		}
		_ = e.Close()
		if d.Scene().Cells["counter"] == nil { // removed, as it may
			d.done("undo")
		}
	}
}
