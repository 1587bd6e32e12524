package tissue_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"cellshell/membrane/ui"
	"cellshell/tissue"
)

var (
	ids      = rapid.SampledFrom([]tissue.CellID{"clock", "clock-2", "notes", "counter"})
	nodes    = rapid.SampledFrom([]string{"", "column0", "column0/button1", "row0/a.b"})
	colors   = rapid.SampledFrom([]string{"", "accent", "red", "#102030"})
	numbers  = rapid.SampledFrom([]float64{0, 0.5, 1, 2.25, 640, -12})
	replicas = rapid.SampledFrom([]string{"a", "b", "c"})
)

func drawCell(t *rapid.T) *tissue.Cell {
	c := &tissue.Cell{
		Gene: "clock", Title: rapid.StringN(0, 8, 20).Draw(t, "title"), Kind: rapid.SampledFrom(tissue.Kinds).Draw(t, "kind"),
		Placement: tissue.Placement{
			Anchor: rapid.SampledFrom(tissue.Anchors).Draw(t, "anchor"),
			X:      numbers.Draw(t, "x"), Y: numbers.Draw(t, "y"), Z: rapid.IntRange(0, 3).Draw(t, "z"),
		},
		Accent: colors.Draw(t, "accent"), Locked: rapid.Bool().Draw(t, "locked"), Generation: rapid.IntRange(1, 4).Draw(t, "generation"),
	}
	if rapid.Bool().Draw(t, "override") {
		scale := rapid.SampledFrom([]float64{0.5, 2}).Draw(t, "scale")
		c.Overrides = map[string]ui.Style{nodes.Draw(t, "node"): {Scale: &scale, Color: colors.Draw(t, "color")}}
		c.TextOverrides = map[string]string{nodes.Draw(t, "text node"): rapid.StringN(0, 4, 9).Draw(t, "text")}
		c.TooltipOverrides = map[string]string{nodes.Draw(t, "tooltip node"): rapid.StringN(0, 4, 9).Draw(t, "tooltip")}
	}
	return c
}

func drawDoc(t *rapid.T) *tissue.Document {
	d := tissue.New()
	for range rapid.IntRange(0, 3).Draw(t, "cells") {
		d.Cells[ids.Draw(t, "id")] = drawCell(t)
	}
	d.Theme.Mode = rapid.SampledFrom([]string{"dark", "light"}).Draw(t, "mode")
	d.Theme.Accent = colors.Draw(t, "theme accent")
	return d
}

// drawOps makes stamped operations, each with its own stamp, as several replicas would.
func drawOps(t *rapid.T) []tissue.Op {
	clocks := map[string]*tissue.Clock{}
	var ops []tissue.Op
	for i := range rapid.IntRange(1, 12).Draw(t, "ops") {
		op := tissue.Op{Cell: ids.Draw(t, "op id")}
		switch rapid.IntRange(0, 5).Draw(t, "op") {
		case 0:
			op.Value, _ = json.Marshal(drawCell(t))
		case 1:
			op.Value = json.RawMessage("null")
		case 2:
			op.Field, op.Value = "placement.x", value(numbers.Draw(t, "x"))
		case 3:
			op.Field, op.Value = "overrides/"+nodes.Draw(t, "node")+"/color", value(colors.Draw(t, "color"))
		case 4:
			op.Field, op.Value = "props/city", json.RawMessage(rapid.SampledFrom([]string{`"Oslo"`, "null"}).Draw(t, "prop"))
		default:
			op.Cell, op.Field, op.Value = "", "theme.accent", value(colors.Draw(t, "accent"))
		}
		r := replicas.Draw(t, "replica")
		if clocks[r] == nil {
			clocks[r] = &tissue.Clock{Replica: r}
		}
		one := []tissue.Op{op}
		clocks[r].Stamp(one, time.UnixMilli(int64(rapid.IntRange(0, 5).Draw(t, fmt.Sprint("time", i)))), "person")
		ops = append(ops, one[0])
	}
	return ops
}

func value(v any) json.RawMessage { b, _ := json.Marshal(v); return b }

