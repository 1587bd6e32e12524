package reflex_test

import (
	"fmt"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
)

func ExampleParse() {
	scene := &reflex.Scene{
		Cells: []reflex.Cell{{ID: "clock", Gene: "clock", Title: "Clock", W: 200, H: 100}, {ID: "notes", Gene: "notes", Title: "Notes"}},
		Last:  &act.Target{Cell: "clock"},
	}
	for _, sentence := range []string{
		"make it twice as big and move it to the top right",
		"make it fly",
		"is it big?",
	} {
		r := reflex.Parse(sentence, scene)
		fmt.Println(r.Route(), len(r.Acts), r.Unknown)
	}
	// Output:
	// do 2 []
	// model 1 [fly]
	// answer 1 []
}
