package ui_test

import (
	"fmt"
	"math"
	"math/rand"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"cellshell/membrane/ui"
)

func ptr[T any](v T) *T { return &v }

// sample is a small tree that uses much of the schema.
func sample() *ui.Node {
	root := &ui.Node{Kind: ui.KindColumn, Style: ui.Style{Gap: ptr(12.0)}, Children: []*ui.Node{
		{Kind: ui.KindText, Text: "7×8", Style: ui.Style{Size: ptr(48.0), Color: "accent"}, Source: "main.go:3:5", Via: []string{"main.go:9:1"}},
		{Kind: ui.KindRow, Key: "keys", Children: []*ui.Node{
			{Kind: ui.KindButton, Text: "a", Events: []ui.EventKind{ui.EventTap}},
			{Kind: ui.KindButton, Text: "b", Key: "b", Icon: "plus"},
			{Kind: ui.KindButton, Text: "c"},
		}},
		{Kind: ui.KindChart, Series: []ui.Series{{Name: "cpu", Color: "#ff0000", Values: []float64{0, 0.5, 1}}}, Max: 1},
		{Kind: ui.KindCanvas, Box: [2]float64{10, 10}, Paint: []ui.Paint{{Op: "line", At: []float64{0, 0, 1, 1}, Stroke: "text"}}},
		{Kind: ui.KindImage, Data: []byte{1, 2, 3}},
		{Kind: ui.KindField, Text: "x", Seq: 4, Events: []ui.EventKind{ui.EventChange, ui.EventSubmit}},
	}}
	ui.Identify(root)
	return root
}

func ExampleIdentify() {
	root := sample()
	ui.Walk(root, func(n *ui.Node) bool {
		fmt.Println(n.ID)
		return n.Key != "keys" || n.Children[1].Text != ""
	})
	// Output:
	// column0
	// column0/text0
	// column0/keys
	// column0/keys/button0
	// column0/keys/b
	// column0/keys/button2
	// column0/chart0
	// column0/canvas0
	// column0/image0
	// column0/field0
}

// TestIdentifyLike: whatever the tree before was, the IDs are those of Identify.
func TestIdentifyLike(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	var build func(depth int) *ui.Node
	build = func(depth int) *ui.Node {
		n := &ui.Node{Kind: ui.Kinds[r.Intn(3)*depth]}
		if r.Intn(3) == 0 {
			n.Key = []string{"a", "b", "text0", "text00"}[r.Intn(4)]
		}
		for i := range r.Intn(4) * (3 - depth) {
			n.Children = append(n.Children, build(depth+1))
			if i == 5 { // kinds without an end
				for k := range 12 {
					n.Children = append(n.Children, &ui.Node{Kind: ui.Kind(strconv.Itoa(k))}, &ui.Node{Kind: ui.Kind(strconv.Itoa(11 - k))})
				}
			}
		}
		return n
	}
	before := build(0)
	ui.Identify(before)
	for range 500 {
		root := build(0)
		want := root.Clone()
		ui.Identify(want)
		ui.IdentifyLike(root, before)
		if !reflect.DeepEqual(root, want) {
			t.Fatalf("got %+v\nwant %+v", root, want)
		}
		before = root
	}
	same := sample()
	if n := testing.AllocsPerRun(10, func() { ui.IdentifyLike(same, same) }); n > 1 { // the root's
		t.Errorf("%v allocations where nothing changed", n)
	}
}

func TestFind(t *testing.T) {
	root := sample()
	ui.Walk(root, func(n *ui.Node) bool {
		if got := ui.Find(root, n.ID); got != n {
			t.Errorf("%s found %v", n.ID, got)
		}
		return true
	})
	for _, id := range []string{"", "column", "column0/", "column0/keys/b/", "column0/key"} {
		if n := ui.Find(root, id); n != nil {
			t.Errorf("%q found %s", id, n.ID)
		}
	}
}