func text(t interface{ Fatal(...any) }, d *tissue.Document) string {
	b, err := tissue.Encode(d)
	if err != nil {
		t.Fatal(err)
	}
	s, err := tissue.EncodeStamps(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(b) + string(s)
}

func TestOperationsCommuteAndRepeat(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ops := drawOps(t)
		shuffled := rapid.Permutation(append(slices.Clone(ops), ops...)).Draw(t, "order")
		a, b := tissue.New(), tissue.New()
		if err := a.ApplyAll(ops); err != nil {
			t.Fatal(err)
		}
		if err := b.ApplyAll(shuffled); err != nil {
			t.Fatal(err)
		}
		if x, y := text(t, a), text(t, b); x != y {
			t.Fatalf("order matters:\n%s\n%s", x, y)
		}
	})
}

func TestMergeConverges(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ops := drawOps(t)
		a, b := tissue.New(), tissue.New()
		for i, op := range ops {
			if err := []*tissue.Document{a, b}[rapid.IntRange(0, 1).Draw(t, fmt.Sprint("to", i))].Apply(op); err != nil {
				t.Fatal(err)
			}
		}
		all := tissue.New()
		if err := all.ApplyAll(ops); err != nil {
			t.Fatal(err)
		}
		before := a.Clone()
		if err := a.Merge(b); err != nil {
			t.Fatal(err)
		}
		if err := b.Merge(before); err != nil {
			t.Fatal(err)
		}
		if x, y, z := text(t, a), text(t, b), text(t, all); x != y || x != z {
			t.Fatalf("merged documents differ:\n%s\n%s\nfrom\n%s", x, y, z)
		}
	})
}

func TestDiffThenApplyIsIdentity(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawDoc(t), drawDoc(t)
		got, ops := a.Clone(), tissue.Diff(a, b)
		(&tissue.Clock{Replica: "a"}).Stamp(ops, time.UnixMilli(1000), "")
		if err := got.ApplyAll(ops); err != nil {
			t.Fatal(err)
		}
		if !tissue.Equal(got, b) {
			t.Fatalf("want %s\ngot %s", text(t, b), text(t, got))
		}
		if err := got.ApplyAll(tissue.Diff(got, a)); err != nil {
			t.Fatal(err)
		}
		if !tissue.Equal(got, a) {
			t.Fatalf("and back: want %s\ngot %s", text(t, a), text(t, got))
		}
	})
}

func TestInvertTakesEachOperationBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before, goal := drawDoc(t), drawDoc(t)
		d := before.Clone()
		for _, op := range tissue.Diff(before, goal) {
			inv := tissue.Invert(d, op)
			was := d.Clone()
			if err := d.ApplyAll([]tissue.Op{op, inv}); err != nil {
				t.Fatal(err)
			}
			if !tissue.Equal(d, was) {
				t.Fatalf("%+v then %+v: want %s\ngot %s", op, inv, text(t, was), text(t, d))
			}
		}
	})
}

func TestEncodeDecodes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := tissue.New()
		if err := d.ApplyAll(drawOps(t)); err != nil {
			t.Fatal(err)
		}
		want := text(t, d)
		b, _ := tissue.Encode(d)
		s, _ := tissue.EncodeStamps(d)
		got, err := tissue.Decode(b)
		if err != nil {
			t.Fatal(err)
		}
		if err := tissue.DecodeStamps(got, s); err != nil {
			t.Fatal(err)
		}
		if text(t, got) != want {
			t.Fatalf("want %s\ngot %s", want, text(t, got))
		}
	})
}

func TestMerge3KeepsLaterChanges(t *testing.T) {
	base := tissue.New()
	base.Cells["clock"] = &tissue.Cell{Title: "Clock", Kind: tissue.KindWidget, Accent: "blue", Generation: 1}
	theirs := base.Clone() // taking back "make it blue"
	theirs.Cells["clock"].Accent = ""
	ours := base.Clone() // since then moved, and its source changed
	ours.Cells["clock"].Placement.X, ours.Cells["clock"].Generation = 40, 7

	got, conflicts := tissue.Merge3(base, ours, theirs)
	c := got.Cells["clock"]
	if len(conflicts) != 0 || c.Accent != "" || c.Placement.X != 40 || c.Generation != 7 {
		t.Errorf("got %+v, conflicts %v", c, conflicts)
	}
	ours.Cells["clock"].Accent = "red"
	got, conflicts = tissue.Merge3(base, ours, theirs)
	if len(conflicts) != 1 || conflicts[0].String() != "accent of clock" || got.Cells["clock"].Accent != "red" {
		t.Errorf("conflicts %v, accent %q", conflicts, got.Cells["clock"].Accent)
	}
}

