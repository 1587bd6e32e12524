package evolve_test

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// door is a cell with things to change: a text, a computed one, a loop of buttons, a helper called twice.
const door = `package main

import "cellshell/membrane/cell"

// Door opens and closes.
type Door struct{ Open bool }

func (d *Door) View(x *cell.Context) cell.Node {
	var digits []cell.Node
	for i := 1; i <= 3; i++ {
		digits = append(digits, cell.Button(cell.Itoa(i)).Key("d"+cell.Itoa(i)))
	}
	return cell.Column(
		cell.Text("Door").Key("name").Size(20), // the heading
		cell.Row(
			key("Lock"),
			key("Unlock"),
		).Key("keys").Gap(8),
		cell.Row(digits...).Key("digits"),
		cell.Text("It is "+d.word()).Key("state"),
	).Gap(12).Padding(16)
}

func (d *Door) word() string {
	if d.Open {
		return "open"
	}
	return "shut"
}

// key is one of the big ones.
func key(label string) cell.Node {
	return cell.Button(label).Key(label).Height(40)
}

func main() { cell.Run(&Door{}) }
`

func doorDesk(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	d.Put("door", door, nil, tissue.Cell{Title: "Door", Placement: tissue.Placement{Anchor: "top-left", X: 40, Y: 40}})
	d.Put("lamp", strings.NewReplacer("Door", "Lamp", `"Lock"`, `"On"`, `"Unlock"`, `"Off"`).Replace(door), nil,
		tissue.Cell{Title: "Lamp", Placement: tissue.Placement{Anchor: "top-right", X: 40, Y: 40}})
	return d
}

