package reflex_test

import (
	"testing"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

// TestPointedAtWhatIsGone holds that a cell or a part which was there a moment ago brings no sentence down.
func TestPointedAtWhatIsGone(t *testing.T) {
	for _, at := range []act.Target{{Cell: "gone"}, {Cell: "gone", Node: "column0/save"}, {Cell: "clock", Node: "column0/gone"}} {
		for _, r := range append(rows(t, "acceptance.want.tsv"), rows(t, "heldout.tsv")...) {
			s := homeDesk(t, "home")
			s.Point = &reflex.Place{Target: at, Given: true}
			s.Last, s.Selection = &at, []act.Target{at, {Cell: "notes"}}
			reflex.Parse(r.sentence, s)
		}
		for _, said := range []string{"change it to ring grandma", "change this to Start over", "how can I change the colour of this?", "make it bold", "put this back to how it was at first", "remove this", "same", "closer together"} {
			s := homeDesk(t, "home")
			s.Point, s.Last = &reflex.Place{Target: at, Given: true}, &at
			reflex.Parse(said, s)
		}
	}
}
