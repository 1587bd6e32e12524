package evolve_test

import (
	"regexp"
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
)

// TestHowToExamplesAreUnderstood says every example that is told to somebody who asks how something is said: each must do something,
// or tell something.
func TestHowToExamplesAreUnderstood(t *testing.T) {
	quoted := regexp.MustCompile(`"([^"]+)"`)
	n := 0
	for topic, text := range evolve.HowTo() {
		for _, m := range quoted.FindAllStringSubmatch(text, -1) {
			if m[1] == "add" || m[1] == "this" {
				continue // the word that such a wish begins with
			}
			d := newDesk(t)
			for _, gene := range []string{"clock", "notes"} {
				d.Spawn(t.Context(), evolve.SpawnRequest{Gene: gene})
			}
			for _, before := range []string{"make the notes green", "give the clock a red border", "add a counter"} {
				d.Evolve(t.Context(), evolve.Request{Sentence: before})
			}
			r := d.Evolve(t.Context(), evolve.Request{Sentence: m[1], At: act.Target{Cell: "counter", Node: "column0/row0/plus"}})
			if r.Status != act.Done {
				t.Errorf("%s: %q: %s, %q", topic, m[1], r.Status, r.Line())
			}
			n++
		}
	}
	if n < 30 {
		t.Errorf("%d examples were said", n)
	}
}