func TestSentences(t *testing.T) {
	const heading, lock, state = "column0/name", "column0/keys/Lock", "column0/state"
	style := func(s ui.Style) string {
		return fmt.Sprintf("%s %s %s %v %v", s.Color, s.Background, s.Border, val(s.Weight), val(s.Radius))
	}
	tests := []struct {
		at, say string
		got     func(d *desk) string
		want    string
	}{
		{heading, "make this text bold", func(d *desk) string { n, _ := d.node("door", "name"); return fmt.Sprint(val(n.Style.Weight)) }, "700"},
		{heading, "make this text red", func(d *desk) string { n, _ := d.node("door", "name"); return n.Style.Color }, "red"},
		{heading, "set the font size to 30", func(d *desk) string { n, _ := d.node("door", "name"); return fmt.Sprint(val(n.Style.Size)) }, "30"},
		{heading, `rename this to "Gate"`, func(d *desk) string { n, _ := d.node("door", "name"); return n.Text }, "Gate"},
		{heading, "make it uppercase", func(d *desk) string { n, _ := d.node("door", "name"); return n.Style.Case }, "upper"},
		{heading, "make this italic", func(d *desk) string { n, _ := d.node("door", "name"); return fmt.Sprint(*n.Style.Italic) }, "true"},
		{lock, "give this a blue border", func(d *desk) string { n, _ := d.node("door", "Lock"); return n.Style.Border }, "blue"},
		{lock, "give this a soft shadow", func(d *desk) string { n, _ := d.node("door", "Lock"); return fmt.Sprint(val(n.Style.Shadow)) }, "1"},
		{"", "no shadow on the door", func(d *desk) string { return fmt.Sprint(*d.cell("door").Tree.Style.Shadow) }, "0"},
		{"", "a deeper shadow for the door", func(d *desk) string { return fmt.Sprint(val(d.cell("door").Tree.Style.Shadow)) }, "2"},
		{lock, "paint this button a pale warm grey", func(d *desk) string { n, _ := d.node("door", "Lock"); return n.Style.Background }, "#d8d4cd"},
		{lock, "round the corners", func(d *desk) string { n, _ := d.node("door", "Lock"); return fmt.Sprint(val(n.Style.Radius) > 0) }, "true"},
		{lock, "paint this button green", func(d *desk) string {
			n, _ := d.node("door", "Lock")
			o, _ := d.node("door", "Unlock")
			return style(n.Style) + "|" + style(o.Style)
		}, " green  0 0|   0 0"},
		{lock, "remove this button", func(d *desk) string { return texts(d.cell("door").Tree, ui.KindButton) }, "Unlock 1 2 3"},
		{lock, "move this button right", func(d *desk) string { return texts(d.cell("door").Tree, ui.KindButton) }, "Unlock Lock 1 2 3"},
		{state, `change this text to "whatever"`, func(d *desk) string {
			return d.Desk.Scene().Doc.Cells["door"].TextOverrides[state]
		}, "whatever"},
		{"", "make the door 30% see-through", func(d *desk) string { return fmt.Sprint(d.Desk.Scene().Doc.Cells["door"].Opacity) }, "0.7"},
		{"", "call the door Portal", func(d *desk) string { return d.Desk.Scene().Doc.Cells["door"].Title }, "Portal"},
		{"", "make the door twice as big", func(d *desk) string { return fmt.Sprint(d.placement("door").Scale) }, "2"},
		{"", "put the door in the middle", func(d *desk) string {
			b := d.cell("door").Bounds
			return fmt.Sprint(math.Round(b.X+b.W/2), math.Round(b.Y+b.H/2))
		}, "640 400"},
		{"", "move the door 50 px to the right", func(d *desk) string { return fmt.Sprint(d.cell("door").Bounds.X) }, "90"},
		{"", "put the lamp below the door", func(d *desk) string {
			a, b := d.cell("door").Bounds, d.cell("lamp").Bounds
			return fmt.Sprint(math.Abs(a.X-b.X) < 1, b.Y > a.Y+a.H)
		}, "true true"},
		{"", "swap the door and the lamp", func(d *desk) string {
			return d.placement("door").Anchor + " " + d.placement("lamp").Anchor
		}, "top-right top-left"},
		{"", "arrange everything in a row", func(d *desk) string {
			a, b := d.cell("door").Bounds, d.cell("lamp").Bounds
			return fmt.Sprint(a.Y == b.Y, b.X > a.X+a.W)
		}, "true true"},
		{"", "distribute the door and the lamp evenly across the width", func(d *desk) string {
			a, b := d.cell("door").Bounds, d.cell("lamp").Bounds
			return fmt.Sprint(math.Round(a.X), math.Round(b.X+b.W), a.Y == 40)
		}, "24 1256 true"},
		{"", "hide the lamp for now", func(d *desk) string { return fmt.Sprint(d.cell("lamp").Bounds.Empty(), len(d.Desk.Scene().Cells)) }, "true 2"},
		{"", "use an orange accent", func(d *desk) string { return d.Desk.Scene().Doc.Theme.Accent }, "orange"},
		{"", "remove the lamp", func(d *desk) string { return fmt.Sprint(len(d.Desk.Scene().Cells)) }, "1"},
	}
	for _, tt := range tests {
		t.Run(tt.say, func(t *testing.T) {
			d := doorDesk(t)
			if tt.at != "" {
				d.PointAt("door", tt.at)
			}
			d.done(tt.say)
			if got := tt.got(d); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			if !strings.Contains(string(d.cell("door").Source), "// the heading") {
				t.Error("a comment of the source was lost")
			}
			undone := d.Undo(context.Background(), 0)
			if undone.Status != act.Done {
				t.Errorf("undo: %+v", undone)
			}
			if s := d.Desk.Scene(); string(s.Cells["door"].Source) != door || s.Doc.Cells["door"].Title != "Door" {
				t.Errorf("undo left\n%s", s.Cells["door"].Source)
			}
		})
	}
}

func val(p *float64) float64 {
	if p == nil {
		return 0
	}
	return *p
}

func texts(root *ui.Node, kind ui.Kind) string {
	var out []string
	ui.Walk(root, func(n *ui.Node) bool {
		if n.Kind == kind {
			out = append(out, n.Text)
		}
		return true
	})
	return strings.Join(out, " ")
}

// TestSideBySide: what comes with one sentence does not stand on top of each other, and what a move covers is told.
func TestSideBySide(t *testing.T) {
	d := doorDesk(t)
	d.done("add two clocks")
	a, b := d.cell("clock").Bounds, d.cell("clock-2").Bounds
	if a.Intersects(b) {
		t.Errorf("the clocks stand at %v and %v", a, b)
	}
	lamp := d.cell("lamp").Bounds
	if r := d.done(fmt.Sprintf("move the door to %.0f, %.0f", lamp.X, lamp.Y)); len(r.Overlaps) != 1 || r.Overlaps[0] != "Lamp" {
		t.Errorf("got %q in %s", r.Overlaps, r.Line())
	}
}

// TestHidden: what is hidden comes back where it was, and nothing is done to it unseen.
func TestHidden(t *testing.T) {
	d := doorDesk(t)
	was := d.cell("lamp").Bounds
	d.done("hide the lamp")
	if r := d.say("make the lamp bigger"); r.Status != act.Asked || r.Question != "Lamp is hidden. Show it again?" {
		t.Errorf("got %+v", r)
	}
	d.done("show the lamp again")
	if is := d.cell("lamp").Bounds; is != was {
		t.Errorf("the lamp stood at %v and stands at %v", was, is)
	}
}

