package evolve_test

import (
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
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