// Every field of Style and Node must be noticed by Merge and Equal; this fails when one is added and forgotten.
func TestEveryFieldCounts(t *testing.T) {
	for i := range reflect.TypeFor[ui.Style]().NumField() {
		var over ui.Style
		name := reflect.TypeFor[ui.Style]().Field(i).Name
		set(reflect.ValueOf(&over).Elem().Field(i))
		if over.Equal(ui.Style{}) {
			t.Errorf("Style.Equal overlooks %s", name)
		}
		if got := (ui.Style{}).Merge(over); !got.Equal(over) {
			t.Errorf("Style.Merge overlooks %s", name)
		}
		if got := over.Merge(ui.Style{}); !got.Equal(over) {
			t.Errorf("Style.Merge drops %s", name)
		}
	}
	for i := range reflect.TypeFor[ui.Node]().NumField() {
		var n ui.Node
		name := reflect.TypeFor[ui.Node]().Field(i).Name
		set(reflect.ValueOf(&n).Elem().Field(i))
		if same := n.Equal(&ui.Node{}); same != (name == "ID") {
			t.Errorf("Node.Equal with another %s: %t", name, same)
		}
	}
	for _, v := range []any{ui.Series{}, ui.Paint{}} {
		for i := range reflect.TypeOf(v).NumField() {
			fresh := reflect.New(reflect.TypeOf(v)).Elem()
			set(fresh.Field(i))
			a, b := &ui.Node{Series: []ui.Series{{}}, Paint: []ui.Paint{{}}}, &ui.Node{Series: []ui.Series{{}}, Paint: []ui.Paint{{}}}
			switch v := fresh.Interface().(type) {
			case ui.Series:
				b.Series[0] = v
			case ui.Paint:
				b.Paint[0] = v
			}
			if a.Equal(b) {
				t.Errorf("Node.Equal overlooks %T.%s", v, fresh.Type().Field(i).Name)
			}
		}
	}
}

// set gives a field some other value.
func set(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		if v.Type().Elem().Kind() == reflect.Pointer {
			v.Index(0).Set(reflect.New(v.Type().Elem().Elem()))
		}
	case reflect.Array:
		set(v.Index(0))
	case reflect.Struct:
		set(v.Field(0))
	case reflect.String:
		v.SetString("x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int:
		v.SetInt(1)
	case reflect.Uint64:
		v.SetUint(1)
	case reflect.Float64:
		v.SetFloat(1)
	default:
		panic(v.Kind())
	}
}

