package evolve_test

import (
	"context"
	"math"
	"sort"
	"strings"
	"testing"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// mail has its things in the ways that cells are written: literal arguments, a helper function, a loop over a list, a loop that
// counts, values appended one by one, a list, a branch, a variable.
const mail = `package main

import "cellshell/membrane/cell"

type Mail struct{ N int }

func (m *Mail) View(x *cell.Context) cell.Node {
	var tags, days []cell.Node
	for _, name := range []string{"Work", "Home", "Friends"} {
		tags = append(tags, cell.Button(name))
	}
	for i := 1; i <= 3; i++ {
		days = append(days, cell.Button("Day "+cell.Itoa(i)))
	}
	var tools []cell.Node
	tools = append(tools, cell.Button("Print"))
	tools = append(tools, cell.Button("Copy"), cell.Button("Archive"))
	if m.N == 0 {
		tools = append(tools, cell.Button("Spam"))
	}
	star := cell.Button("Star")
	more := []cell.Node{cell.Text("one"), cell.Text("two")}
	return cell.Column(
		cell.Text("Mail").Key("title").Size(20), // the heading
		cell.Text("3 new letters").Key("sub"),
		cell.Row(
			cell.Button("Save").Key("save"),
			cell.Button("New").Key("new"), // makes one

			cell.Button("Delete").Key("delete"),
			star,
		).Key("buttons").Gap(8),
		cell.Row(m.key("Ask"), m.key("Answer")).Key("keys").Gap(8),
		cell.Row(tags...).Key("tags"),
		cell.Row(days...).Key("days"),
		cell.Row(tools...).Key("tools"),
		cell.Column(more...).Key("more"),
		m.foot("Send"),
	).Gap(12).Padding(16)
}

func (m *Mail) key(label string) cell.Node {
	return cell.Button(label).OnTap(func() { m.N++ })
}

func (m *Mail) foot(label string) cell.Node {
	return cell.Row(cell.Button(label), cell.Button("Later").Key("later")).Key("foot").Gap(8)
}

func main() { cell.Run(&Mail{}) }
`

func mailDesk(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t)
	d.Put("mail", mail, nil, tissue.Cell{Title: "Post", Placement: tissue.Placement{Anchor: "top-left", X: 40, Y: 60}})
	return d
}

// lines are the rows of a cell from top to bottom, as they are seen: what each says, from left to right.
func (d *desk) lines(id string) string {
	d.t.Helper()
	c := d.cell(id)
	type word struct {
		x, y float64
		text string
	}
	var words []word
	ui.Walk(c.Tree, func(n *ui.Node) bool {
		if n.Text != "" {
			x, y := c.Nodes[n.ID].Center()
			words = append(words, word{x, math.Round(y / 8), n.Text})
		}
		return true
	})
	sort.SliceStable(words, func(i, j int) bool {
		a, b := words[i], words[j]
		return a.y < b.y || a.y == b.y && a.x < b.x
	})
	var b strings.Builder
	for i, w := range words {
		switch {
		case i > 0 && w.y == words[i-1].y:
			b.WriteString(" ")
		case i > 0:
			b.WriteString(" | ")
		}
		b.WriteString(w.text)
	}
	return b.String()
}

const mailLines = "Mail | 3 new letters | Save New Delete Star | Ask Answer | Work Home Friends | Day 1 Day 2 Day 3 | Print Copy Archive Spam | one | two | Send Later"

