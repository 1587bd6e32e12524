package reflex_test

import (
	"testing"

	"cellshell/evolve/reflex"
)

// TestTextRoom holds what people say about the room between letters and between lines, and about what is shown of a thing that
// the pointer rests on: each frame written out, all of it read as wanted. The contexts are those of looks.tsv.
func TestTextRoom(t *testing.T) {
	for _, table := range []string{"textroom.tsv", "tips.tsv"} {
		var s score
		said := 0
		for _, f := range rowsOf(t, table, 3) {
			for _, sentence := range expand(f[0]) {
				said++
				s.add(t, row{sentence, f[1], f[2]}, reflex.Parse(sentence, homeDesk(t, f[1])))
			}
		}
		s.tell(t, table, said)
		if s.right != said {
			t.Errorf("%s: %d of %d sentences are not read as wanted", table, said-s.right, said)
		}
	}
}
