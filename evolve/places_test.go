package evolve_test

import (
	"strings"
	"testing"

	"cellshell/evolve"
)

// TestPlaces says conversations about places, sizes, order and the number of things to a desktop. places.tsv holds each sentence
// with what its receipt must begin with, or its question; nothing for one that is only said on the way.
func TestPlaces(t *testing.T) {
	talked(t, "places.tsv", func(d *desk, where, line string) {
		sentence, want, _ := strings.Cut(line, "\t")
		r := d.Evolve(d.t.Context(), evolve.Request{Sentence: sentence})
		got, _, _ := strings.Cut(string(r.Status)+" "+r.Line(), " · ")
		if want != "" && got != want {
			d.t.Errorf("%s: %q: %s, want %s", where, sentence, got, want)
		}
	})
}