func TestNodesChangePlaces(t *testing.T) {
	tests := []struct {
		at, say  string
		old, new string // of the lines
		gone     string // from them, before that
	}{
		{"new", "move this left", "Save New", "New Save", ""},
		{"new", "move this to the right", "New Delete", "Delete New", ""},
		{"new", "put this at the end of the row", "Save New Delete Star", "Save Delete Star New", ""},
		{"new", "make this the first button", "Save New", "New Save", ""},
		{"", "move the star button to the start", "Save New Delete Star", "Star Save New Delete", ""},
		{"", "put delete before new", "New Delete", "Delete New", ""},
		{"", "put save after delete", "Save New Delete", "New Delete Save", ""},
		{"", "move the save button between delete and star", "Save New Delete", "New Delete Save", ""},
		{"", "put the delete button on the left", "Save New Delete", "Delete Save New", ""},
		{"", "put the star button on the left", "Save New Delete Star", "Star Save New Delete", ""},
		{"", "swap save and delete", "Save New Delete", "Delete New Save", ""},
		{"new", "swap this with star", "New Delete Star", "Star Delete New", ""},
		{"", "swap save and the answer button", "Save New Delete Star | Ask Answer", "Answer New Delete Star | Ask Save", ""},
		{"", "move the save button under the title", "Mail | ", "Mail | Save | ", "Save "},
		{"new", "move it to the top of the window", "Mail | ", "New | Mail | ", "New "},
		{"new", "move this to the bottom", "Send Later", "Send Later | New", "New "},
		{"new", "move this up", "Save New Delete", "New | Save Delete", ""},
		{"", "put the delete button next to the title", "Mail | ", "Mail Delete | ", "Delete "},
		{"later", "move this above the sub", "Mail | ", "Mail | Later | ", " Later"},
		{"", "sort the buttons in the row", "Save New Delete Star", "Delete New Save Star", ""},
		{"", "put the buttons in reverse order", "Save New Delete Star", "Star Delete New Save", ""},
		{"", "put the buttons in a column", "Save New Delete Star", "Save | New | Delete | Star", ""},
		{"", "swap ask and answer", "Ask Answer", "Answer Ask", ""},                     // made by a helper
		{"", "put friends before work", "Work Home Friends", "Friends Work Home", ""},   // made in a loop over a list
		{"", "swap work and friends", "Work Home Friends", "Friends Home Work", ""},     // the same
		{"", "put print after archive", "Print Copy Archive", "Copy Archive Print", ""}, // appended one by one
		{"", "swap print and archive", "Print Copy Archive", "Archive Copy Print", ""},  // the same
		{"", "put two before one", "one | two", "two | one", ""},                        // in a list
		{"later", "put this first", "Send Later", "Later Send", ""},                     // in a function of its own
		{"later", "move this under the title", "Mail | ", "Mail | Later | ", " Later"},  // out of it
	}
	for _, tt := range tests {
		t.Run(tt.say, func(t *testing.T) {
			d := mailDesk(t)
			if got := d.lines("mail"); got != mailLines {
				t.Fatalf("it begins as %s", got)
			}
			if tt.at != "" {
				n, _ := d.node("mail", tt.at)
				d.PointAt("mail", n.ID)
			}
			d.done(tt.say)
			from := mailLines
			if tt.gone != "" {
				from = strings.Replace(mailLines, tt.gone, "", 1)
			}
			want := strings.Replace(from, tt.old, tt.new, 1)
			if got := d.lines("mail"); got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
			for _, comment := range []string{"// the heading", "// makes one"} {
				if !strings.Contains(string(d.cell("mail").Source), comment) {
					t.Errorf("%s was lost in\n%s", comment, d.cell("mail").Source)
				}
			}
			if r := d.Undo(context.Background(), 0); r.Status != act.Done {
				t.Errorf("undo: %+v", r)
			}
			if string(d.cell("mail").Source) != mail || d.lines("mail") != mailLines {
				t.Errorf("undo left %s", d.lines("mail"))
			}
		})
	}
}

// What the source does not allow changes nothing, and says why.
func TestNodesThatCannotChangePlaces(t *testing.T) {
	tests := []struct {
		at, say, why string
	}{
		{"", "swap day 1 and day 3", "as it runs"},
		{"", "put day 3 before day 1", "as it runs"},
		{"", "move the spam button to the start", "only sometimes"},
		{"", "swap print and spam", "only sometimes"},
		{"", "move the send button under the title", "with label, which only foot knows"},
		{"", "move the friends button under the title", "as it runs"},
	}
	for _, tt := range tests {
		t.Run(tt.say, func(t *testing.T) {
			d := mailDesk(t)
			r := d.say(tt.say)
			if r.Status != act.Failed || !strings.Contains(r.Reason, tt.why) || d.lines("mail") != mailLines {
				t.Errorf("%s %s", r.Status, r.Reason)
			}
		})
	}
}