func TestOneCallManyNodes(t *testing.T) {
	d := doorDesk(t)
	d.PointAt("door", "column0/digits/d2")
	_, was := d.node("door", "d3")
	r := d.done("make this button bigger")
	if _, is := d.node("door", "d3"); !near(is.W, was.W*1.5) {
		t.Errorf("the call makes three buttons, but the third went from %v to %v", was, is)
	}
	if len(r.Reflowed) == 0 {
		t.Error("the text below moved, but the receipt does not say so")
	}
	d.done("undo")
	d.done("make only this button red")
	over := d.Desk.Scene().Doc.Cells["door"].Overrides
	if len(over) != 1 || over["column0/digits/d2"].Background != "red" {
		t.Errorf("overrides %+v", over)
	}
}

func TestNodesMoveBesideEachOther(t *testing.T) {
	d := doorDesk(t)
	lock, unlock := act.Target{Cell: "door", Node: "column0/keys/Lock"}, act.Target{Cell: "door", Node: "column0/keys/Unlock"}
	move := func(what, like act.Target, relation string) act.Receipt {
		return d.Do(context.Background(), "move", []act.Act{{Intent: act.Move, Target: what, Args: act.Args{Relation: relation, LikeCell: like.Cell, LikeNode: like.Node}}})
	}
	if r := move(lock, unlock, "right-of"); r.Status != act.Done {
		t.Fatalf("got %+v", r)
	}
	if got := texts(d.cell("door").Tree, ui.KindButton); got != "Unlock Lock 1 2 3" {
		t.Errorf("got %s", got)
	}
	if r := move(lock, act.Target{Cell: "lamp"}, "right-of"); r.Status != act.Asked || strings.Join(r.Choices, ",") != "move Door right of Lamp" {
		t.Errorf("got %+v", r)
	}
}

func TestFailuresChangeNothing(t *testing.T) {
	d := doorDesk(t)
	for _, acts := range [][]act.Act{
		{{Intent: act.Resize, Target: act.Target{Cell: "nobody"}, Args: act.Args{Factor: 2}}},
		{{Intent: act.Resize, Target: act.Target{Cell: "door", Node: "column0/nothing"}, Args: act.Args{Factor: 2}}},
		{{Intent: act.Resize, Target: act.Target{Cell: "door"}}},
		{{Intent: act.Recolor, Target: act.Target{Cell: "door"}, Args: act.Args{Color: "mauve"}}},
		{{Intent: act.Move, Target: act.Target{Cell: "door"}, Args: act.Args{Anchor: "nowhere"}}},
		{{Intent: act.Style, Target: act.Target{Cell: "door"}, Args: act.Args{Style: "analog"}}},
		{{Intent: act.Spawn, Args: act.Args{Gene: "nothing"}}},
		{{Intent: act.Theme, Args: act.Args{Mode: "plaid"}}},
		{{Intent: "dance"}},
		{{Intent: act.Swap, Target: act.Target{Cell: "door"}, Args: act.Args{LikeCell: "door"}}},
		{{Intent: act.Theme, Args: act.Args{Mode: "light"}}, {Intent: "dance"}}, // all or nothing
	} {
		before := d.Desk.Scene()
		commits := d.Commits
		r := d.Do(context.Background(), "by hand", acts)
		if r.Status == act.Done {
			t.Errorf("%+v is done", acts)
		}
		d.check(r, before, d.Commits-commits)
	}
}

func TestSpawnByHand(t *testing.T) {
	d := doorDesk(t)
	ctx := context.Background()
	for _, tt := range []struct {
		name string
		r    evolve.SpawnRequest
		id   string
	}{
		{"gene", evolve.SpawnRequest{Gene: "calculator", Anchor: "bottom-right"}, "calculator"},
		{"the same again", evolve.SpawnRequest{Gene: "calculator"}, "calculator-2"},
		{"source", evolve.SpawnRequest{Source: []byte(strings.ReplaceAll(door, "Door", "SpareDoor"))}, "spare-door"},
		{"named source", evolve.SpawnRequest{Source: []byte(door), Name: "gate"}, "gate"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			before, commits := d.Desk.Scene(), d.Commits
			r := d.Spawn(ctx, tt.r)
			d.check(r, before, d.Commits-commits)
			if r.Status != act.Done || r.Target.Cell != tt.id || r.Route != act.RouteHand {
				t.Fatalf("got %+v", r)
			}
		})
	}
	c := d.cell("calculator").Bounds
	if !near(c.X+c.W, 1280-24) || !near(c.Y+c.H, 800-24) {
		t.Errorf("the calculator stands at %v", c)
	}
	if r := d.Spawn(ctx, evolve.SpawnRequest{Gene: "nothing"}); r.Status != act.Failed {
		t.Errorf("got %+v", r)
	}
	if r := d.Spawn(ctx, evolve.SpawnRequest{Source: []byte("package main\nfunc main() { panic(1) }")}); r.Status != act.Failed {
		t.Errorf("got %+v", r)
	}
	if r := d.Remove(ctx, "calculator"); r.Status != act.Done {
		t.Errorf("got %+v", r)
	}
}

