package evolve_test

import (
	"strings"
	"testing"

	"cellshell/evolve"
)

// TestTongues holds conversations in other languages than English, sentence by sentence, to the receipt that each must have.
func TestTongues(t *testing.T) {
	talked(t, "tongues.tsv", func(d *desk, where, line string) {
		cells := strings.Split(line, "\t")
		if len(cells) != 4 {
			d.t.Fatalf("%s: want at, sentence, status and words of the receipt: %q", where, line)
		}
		r := evolve.Request{Sentence: cells[1]}
		r.At.Cell, r.At.Node, _ = strings.Cut(cells[0], "/")
		if got := d.Evolve(d.t.Context(), r); string(got.Status) != cells[2] || !strings.Contains(got.Line(), cells[3]) {
			d.t.Errorf("%s: %q: %s, %q, want %s with %q", where, cells[1], got.Status, got.Line(), cells[2], cells[3])
		}
	})
}
