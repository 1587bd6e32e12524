package evolve_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
)

// What was only guessed is done, and what else it may have meant can be had instead in one step.
func TestAlternatives(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	d.done("make the minus button red")
	_, minus := d.node("counter", "minus")
	_, plus := d.node("counter", "plus")
	r := d.done("make the button bigger")
	if !slices.Equal(r.Alternatives, []string{"+1", "Reset", "Leave it as it was"}) {
		t.Fatalf("alternatives %q of %s", r.Alternatives, r.Line())
	}
	if _, is := d.node("counter", "minus"); !near(is.W, 1.5*minus.W) {
		t.Errorf("minus is %v, was %v", is, minus)
	}
	if r = d.Answer(context.Background(), "1"); r.Status != act.Done {
		t.Fatal(r.Line())
	}
	_, is := d.node("counter", "minus")
	if _, now := d.node("counter", "plus"); !near(now.W, 1.5*plus.W) || !near(is.W, minus.W) {
		t.Errorf("plus is %v, was %v; minus is %v, was %v", now, plus, is, minus)
	}
	// A sentence of its own is no choice, and "no" takes back what was done as ever.
	d.done("make the button bigger")
	if r = d.say("no"); r.Status != act.Done || r.Commit == "" {
		t.Errorf("%q: %s", "no", r.Line())
	}
	// Who is named, or pointed at, is no guess.
	for _, s := range []string{"make the minus button bigger", "make this button smaller"} {
		d.PointAt("counter", "column0/row0/minus")
		if r = d.done(s); len(r.Alternatives) > 0 {
			t.Errorf("%q offers %q", s, r.Alternatives)
		}
	}
}

// Bigger and smaller in turns end where they began: what is written is a product, not a rounded size.
func TestThereAndBackIsTheSameSize(t *testing.T) {
	for _, thing := range []string{"counter", "plus"} {
		d := newDesk(t)
		d.done("add a counter")
		size := func() evolve.Rect {
			if thing == "counter" {
				return d.cell("counter").Bounds
			}
			_, box := d.node("counter", thing)
			return box
		}
		say := map[string]string{"counter": "make the counter ", "plus": "make the plus button "}[thing]
		before := size()
		for i := range 4 {
			words := []string{"bigger", "smaller", "slightly smaller", "slightly bigger"}
			if i%2 == 1 {
				words[0], words[1] = words[1], words[0]
			}
			for _, w := range words {
				d.done(say + w)
			}
		}
		if is := size(); math.Abs(is.W-before.W) > 0.5 || math.Abs(is.H-before.H) > 0.5 {
			t.Errorf("%s is %v after going there and back, was %v", thing, is, before)
		}
	}
}

// A wish that was looked for within talk is done, and the alternative is that it was none.
func TestAlternativeOfTalk(t *testing.T) {
	d := newDesk(t)
	d.done("add a counter")
	before := d.cell("counter").Bounds
	r := d.done("My sister is coming for tea, so make the counter bigger.")
	if !slices.Equal(r.Alternatives, []string{"Leave it as it was"}) || d.cell("counter").Bounds == before {
		t.Fatalf("alternatives %q of %s", r.Alternatives, r.Line())
	}
	if r = d.Answer(context.Background(), "1"); r.Status != act.Done {
		t.Fatal(r.Line())
	}
	if is := d.cell("counter").Bounds; is != before {
		t.Errorf("left as it was: %v, was %v", is, before)
	}
}
