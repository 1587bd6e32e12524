package evolve_test

import (
	"strings"
	"testing"

	"cellshell/evolve"
)

// TestTalk holds conversations, sentence by sentence, to the receipt that each must have: what was asked is told truly, what
// was wished is done, and what cannot be known or done is said.
func TestTalk(t *testing.T) {
	said := func(d *desk, where, line string) {
		cells := strings.Split(line, "\t")
		if len(cells) != 4 {
			d.t.Fatalf("%s: want at, sentence, status and words of the receipt: %q", where, line)
		}
		r := evolve.Request{Sentence: cells[1]}
		if err := pointing(&r, cells[0]); err != nil {
			d.t.Fatalf("%s: %v", where, err)
		}
		got := d.Evolve(d.t.Context(), r)
		if string(got.Status) != cells[2] || !strings.Contains(got.Line(), cells[3]) {
			d.t.Errorf("%s: %q: %s, %q, want %s with %q", where, cells[1], got.Status, got.Line(), cells[2], cells[3])
		}
	}
	for _, table := range []string{
		"talk.tsv",
		"looks.tsv",
		"besides.tsv",
		"plain.tsv",
		"adding.tsv",
		"daily.tsv",
		"textroom.tsv",
		"short.tsv",
		"plain2.tsv",
		"related.tsv",
		"nouns.tsv",
		"safety.tsv",
		"answers.tsv",
		"spoken.tsv",
	} {
		talked(t, table, said)
	}
}