func TestCheck(t *testing.T) {
	if err := ui.Check(sample()); err != nil {
		t.Fatal(err)
	}
	deep := &ui.Node{Kind: ui.KindText}
	for range 64 {
		deep = &ui.Node{Kind: ui.KindColumn, Children: []*ui.Node{deep}}
	}
	wide := &ui.Node{Kind: ui.KindColumn}
	for range 10_000 {
		wide.Children = append(wide.Children, &ui.Node{Kind: ui.KindSpacer})
	}
	text := func(s ui.Style) *ui.Node { return &ui.Node{Kind: ui.KindText, Style: s} }
	paint := func(p ui.Paint) *ui.Node { return &ui.Node{Kind: ui.KindCanvas, Paint: []ui.Paint{p}} }
	for _, c := range []struct {
		name string
		tree *ui.Node
		want string
	}{
		{"nothing", nil, "is missing"},
		{"depth", deep, "ui: too large: 65 levels of nodes or more, limit 64"},
		{"nodes", wide, "ui: too large: 10001 nodes or more, limit 10000"},
		{"kind", &ui.Node{Kind: "marquee"}, `ui: node marquee0: kind "marquee" is unknown`},
		{"child of leaf", &ui.Node{Kind: ui.KindText, Children: []*ui.Node{{Kind: ui.KindText}}}, "kind text cannot have children"},
		{"two in a scroll", &ui.Node{Kind: ui.KindScroll, Children: []*ui.Node{{Kind: ui.KindText}, {Kind: ui.KindText}}}, "scroll has 2 children, at most 1"},
		{"key", &ui.Node{Kind: ui.KindText, Key: "a/b"}, `key "a/b" is not 1 to 64`},
		{"same keys", &ui.Node{Kind: ui.KindRow, Children: []*ui.Node{{Kind: ui.KindText, Key: "a"}, {Kind: ui.KindText, Key: "a"}}}, "ui: node row0/a: is there twice"},
		{"key like an index", &ui.Node{Kind: ui.KindRow, Children: []*ui.Node{{Kind: ui.KindText}, {Kind: ui.KindText, Key: "text0"}}}, "ui: node row0/text0: is there twice"},
		{"icon", &ui.Node{Kind: ui.KindIcon, Icon: "unicorn"}, `icon "unicorn" is unknown`},
		{"event", &ui.Node{Kind: ui.KindText, Events: []ui.EventKind{"hover"}}, `event "hover" is unknown`},
		{"value", &ui.Node{Kind: ui.KindSlider, Value: math.NaN()}, "number that is not finite"},
		{"long text", &ui.Node{Kind: ui.KindText, Text: strings.Repeat("x", ui.MaxText+1)}, "text has 65537 bytes, at most 65536"},
		{"bytes", &ui.Node{Kind: ui.KindText, Text: "\xff"}, "text is not UTF-8"},
		{"colour", text(ui.Style{Color: "blurple"}), `color "blurple" is neither #rrggbb nor one of text, muted,`},
		{"half a colour", text(ui.Style{Background: "#12345"}), `background "#12345"`},
		{"NaN", text(ui.Style{Width: ptr(math.NaN())}), "width NaN is not within 0 to 1e+06"},
		{"infinite", text(ui.Style{Gap: ptr(math.Inf(1))}), "gap +Inf is not within 0 to 1e+06"},
		{"scale", text(ui.Style{Scale: ptr(11.0)}), "scale 11 is not within 0.1 to 10"},
		{"align", text(ui.Style{Align: "middle"}), `align "middle" is none of start, center, end, stretch, baseline`},
		{"series", &ui.Node{Kind: ui.KindChart, Series: []ui.Series{{Values: []float64{math.Inf(-1)}}}}, "series has a value that is not finite"},
		{"values", &ui.Node{Kind: ui.KindChart, Series: []ui.Series{{Values: make([]float64, 100_001)}}}, "ui: too large: 100001 values in charts, limit 100000"},
		{"image", &ui.Node{Kind: ui.KindImage, Data: make([]byte, 8<<20+1)}, "bytes of images, limit 8388608"},
		{"op", paint(ui.Paint{Op: "blob"}), `paint command 0: op "blob" is none of`},
		{"points", paint(ui.Paint{Op: "line", At: []float64{1, 2, 3}}), "line has 3 numbers, needs 4"},
		{"odd", paint(ui.Paint{Op: "polygon", At: []float64{1, 2, 3, 4, 5}}), "polygon has 5 numbers, needs an even number from 4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			ui.Identify(c.tree)
			err := ui.Check(c.tree)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

func TestValidColor(t *testing.T) {
	for s, want := range map[string]bool{
		"accent": true, "on-accent": true, "#a0B1c2": true, "#a0B1c2ff": true,
		"": false, "#fff": false, "#gggggg": false, "#12345 ": false, "red ": false, "a0b1c2f": false,
	} {
		if got := ui.ValidColor(s); got != want {
			t.Errorf("%q: %t, want %t", s, got, want)
		}
	}
}

// tree draws a random valid tree.
func tree(t *rapid.T, label string) *ui.Node {
	budget := 30
	var node func(depth int) *ui.Node
	node = func(depth int) *ui.Node {
		budget--
		n := &ui.Node{Kind: rapid.SampledFrom([]ui.Kind{ui.KindText, ui.KindButton, ui.KindRow, ui.KindColumn}).Draw(t, label)}
		n.Text = rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "text")
		n.Key = rapid.SampledFrom([]string{"", "", "k1", "k2", "button1"}).Draw(t, "key")
		if rapid.Bool().Draw(t, "styled") {
			n.Style.Size = ptr(rapid.Float64Range(1, 9).Draw(t, "size"))
		}
		if n.Kind == ui.KindRow || n.Kind == ui.KindColumn {
			for depth < 4 && budget > 0 && rapid.IntRange(0, 3).Draw(t, "more") > 0 {
				n.Children = append(n.Children, node(depth+1))
			}
		}
		return n
	}
	root := node(0)
	ui.Identify(root)
	return root
}

// change returns a copy of a tree with one thing about it different.
func change(t *rapid.T, root *ui.Node) *ui.Node {
	c := root.Clone()
	var all []*ui.Node
	ui.Walk(c, func(n *ui.Node) bool { all = append(all, n); return true })
	n := rapid.SampledFrom(all).Draw(t, "changed")
	switch rapid.IntRange(0, 3).Draw(t, "how") {
	case 0:
		n.Text += "!"
	case 1:
		n.Kind = ui.KindRow
	case 2:
		n.Children = nil
	case 3:
		n.Key = "fresh"
	}
	ui.Identify(c)
	return c
}

func TestDiffThenApplyIsTheNewTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		before := tree(t, "before")
		after := tree(t, "after")
		if rapid.Bool().Draw(t, "similar") {
			after = change(t, before)
			for rapid.Bool().Draw(t, "again") {
				after = change(t, after)
			}
		}
		if ui.Check(before) != nil || ui.Check(after) != nil {
			t.Skip("not a valid tree")
		}
		kept := before.Clone()
		patches := ui.Diff(before, after)
		if before.ID != after.ID {
			patches[0].ID = before.ID
		}
		got, err := ui.ApplyPatch(before, patches)
		if err != nil {
			t.Fatalf("%v", err)
		}
		if !got.Equal(after) {
			t.Fatalf("patched tree differs: %v", patches)
		}
		want := after.Clone()
		ui.Identify(want)
		var ids, wantIDs []string
		ui.Walk(got, func(n *ui.Node) bool { ids = append(ids, n.ID); return true })
		ui.Walk(want, func(n *ui.Node) bool { wantIDs = append(wantIDs, n.ID); return true })
		if !reflect.DeepEqual(ids, wantIDs) {
			t.Fatalf("ids %v, want %v", ids, wantIDs)
		}
		ui.Identify(kept)
		if !reflect.DeepEqual(before, kept) {
			t.Fatal("ApplyPatch changed its input")
		}
		if before.Equal(after) != (len(patches) == 0) {
			t.Fatalf("equal trees: %t, patches: %d", before.Equal(after), len(patches))
		}
	})
}