func TestApplyRefuses(t *testing.T) {
	d := tissue.New()
	d.Cells["clock"] = &tissue.Cell{Title: "Clock", Kind: tissue.KindWidget}
	want := text(t, d)
	for _, tt := range []struct {
		name, cell, field, value, err string
	}{
		{"unknown field", "clock", "colour", `"red"`, "no field"},
		{"unknown style", "clock", "overrides/a/colour", `"red"`, "no field"},
		{"desktop field", "", "mode", `"dark"`, "no field"},
		{"wrong type", "clock", "placement.x", `"left"`, "placement.x"},
		{"out of range", "clock", "opacity", `7`, "outside 0 to 1"},
		{"style out of range", "clock", "overrides/a/width", `1e300`, "outside"},
		{"unknown choice", "", "theme.mode", `"sepia"`, "none of dark, light"},
		{"bad id", "../etc", "title", `"x"`, "not allowed"},
		{"no cell", "notes", "title", `"x"`, "no cell notes"},
		{"cell without kind", "notes", "", `{"title":"x"}`, "no kind"},
		{"unknown cell field", "notes", "", `{"kind":"widget","grant":"exec"}`, "unknown field"},
		{"two values", "clock", "title", `"a" "b"`, "more than one"},
	} {
		err := d.Apply(tissue.Op{Cell: tissue.CellID(tt.cell), Field: tt.field, Value: json.RawMessage(tt.value)})
		if err == nil || !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%s: got %v, want an error with %q", tt.name, err, tt.err)
		}
		if text(t, d) != want {
			t.Fatalf("%s: document changed", tt.name)
		}
	}
}

func TestNewID(t *testing.T) {
	d := tissue.New()
	for _, tt := range [][2]string{{"clock", "clock"}, {"clock", "clock-2"}, {"clock", "clock-3"}, {"My Cell!", "my-cell"}, {"9", "cell"}, {"世界", "cell-2"}, {strings.Repeat("ab", 99), strings.Repeat("ab", 20)}} {
		id := d.NewID(tt[0])
		if _, err := tissue.ParseID(string(id)); err != nil || string(id) != tt[1] {
			t.Errorf("NewID(%.20q) = %q, %v, want %q", tt[0], id, err, tt[1])
		}
		d.Cells[id] = &tissue.Cell{}
	}
}

func TestClockRefusesTheFarFuture(t *testing.T) {
	c := tissue.Clock{Replica: "a"}
	now := time.UnixMilli(1_000_000)
	if err := c.Observe(tissue.Stamp{Replica: "b", Time: 1_030_000}, now); err != nil {
		t.Error(err)
	}
	ops := []tissue.Op{{Field: "theme.mode"}}
	c.Stamp(ops, now, "")
	if ops[0].Time != 1_030_001 {
		t.Errorf("time %d, want one past the newest seen", ops[0].Time)
	}
	if err := c.Observe(tissue.Stamp{Replica: "b", Time: 9_000_000}, now); err == nil {
		t.Error("an operation from the far future was believed")
	}
}

