package evolve_test

import (
	"testing"

	"cellshell/evolve"
	"cellshell/evolve/act"
	"cellshell/tissue"
)

// TestNoneIsBuried moves more cells to one side than fit there: of each something can be seen.
func TestNoneIsBuried(t *testing.T) {
	for _, to := range []string{"left", "right", "top", "bottom"} {
		d := talkDesk(t, "many")
		for _, say := range []string{"could all the windows be larger please", "put everything at the " + to} {
			if r := d.Evolve(t.Context(), evolve.Request{Sentence: say}); r.Status != act.Done {
				t.Fatal(r.Line())
			}
		}
		s := d.Desk.Scene()
		for _, a := range s.IDs() {
			for _, b := range s.IDs() {
				under, over := s.Cells[a], s.Cells[b]
				in := over.Bounds
				kind, above := s.Doc.Cells[a].Kind, s.Doc.Cells[b].Kind
				if a == b || kind == above && over.Z < under.Z || kind == tissue.KindWindow && above != kind {
					continue // it is drawn before the other
				}
				if u := under.Bounds; u.X >= in.X && u.Y >= in.Y && u.X+u.W <= in.X+in.W && u.Y+u.H <= in.Y+in.H {
					t.Errorf("to the %s: %s is buried under %s: %v in %v", to, a, b, u, in)
				}
			}
		}
	}
}
