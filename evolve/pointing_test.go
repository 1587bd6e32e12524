package evolve_test

import (
	"fmt"
	"strings"

	"cellshell/evolve"
	"cellshell/evolve/act"
)

// pointing tells a request what its speaker pointed at, as the tables have it: "counter/column0/row0/plus", "700,600" on the empty
// desktop, or "there=700,600 with=todo" for a place and what shall come there.
func pointing(r *evolve.Request, at string) error {
	place := func(text string) (*evolve.Point, error) {
		p := &evolve.Point{Given: true}
		_, err := fmt.Sscanf(text, "%f,%f", &p.X, &p.Y)
		return p, err
	}
	target := func(text string) (t act.Target) {
		t.Cell, t.Node, _ = strings.Cut(text, "/")
		return t
	}
	for _, word := range strings.Fields(at) {
		var err error
		switch key, value, named := strings.Cut(word, "="); {
		case key == "there":
			r.There, err = place(value)
		case key == "with":
			r.With = append(r.With, target(value))
		case !named && strings.Contains(word, ","):
			r.Here, err = place(word)
		default:
			r.At = target(word)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