// TestNothingIsTakenTwice: of a key given twice the last would win without a word.
func TestNothingIsTakenTwice(t *testing.T) {
	d := tissue.New()
	d.Cells["clock"] = &tissue.Cell{Title: "Clock", Kind: tissue.KindWidget, Props: map[string]string{"title": "a", "TITLE": "b"}}
	d.Cells["notes"] = &tissue.Cell{Title: "Notes", Kind: tissue.KindWindow}
	encoded, err := tissue.Encode(d) // the same keys in other objects are no harm
	if err != nil {
		t.Fatal(err)
	}
	whole := string(encoded)
	for _, tt := range []struct{ name, old, add, err string }{
		{"a cell", `"clock": {`, `"clock": {"title": "Other", "kind": "widget"}, "clock": {`, `line 4: "clock" stands there twice`},
		{"a field", `"title": "Notes"`, `"title": "Notes", "title": "Other"`, `"title" stands there twice`},
		{"a prop", `"title": "a"`, `"title": "a", "title": "b"`, `"title" stands there twice`},
		{"a field in other letters", `"title": "Notes"`, `"Title": "Notes", "TITLE": "Other"`, `"TITLE" stands there twice`},
		{"a field in letters that count as those", `"kind": "window"`, `"\u212Aind": "window", "kind": "widget"`, `"kind" stands there twice`},
		{"an end", "}\n", "}}\n", "after the end"},
	} {
		at := strings.LastIndex(whole, tt.old)
		if at < 0 {
			t.Fatalf("%s: no %q in\n%s", tt.name, tt.old, whole)
		}
		if _, err := tissue.Decode([]byte(whole[:at] + tt.add + whole[at+len(tt.old):])); err == nil || !strings.Contains(err.Error(), tt.err) {
			t.Errorf("%s twice: %v, want an error with %q", tt.name, err, tt.err)
		}
	}
	if _, err := tissue.Decode(encoded); err != nil {
		t.Error(err)
	}
}

func FuzzDecode(f *testing.F) {
	d := tissue.New()
	d.Cells["clock"] = &tissue.Cell{Title: "Clock", Kind: tissue.KindWidget, Props: map[string]string{"a": "b"}}
	b, _ := tissue.Encode(d)
	f.Add(b)
	f.Add([]byte(`{"version":1,"cells":{"a":null}}`))
	f.Add([]byte(`{"version":1,"cells":{"a":{"kind":"widget","overrides":{"":{"scale":1e9}}}},"theme":{}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := tissue.Decode(data)
		if err != nil {
			return
		}
		again, err := tissue.Encode(d)
		if err != nil {
			t.Fatalf("decoded but cannot be encoded: %v", err)
		}
		e, err := tissue.Decode(again)
		if err != nil {
			t.Fatalf("encoded but cannot be decoded: %v\n%s", err, again)
		}
		if !tissue.Equal(d, e) {
			t.Fatalf("changed on the way: %s", again)
		}
	})
}

func FuzzApply(f *testing.F) {
	f.Add("clock", "placement.x", []byte("3"), int64(1), "a")
	f.Add("clock", "overrides/column0/button1/scale", []byte("2"), int64(2), "b")
	f.Add("", "theme.mode", []byte(`"light"`), int64(0), "")
	f.Fuzz(func(t *testing.T, id, field string, value []byte, at int64, replica string) {
		d := tissue.New()
		d.Cells["clock"] = &tissue.Cell{Title: "Clock", Kind: tissue.KindWidget}
		op := tissue.Op{Stamp: tissue.Stamp{Time: at, Replica: replica}, Cell: tissue.CellID(id), Field: field, Value: value}
		want := text(t, d)
		if err := d.Apply(op); err != nil {
			if text(t, d) != want {
				t.Fatalf("refused with %v, but the document changed", err)
			}
			return
		}
		if err := d.Check(); err != nil {
			t.Fatalf("applied %+v, now %v", op, err)
		}
		text(t, d)
	})
}

// A zero that waits for its cell is written one way, however it arrived; else two replicas differ in their files.
func TestWaitingValuesHaveOneForm(t *testing.T) {
	field := tissue.Op{Stamp: tissue.Stamp{Replica: "b", Counter: 1, Time: 9}, Cell: "clock", Field: "placement.x", Value: json.RawMessage(" 0 ")}
	add := tissue.Op{Stamp: tissue.Stamp{Replica: "a", Counter: 1, Time: 1}, Cell: "clock", Value: json.RawMessage(`{"kind":"widget"}`)}
	remove := tissue.Op{Stamp: tissue.Stamp{Replica: "a", Counter: 2, Time: 2}, Cell: "clock", Value: json.RawMessage("null")}
	a, b := tissue.New(), tissue.New()
	if err := errors.Join(a.ApplyAll([]tissue.Op{field, add, remove}), b.ApplyAll([]tissue.Op{add, field, remove})); err != nil {
		t.Fatal(err)
	}
	if x, y := text(t, a), text(t, b); x != y {
		t.Errorf("%s\n%s", x, y)
	}
}
