package reflex_test

import (
	"testing"

	"cellshell/evolve/reflex"
)

// What stands on a cell names it, before what another one was called first.
func TestATitleNamesItsCell(t *testing.T) {
	laps := reflex.Cell{ID: "counter", Gene: "counter", Title: "Laps", Kind: "widget", X: 24, Y: 60, W: 200, H: 100}
	other := reflex.Cell{ID: "counter-2", Gene: "counter", Title: "Counter", Kind: "widget", X: 400, Y: 60, W: 200, H: 100}
	for _, tt := range []struct {
		cells    []reflex.Cell
		in, want string
	}{
		{[]reflex.Cell{laps, other}, "double the size of the counter", "resize counter-2 factor=2"},
		{[]reflex.Cell{laps, other}, "double the size of Laps", "resize counter factor=2"},
		{[]reflex.Cell{laps}, "double the size of the counter", "resize counter factor=2"},
	} {
		if got := show(reflex.Parse(tt.in, &reflex.Scene{Genes: bank, W: 1280, H: 800, Cells: tt.cells})); got != tt.want {
			t.Errorf("%q of %d: %s, want %s", tt.in, len(tt.cells), got, tt.want)
		}
	}
}