func TestPatchRefuses(t *testing.T) {
	node := &ui.Node{Kind: ui.KindText}
	for _, c := range []struct {
		root *ui.Node
		p    ui.Patch
		want string
	}{
		{nil, ui.Patch{ID: "a", Node: node}, "ui: patch before the first tree"},
		{sample(), ui.Patch{ID: "column0/none", Node: node}, `ui: patch of "column0/none": no such node`},
		{sample(), ui.Patch{ID: "column0"}, `ui: patch of "column0" has no node`},
	} {
		if _, err := ui.ApplyPatch(c.root, []ui.Patch{c.p}); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

func FuzzApplyPatch(f *testing.F) {
	p, err := ui.Marshal(ui.View{Patch: []ui.Patch{{ID: "column0/keys", Node: sample()}, {ID: "column0/keys/text0", Node: &ui.Node{Kind: ui.KindButton, Key: "x"}}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(p)
	f.Fuzz(func(t *testing.T, in []byte) {
		m, err := ui.Unmarshal(in)
		if err != nil {
			return
		}
		v, ok := m.(ui.View)
		if !ok {
			return
		}
		got, err := ui.ApplyPatch(sample(), v.Patch)
		if err != nil {
			return
		}
		again := got.Clone()
		ui.Identify(again)
		if !reflect.DeepEqual(again, got) {
			t.Fatal("a patched tree is not identified")
		}
	})
}