func TestNewCellsStayOnTheDesktop(t *testing.T) {
	d := newDesk(t)
	for i := range 14 {
		r := d.done([]string{"add a counter", "add a calculator", "add a clock", "add notes", "add a system monitor at the top right"}[i%5])
		c := d.cell(r.Target.Cell).Bounds
		if c.X < -1 || c.Y < -1 || c.X+c.W > 1281 || c.Y+c.H > 801 {
			t.Errorf("#%d %s stands at %v", i, r.Target.Cell, c)
		}
	}
}

func TestRollBack(t *testing.T) {
	d := doorDesk(t)
	bad := d.done("make the door bigger")
	r := d.RollBack(context.Background(), entryOf(t, d, bad.Commit), "it crashed three times")
	if r.Status != act.RolledBack || !strings.Contains(r.Reason, "crashed") {
		t.Fatalf("got %+v", r)
	}
	if s := d.placement("door").Scale; s != 0 {
		t.Errorf("the scale is %v", s)
	}
}

// TestSmallerTakesBiggerBack says that sizes come back exactly, as often as one likes.
func TestSmallerTakesBiggerBack(t *testing.T) {
	tests := []struct {
		at, there, back string
		got             func(*desk) string
	}{
		{"column0/keys/Lock", "make this button bigger", "make this button smaller", func(d *desk) string {
			n, b := d.node("door", "Lock")
			return fmt.Sprint(val(n.Style.Scale), b)
		}},
		{"column0/keys/Lock", "make this button slightly smaller", "make this button slightly bigger", func(d *desk) string {
			n, b := d.node("door", "Lock")
			return fmt.Sprint(val(n.Style.Scale), b)
		}},
		{"", "make the door bigger", "make the door smaller", func(d *desk) string {
			p := d.placement("door")
			return fmt.Sprint(p.Scale, p.W, p.H)
		}},
		{"", "make the lamp wider", "make the lamp narrower", func(d *desk) string {
			p := d.placement("lamp")
			return fmt.Sprint(p.Scale, p.W, p.H)
		}},
	}
	for _, tt := range tests {
		t.Run(tt.there, func(t *testing.T) {
			d := doorDesk(t)
			say := func(sentence string) {
				if d.PointAt("", ""); tt.at != "" {
					d.PointAt("door", tt.at)
				}
				d.done(sentence)
			}
			say(tt.there)
			say(tt.back)
			want := tt.got(d)
			for range 12 {
				say(tt.there)
				if tt.got(d) == want {
					t.Fatalf("%q changed nothing", tt.there)
				}
				say(tt.back)
			}
			if got := tt.got(d); got != want {
				t.Errorf("after a dozen times there and back it is %s, and was %s", got, want)
			}
		})
	}
}

// A wide cell that takes the place of a narrow one near an edge stays on the desktop.
func TestSwappedCellsStayOnTheDesktop(t *testing.T) {
	d := newDesk(t)
	d.Put("door", door, nil, tissue.Cell{Title: "Door", Placement: tissue.Placement{Anchor: "top-left", X: 600, Y: 40, W: 500, H: 300}})
	d.Put("lamp", strings.ReplaceAll(door, "Door", "Lamp"), nil, tissue.Cell{Title: "Lamp", Placement: tissue.Placement{Anchor: "center", X: -520, Y: -40, W: 120, H: 100}})
	d.done("swap the door and the lamp")
	area := d.Desk.Scene().Area
	for _, id := range []string{"door", "lamp"} {
		if b := d.cell(id).Bounds; b.X < area.X || b.Y < area.Y || b.X+b.W > area.X+area.W || b.Y+b.H > area.Y+area.H {
			t.Errorf("%s stands at %+v of %+v", id, b, area)
		}
	}
}
