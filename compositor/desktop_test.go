package compositor_test

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cellshell/compositor"
	"cellshell/compositor/edit"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

func overlap(a, b paint.Rect) bool {
	return a.X < b.X+b.W-0.5 && b.X < a.X+a.W-0.5 && a.Y < b.Y+b.H-0.5 && b.Y < a.Y+a.H-0.5
}

// crowd is a desktop of n boxes here and there.
func crowd(t *rapid.T) compositor.Input {
	in := desktop(tissue.KindPanel, tissue.Placement{Anchor: "top"}, node(ui.KindText, "bar"))
	for i := range rapid.IntRange(1, 8).Draw(t, "cells") {
		root := node(ui.KindColumn, "")
		ui.Identify(root)
		id := tissue.CellID("c" + string(rune('0'+i)))
		in.Doc.Cells[id] = &tissue.Cell{Kind: tissue.KindWidget, Order: i + 2, Placement: tissue.Placement{
			Anchor: rapid.SampledFrom([]string{"top-left", "bottom-right", "center"}).Draw(t, "anchor"),
			X:      rapid.Float64Range(0, 300).Draw(t, "x"), Y: rapid.Float64Range(0, 200).Draw(t, "y"),
			W: rapid.Float64Range(40, 300).Draw(t, "w"), H: rapid.Float64Range(40, 220).Draw(t, "h"),
		}}
		in.Cells[id] = compositor.CellInput{Tree: root}
	}
	return in
}

func TestFreePlaceCoversNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := crowd(t)
		before := compositor.Arrange(in)
		p := compositor.FreePlace(before, 160, 100)
		p.W, p.H = 160, 100
		root := node(ui.KindColumn, "")
		ui.Identify(root)
		in.Doc.Cells["new"], in.Cells["new"] = &tissue.Cell{Kind: tissue.KindWidget, Placement: p, Order: 99}, compositor.CellInput{Tree: root}
		l := compositor.Arrange(in)
		c, _ := l.Cell("new")
		if b := c.Bounds; b.X < l.Area.X || b.Y < l.Area.Y || b.X+b.W > l.Area.X+l.Area.W || b.Y+b.H > l.Area.Y+l.Area.H {
			t.Fatalf("%+v is outside the area %+v", b, l.Area)
		}
		for i := range before.Cells {
			if o := &before.Cells[i]; overlap(o.Bounds, c.Bounds) {
				t.Fatalf("%+v covers %s at %+v", c.Bounds, o.ID, o.Bounds)
			}
		}
	})
}

func TestAtPutsACellExactlyThere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := crowd(t)
		l := compositor.Arrange(in)
		x, y := rapid.Float64Range(-20, 1200).Draw(t, "x"), rapid.Float64Range(0, 700).Draw(t, "y")
		in.Doc.Cells["c0"].Placement = l.At("c0", in.Doc.Cells["c0"].Placement, x, y)
		after := compositor.Arrange(in)
		c, _ := after.Cell("c0")
		if math.Abs(c.Bounds.X-x) > 1e-6 || math.Abs(c.Bounds.Y-y) > 1e-6 {
			t.Fatalf("at %v,%v instead of %v,%v", c.Bounds.X, c.Bounds.Y, x, y)
		}
	})
}

func TestTabVisitsEverythingOnce(t *testing.T) {
	l := compositor.Arrange(gallery("dark", 1))
	at := compositor.Target{}
	var seen []string
	for {
		at = l.Tab(at, false)
		key := compositor.Key(at.Cell, at.Node)
		if len(seen) > 0 && key == seen[0] {
			break
		}
		seen = append(seen, key)
		if len(seen) > 100 {
			t.Fatal("Tab never comes round")
		}
		if back := l.Tab(l.Tab(at, false), true); back.Cell != at.Cell || back.Node != at.Node {
			t.Fatalf("back from after %v is %v", at, back)
		}
	}
	all := strings.Join(seen, " ")
	if !strings.Contains(all, "counter/column0/row0/button2") || !strings.Contains(all, "notes/row0/area0") {
		t.Errorf("visits %s", all)
	}
	if strings.Contains(all, "button2 controls/row0/column0/row0/button2") {
		t.Error("visits a disabled button")
	}
}

