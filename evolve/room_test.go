package evolve_test

import (
	"strings"
	"testing"

	"cellshell/evolve/act"
)

// A part that grows takes along the boxes around it that have a size of their own, so that nothing is pushed out of sight.
// Where that cannot be, the receipt says so.
func TestPartsStayInside(t *testing.T) {
	for _, tt := range []struct {
		add, say     string
		node, inside string
		cut          bool
	}{
		{"add a calculator", "make the 7 key twice as wide", "column0/keypad/equals", "", false},
		{"open the notes", "make the new button 300 wide", "row0/side/row0/new", "row0/side", false},
		{"open the notes", "make the new button 300 wide", "row0/page", "", false},
		{"add a calculator", "make the equals key twice as big", "", "", true},
	} {
		d := newDesk(t)
		for _, s := range []string{tt.add, tt.say} {
			if r := d.say(s); r.Status != act.Done {
				t.Fatalf("%q: %s", s, r.Line())
			} else if cut := strings.Contains(r.Line(), "some of it is cut off at the edge"); s == tt.say && cut != tt.cut {
				t.Errorf("%q: %s", s, r.Line())
			}
		}
		s := d.Desk.Scene()
		for _, c := range s.Cells {
			around, part := c.Bounds, c.Nodes[tt.node]
			if tt.inside != "" {
				around = c.Nodes[tt.inside]
			}
			if tt.node != "" && (part.Empty() || part.X+part.W > around.X+around.W+0.5) {
				t.Errorf("%q: %s reaches to %v in %v", tt.say, tt.node, part, around)
			}
		}
	}
}
