package reflex_test

import (
	"testing"

	"cellshell/evolve/reflex"
)

// TestSays holds that a list is heard by whole words, and the longest text of it: a stopwatch did not stop, and "just this once" is
// no "just this".
func TestSays(t *testing.T) {
	for _, tt := range []struct{ list, said, value string }{
		{"fault", "why did the clock stop", "word"},
		{"fault", "why did the stopwatch move", ""},
		{"fault", "why is the indie font so small", ""},
		{"onlythis", "make only this button red", "word"},
		{"onlythis", "mach nur diesen Knopf rot", "word"},
		{"onlythis", "make it red just this once", "not"},
		{"onlythis", "only this time make it blue", "not"},
	} {
		if got := reflex.Says(tt.list, tt.said); got != tt.value {
			t.Errorf("%q: %q in %s, want %q", tt.said, got, tt.list, tt.value)
		}
	}
}
