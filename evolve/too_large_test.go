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
