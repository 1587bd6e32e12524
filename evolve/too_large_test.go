package evolve_test

import (
	"context"
	"strings"
	"testing"

	"cellshell/evolve/act"
)

// What would be larger than the desktop is asked about, with what there is room for; each choice can be done.
func TestWhatDoesNotFitIsAskedAbout(t *testing.T) {
	tests := []struct {
		first, say, how string
		choices         string
		fits            func(d *desk) bool // after the first choice
	}{
		{"make the door 900 pixels wide", "make the door twice as wide", "wider", "As wide as the screen|Fill the screen", func(d *desk) bool {
			b := d.cell("door").Bounds
			return near(b.W, 1280) && b.X >= 0 && b.Y == 40
		}},
		{"make the door 600 pixels tall", "make the door twice as tall", "taller", "As tall as the screen|Fill the screen", func(d *desk) bool {
			b := d.cell("door").Bounds
			return near(b.H, 800) && b.X == 40
		}},
		{"", "make the door ten times as big", "larger", "As large as fits|Fill the screen", func(d *desk) bool {
			b := d.cell("door").Bounds
			return b.W <= 1281 && b.H <= 801 && (b.W > 1200 || b.H > 700)
		}},
		{"", "make the door as wide as the screen", "", "", func(d *desk) bool {
			b := d.cell("door").Bounds
			return near(b.W, 1280) && b.H < 400
		}},
	}
	for _, tt := range tests {
		t.Run(tt.say, func(t *testing.T) {
			d := doorDesk(t)
			if tt.first != "" {
				d.done(tt.first)
			}
			r := d.say(tt.say)
			if tt.how != "" {
				if r.Status != act.Asked || strings.Join(r.Choices, "|") != tt.choices || !strings.Contains(r.Question, tt.how+" than the desktop") {
					t.Fatalf("%s: %s%s %q", r.Status, r.Question, r.Reason, r.Choices)
				}
				r = d.Answer(context.Background(), r.Choices[0])
			}
			if r.Status != act.Done || !tt.fits(d) {
				t.Errorf("%s: %s%s, and it is %v", r.Status, r.Question, r.Reason, d.cell("door").Bounds)
			}
		})
	}
}

// A wish that begins with trying is an attempt that begins with it.
func TestAnAttemptBeginsWithWhatIsTried(t *testing.T) {
	d := doorDesk(t)
	d.PointAt("door", "column0/keys/Lock")
	weight := func() float64 { n, _ := d.node("door", "Lock"); return val(n.Style.Weight) }
	r := d.done("try bold")
	if b, ok := d.Store.Branch(); !ok || b.Name != "bold" || b.Changes != 1 || weight() != 700 || !strings.Contains(r.Line(), `Trying "bold" from here on`) {
		t.Fatalf("%+v, weight %g: %s", b, weight(), r.Line())
	}
	d.done("throw it away")
	if _, ok := d.Store.Branch(); ok || weight() == 700 {
		t.Error("it is there still")
	}
	d.done("try it in red")
	d.done("try it in blue") // in the same attempt
	if b, ok := d.Store.Branch(); !ok || b.Name != "red" || b.Changes != 2 {
		t.Errorf("%+v", b)
	}
	d.say("keep it")
	d.done("try bold") // the name is taken: the other one was thrown away, not forgotten
	if b, ok := d.Store.Branch(); !ok || b.Name != "bold-2" {
		t.Errorf("%+v", b)
	}
	d.say("keep it")
	if r := d.say("try dark mode"); r.Status != act.Done || r.Commit != "" {
		t.Errorf("%s %s", r.Status, r.Line())
	}
	if b, ok := d.Store.Branch(); ok {
		t.Errorf("nothing came of it, and yet %+v", b)
	}
	for _, say := range []string{"try", "try pizza", "try to sing"} {
		if r := d.say(say); r.Commit != "" {
			t.Errorf("%q: %s", say, r.Line())
		}
	}
}