func TestOverridesChangeLookAndText(t *testing.T) {
	in := desktop(tissue.KindWidget, tissue.Placement{}, node(ui.KindColumn, "", node(ui.KindButton, "Save")))
	before := bounds(t, in, "column0/button0")
	in.Doc.Cells["a"].Overrides = map[string]ui.Style{"column0/button0": {Width: px(300), Accent: "red"}, "": {Padding: px(40)}}
	in.Doc.Cells["a"].TextOverrides = map[string]string{"column0/button0": "Keep"}
	in.Doc.Cells["a"].TooltipOverrides = map[string]string{"column0/button0": "Keeps it"}
	n, _ := compositor.Arrange(in).Node("a", "column0/button0")
	if n.Bounds.W != 300 || n.Bounds.X != before.X+24 || n.Text != "Keep" || n.Accent != "red" || n.Tooltip != "Keeps it" {
		t.Errorf("%+v", n)
	}
}

func TestTypedTextWinsAndTheCursorIsSeen(t *testing.T) {
	long := strings.Repeat("words ", 60)
	in := desktop(tissue.KindWidget, tissue.Placement{}, node(ui.KindColumn, "", node(ui.KindField, "old"), styled(node(ui.KindArea, "old"), func(s *ui.Style) { s.Height = px(80) })))
	in.Edit = &compositor.Edits{Fields: map[string]*edit.Field{
		compositor.Key("a", "column0/field0"): edit.NewField(long), compositor.Key("a", "column0/area0"): edit.NewField(long),
	}}
	for _, id := range []string{"column0/field0", "column0/area0"} {
		in.Edit.Focus = compositor.Target{Cell: "a", Node: id}
		l := compositor.Arrange(in)
		n, _ := l.Node("a", id)
		if n.Text != long {
			t.Errorf("%s shows %q", id, n.Text)
		}
		if n.Scroll.X+n.Scroll.Y == 0 {
			t.Errorf("%s does not scroll to its cursor", id)
		}
		at, ok := l.TextAt("a", id, n.Bounds.X+n.Bounds.W-20, n.Bounds.Y+n.Bounds.H-14)
		if !ok || at < len(long)-90 {
			t.Errorf("%s: its end shows offset %d of %d", id, at, len(long))
		}
		if l.Lines("a", id) == nil {
			t.Errorf("%s has no lines", id)
		}
	}
}

func TestHandlerIsTheNearestThatListens(t *testing.T) {
	tap := []ui.EventKind{ui.EventTap}
	in := desktop(tissue.KindWidget, tissue.Placement{}, &ui.Node{Kind: ui.KindColumn, Events: tap, Children: []*ui.Node{
		node(ui.KindText, "in the column"), {Kind: ui.KindButton, Text: "Off", Events: tap, Disabled: true}, {Kind: ui.KindButton, Text: "On", Events: tap},
	}})
	l := compositor.Arrange(in)
	for node, want := range map[string]string{"column0/text0": "column0", "column0/button0": "", "column0/button1": "column0/button1", "column0": "column0"} {
		b, _ := l.Node("a", node)
		hit := l.Hit(b.Bounds.X+3, b.Bounds.Y+3)
		if hit.Node != node {
			t.Errorf("at %s: hit %q", node, hit.Node)
		}
		if got := l.Handler(hit, ui.EventTap); got != want {
			t.Errorf("handler of %s: %q, want %q", node, got, want)
		}
	}
}

func TestPartsOfAWindow(t *testing.T) {
	l := compositor.Arrange(desktop(tissue.KindWindow, tissue.Placement{X: 100, Y: 100, W: 400, H: 300}, node(ui.KindColumn, "")))
	c, _ := l.Cell("a")
	for _, tc := range []struct {
		x, y float64
		want compositor.Part
	}{
		{110, 110, compositor.PartTitle}, {c.Close.X + 5, c.Close.Y + 5, compositor.PartClose}, {495, 395, compositor.PartResize}, {200, 300, compositor.PartBody}, {20, 20, ""},
	} {
		if got := l.Hit(tc.x, tc.y).Part; got != tc.want {
			t.Errorf("at %v,%v: %q, want %q", tc.x, tc.y, got, tc.want)
		}
	}
}

func TestSliderValue(t *testing.T) {
	n := &ui.Node{Kind: ui.KindSlider, Min: 10, Max: 20, Step: 0.5, Value: 13}
	in := desktop(tissue.KindWidget, tissue.Placement{}, n)
	box, _ := compositor.Arrange(in).Node("a", "slider0")
	if lo, hi := compositor.SliderValue(box, -5), compositor.SliderValue(box, 1e4); lo != 10 || hi != 20 {
		t.Errorf("ends at %v and %v", lo, hi)
	}
	if mid := compositor.SliderValue(box, box.Bounds.W/2); mid != 15 {
		t.Errorf("the middle is %v", mid)
	}
	if f := compositor.Fraction(n); f != 0.3 {
		t.Errorf("13 stands at %v", f)
	}
}
