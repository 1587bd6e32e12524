package evolve_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"cellshell/evolve/act"
	"cellshell/tissue"
)

// Questions about what was done are answered from the history, and change nothing.
func TestQuestionsFromFacts(t *testing.T) {
	d := newDesk(t)
	d.now = time.Now()
	ask := func(say, want string) {
		t.Helper()
		r := d.say(say)
		if r.Status != act.Done || r.Commit != "" || !regexp.MustCompile(want).MatchString(r.Reason) {
			t.Errorf("%q: %s %q, want %q", say, r.Status, r.Line(), want)
		}
	}
	ask("how do I undo?", `"undo".*nothing to take back yet`)
	d.done("add a clock")
	d.done("make the clock red")
	d.done("move the clock to the bottom right")
	d.done("make the clock green")
	ask("why did the clock move?", `#4, just now: "move the clock to the bottom right"`)
	ask("why did that move", `#4`)
	ask("what did you just do?", `^#5, just now: "make the clock green"`)
	ask("what changed today?", `^Today \d changes, newest first: #5 "make the clock green", #4`)
	ask("when did I make the clock red?", `^#3 "make the clock red": just now`)
	ask("when was the clock made red", `^#3`)
	ask("when did we add the clock", `^#2 "add a clock"`)
	ask("which cells are there?", `Clock`)
	ask("how do I undo?", `The newest is #5 "make the clock green"`)
	d.done("undo")
	ask("when did I make the clock green?", `^#5 .*taken back since`)
	ask("when did I water the plants?", `^No change in the history says that`)
	d.now = d.now.Add(48 * time.Hour)
	ask("what changed today?", `^Nothing today\. The newest change is #6`)
	ask("when did I make the clock red?", `on \d+ \w+ 20\d\d at`)
}

// A reason begins with a capital letter, whatever letter that is.
func TestAReasonMayBeginWithAnyLetter(t *testing.T) {
	d := newDesk(t)
	d.Put("covered", covered, nil, tissue.Cell{Title: "Übersicht", Placement: tissue.Placement{Anchor: "top-left", X: 40, Y: 40}})
	d.PointAt("covered", "column0/pile/low")
	if r := d.say("round the corners of this"); !strings.HasPrefix(r.Reason, "Übersicht: row would look the same") {
		t.Errorf("got %q", r.Reason)
	}
}
