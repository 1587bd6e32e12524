package evolve_test

import (
	"strings"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// covered is a cell with things that say how they look and do not show it: a row behind an opaque cover, a button and a
// text in a row that is not drawn, and a text whose colour the cell decides anew.
const covered = `package main

import "cellshell/membrane/cell"

type Covered struct{}

func (c *Covered) View(x *cell.Context) cell.Node {
	return cell.Column(
		cell.Stack(
			cell.Row(cell.Text("below")).Key("low").Width(120).Height(60),
			cell.Row().Key("cover").Width(120).Height(60).Background("#204060").Radius(0),
		).Key("pile"),
		cell.Row(
			cell.Button("Hidden").Key("ghost").Width(100).Height(40),
			cell.Text("Mute").Key("mute").Width(80),
		).Key("veil").Opacity(0),
		cell.Button("Plain").Key("open").Width(100).Height(40),
		cell.Text("Bright").Key("bright"),
	).Gap(12).Padding(16)
}

func main() { cell.Run(&Covered{}) }
`

// What an act asks for must be seen, not just said in the source: where no pixel changes, nothing is done.
func TestNothingIsDoneThatIsNotSeen(t *testing.T) {
	d := newDesk(t)
	d.Put("covered", covered, nil, tissue.Cell{Title: "Covered", Placement: tissue.Placement{Anchor: "top-left", X: 40, Y: 40}})
	for _, tt := range []struct{ at, say string }{
		{"column0/pile/low", "make this red"},
		{"column0/pile/low", "give this a red border"},
		{"column0/pile/low", "round the corners of this"},
		{"column0/pile/low", "make this half transparent"},
		{"column0/veil/ghost", "make this red"},
		{"column0/veil/ghost", "give this a thick border"},
		{"column0/veil/mute", "make this text red"},
		{"column0/veil/mute", "make this text bold"},
		{"column0/veil/mute", "underline this text"},
		{"column0/veil/mute", "make this text italic"},
		{"column0/veil/mute", `change this text to "Loud"`},
	} {
		d.PointAt("covered", tt.at)
		r := d.say(tt.say)
		if r.Status != act.Failed || !strings.Contains(r.Reason, "look the same") {
			t.Errorf("%s: %q: %s %s", tt.at, tt.say, r.Status, r.Line())
		}
	}
	for _, tt := range []struct{ at, say string }{
		{"column0/open", "make this red"},
		{"column0/open", "make this lighter"},
		{"column0/open", "give this a blue border"},
		{"column0/open", "round the corners of this"},
		{"column0/open", "make this half transparent"},
		{"column0/bright", "make this text green"},
		{"column0/bright", "make this text bold"},
		{"column0/bright", "underline this text"},
		{"column0/bright", `change this text to "Dark"`},
		{"", "light mode"},
		{"", "make the wallpaper green"},
	} {
		d.PointAt("covered", tt.at)
		r := d.done(tt.say)
		seen := false
		for _, c := range r.Checks {
			seen = seen || strings.HasPrefix(c.What, "seen") && strings.HasSuffix(c.After, "pixels changed")
		}
		if !seen {
			t.Errorf("%q: nobody looked: %+v", tt.say, r.Checks)
		}
	}
}

// The colour of a cell that is filled with one is what it is filled with, whatever else in it shows the accent.
func TestColourOfAFilledCell(t *testing.T) {
	d := newDesk(t)
	d.done("add a clock")
	d.done("give the clock a border")
	d.done("make the background of the clock green")
	r := d.done("make the clock orange")
	if look := d.Scene().Cells["clock"].Tree.Style; look.Background != "orange" {
		t.Errorf("the clock is filled with %q: %s", look.Background, r.Line())
	}
	d.done("undo")
	d.done("undo")
	d.done("make the clock orange")
	if is := d.Scene().Doc.Cells["clock"].Accent; is != "orange" {
		t.Errorf("the accent of the clock is %q", is)
	}
}

// A desktop that says in its document what was asked for, and paints something else, has not done it.
func TestADesktopThatPaintsTheSameIsRefused(t *testing.T) {
	d := newDesk(t)
	for _, add := range []string{"add a clock", "add notes", "add a counter"} {
		d.done(add)
	}
	same := func(now, trial *evolve.Scene) { trial.Paint = now.Paint }
	// Something besides what was asked for looks different: a mark in the cell's corner.
	marked := func(_, trial *evolve.Scene) {
		was := trial.Paint
		trial.Paint = func(id tissue.CellID) *paint.Scene {
			p := was(id)
			if c := trial.Cells[id]; c != nil && id == "counter" {
				p.Ops = append(p.Ops, paint.RoundRect{Rect: paint.Rect{X: c.Bounds.X + 4, Y: c.Bounds.Y + 4, W: 6, H: 6}, Fill: paint.Color{R: 200, A: 255}})
			}
			return p
		}
	}
	for _, tt := range []struct {
		say  string
		lie  func(now, trial *evolve.Scene)
		want string
	}{
		{"light mode", same, "the desktop would look the same"},
		{"high contrast", same, "the desktop would look the same"},
		{"use a green accent", same, "the desktop would look the same"},
		{"make the wallpaper green", same, "the desktop would look the same"},
		{"use the plain wallpaper", same, "the desktop would look the same"},
		{"make this button red", same, "+1 would look the same"},
		{"make this button red", marked, "something else in Counter would look different"},
		{"make this button bold", marked, "something else in Counter would look different"},
		{"give this a thick red border", marked, "something else in Counter would look different"},
		{"make this half transparent", marked, "something else in Counter would look different"},
	} {
		d.PointAt("counter", plusID(d))
		d.Lie = tt.lie
		if r := d.say(tt.say); r.Status != act.Failed || !strings.Contains(strings.ToLower(r.Reason), strings.ToLower(tt.want)) {
			t.Errorf("%q: %s, want %q", tt.say, r.Line(), tt.want)
		}
		d.Lie = nil
		d.done(tt.say)
		d.done("undo")
	}
	// Where nothing shows the accent, that is said, and no fault.
	for _, id := range []string{"the clock", "the counter", "the notes"} {
		d.done("remove " + id)
	}
	d.Lie = same
	if r := d.done("use a green accent"); !strings.Contains(quotedChecks(r), "nothing here shows the accent") {
		t.Errorf("nobody said that it is not seen: %+v", r.Checks)
	}
}

func quotedChecks(r act.Receipt) string {
	var b strings.Builder
	for _, c := range r.Checks {
		b.WriteString(c.What + ": " + c.After + "\n")
	}
	return b.String()
}

// TestWhatLooksTheSameStays does what can be seen of several acts alike, and says at what nothing would be.
func TestWhatLooksTheSameStays(t *testing.T) {
	d := newDesk(t)
	src := strings.Replace(door, `key("Unlock"),`, `cell.Button("Bare").Key("Bare").Variant("plain"),`, 1)
	d.Put("door", src, nil, tissue.Cell{Title: "Door", Placement: tissue.Placement{Anchor: "top-left", X: 40, Y: 40}})
	r := d.done("make the buttons of the door round")
	lock, _ := d.node("door", "Lock")
	bare, _ := d.node("door", "Bare")
	if val(lock.Style.Radius) == 0 || val(bare.Style.Radius) != 0 {
		t.Errorf("the corners are %v and %v", val(lock.Style.Radius), val(bare.Style.Radius))
	}
	if line := r.Line(); !strings.Contains(line, "Bare would look the same") || bare.Kind != ui.KindButton {
		t.Errorf("the receipt says %s", line)
	}
	d.done("undo")
	d.PointAt("door", bare.ID)
	if r := d.say("make this button round"); r.Status != act.Failed || !strings.Contains(r.Reason, "would look the same") {
		t.Errorf("alone it is %s: %s", r.Status, r.Reason)
	}
}