// What has nobody to pass is drawn beside its place: just so far, and nothing else moves for it.
func TestNodesMoveByPixels(t *testing.T) {
	tests := []struct {
		at, say string
		dx, dy  float64
	}{
		{"new", "nudge it up a bit", 0, -8},
		{"later", "move this 10 pixels to the right", 10, 0},
		{"save", "move this left", -12, 0}, // as far as there is room
	}
	for _, tt := range tests {
		t.Run(tt.say, func(t *testing.T) {
			d := mailDesk(t)
			n, was := d.node("mail", tt.at)
			d.PointAt("mail", n.ID)
			before := d.cell("mail")
			d.done(tt.say)
			_, is := d.node("mail", tt.at)
			after := d.cell("mail")
			if dx, dy := is.X-was.X-after.Bounds.X+before.Bounds.X, is.Y-was.Y-after.Bounds.Y+before.Bounds.Y; dx != tt.dx || dy != tt.dy {
				t.Errorf("moved by %g, %g, want %g, %g", dx, dy, tt.dx, tt.dy)
			}
			for id, b := range before.Nodes {
				a := after.Nodes[id]
				if id != n.ID && (a.X-after.Bounds.X != b.X-before.Bounds.X || a.Y-after.Bounds.Y != b.Y-before.Bounds.Y) {
					t.Errorf("%s moved from %v to %v", id, b, a)
				}
			}
		})
	}
	d := mailDesk(t)
	n, _ := d.node("mail", "new")
	d.PointAt("mail", n.ID)
	if r := d.say("move this 30 pixels to the right"); r.Status != act.Asked || len(r.Choices) != 1 || r.Choices[0] != "swap New and Delete" {
		t.Errorf("onto its neighbour: %s %s %q", r.Status, r.Question, r.Choices)
	}
	if r := d.Answer(context.Background(), "swap New and Delete"); r.Status != act.Done || !strings.Contains(d.lines("mail"), "Save Delete New Star") {
		t.Errorf("its choice: %s %s %s", r.Status, r.Reason, d.lines("mail"))
	}
	n, _ = d.node("mail", "later")
	d.PointAt("mail", n.ID)
	if r := d.say("move this 900 pixels to the right"); r.Status != act.Asked || len(r.Choices) != 2 || !strings.Contains(r.Question, "room for") {
		t.Errorf("out of its cell: %s %s %q", r.Status, r.Question, r.Choices)
	}
}

// What the tissue lays over a node goes where the node goes, also where its name was its place.
func TestWhatLiesOverANodeGoesWithIt(t *testing.T) {
	d := mailDesk(t)
	n, _ := d.node("mail", "tags/button2")
	d.PointAt("mail", n.ID)
	d.done("make only this button red")
	d.done("put friends before work")
	n, _ = d.node("mail", "tags/button0")
	over := d.Desk.Scene().Doc.Cells["mail"].Overrides
	if n.Text != "Friends" || len(over) != 1 || over[n.ID].Background != "red" {
		t.Errorf("%s is %q, over it %v", n.ID, n.Text, over)
	}
}

// A thing that a cell has no other beside stands for it: where it cannot go, all of the cell goes.
func TestTheOnlyButtonTakesItsCellAlong(t *testing.T) {
	d := newDesk(t)
	d.Put("form", `package main

import "cellshell/membrane/cell"

type Form struct{}

func (f *Form) View(x *cell.Context) cell.Node {
	return cell.Column(cell.Text("Form"), cell.Row(cell.Button("Save").Key("save"))).Gap(8).Padding(20)
}

func main() { cell.Run(&Form{}) }
`, nil, tissue.Cell{Title: "Form", Placement: tissue.Placement{Anchor: "top-left", X: 40, Y: 60}})
	d.Put("lamp", door, nil, tissue.Cell{Title: "Lamp", Placement: tissue.Placement{Anchor: "top-right", X: 40, Y: 60}})
	r := d.done("move the save button left of the lamp")
	if !strings.Contains(r.Line(), "Save stays in Form, so all of Form went there") {
		t.Errorf("it says %s", r.Line())
	}
	_, save := d.node("form", "save")
	if f, l := d.cell("form").Bounds, d.cell("lamp").Bounds; f.X+f.W > l.X || save.Y != l.Y && f.Y != 0 {
		t.Errorf("%v in %v is not left of %v", save, f, l)
	}
}
