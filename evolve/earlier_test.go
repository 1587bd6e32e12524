package evolve_test

import (
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/membrane/ui"
	"cellshell/tissue"
)

// TestBackToATime goes back to what the whole desktop was some time ago, and says so where it is younger than that.
func TestBackToATime(t *testing.T) {
	d := newDesk(t)
	d.now = time.Now()
	d.Clock = func() time.Time { return d.now }
	d.done("add a clock")
	if r := d.say("go back to how it was five minutes ago"); r.Status != act.Failed || !strings.Contains(r.Reason, "does not go back that far") {
		t.Errorf("before its beginning: %+v", r)
	}
	d.now = d.now.Add(time.Hour)
	d.done("light mode")
	d.done("make the clock red")
	d.now = d.now.Add(4 * time.Minute)
	red := d.Desk.Scene().Doc.Cells["clock"].Overrides
	d.done("go back to how it was five minutes ago")
	if c := d.Desk.Scene().Doc.Cells["clock"]; d.Desk.Scene().Doc.Theme.Mode == "light" || c == nil || len(c.Overrides) == len(red) && len(red) > 0 {
		t.Errorf("the desktop is %+v", d.Desk.Scene().Doc)
	}
}

// TestStraightToASide moves a cell to a side without moving it along that side, and makes one as wide or high as the desktop.
func TestStraightToASide(t *testing.T) {
	d := doorDesk(t)
	was := d.cell("door").Bounds
	d.done("stick the door to the bottom")
	if is := d.cell("door").Bounds; is.X != was.X || !near(is.Y+is.H, 800-24) {
		t.Errorf("it went from %v to %v", was, is)
	}
	d.done("pin the door to the right")
	if is := d.cell("door").Bounds; !near(is.X+is.W, 1280-24) || !near(is.Y+is.H, 800-24) {
		t.Errorf("it stands at %v", is)
	}
	was = d.cell("lamp").Bounds
	d.done("stretch the lamp across the full width")
	if is := d.cell("lamp").Bounds; is.X != 0 || !near(is.W, 1280) || is.Y != was.Y || !near(is.H, was.H) {
		t.Errorf("it went from %v to %v", was, is)
	}
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
