package body

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"cellshell/evolve"
	"cellshell/shell/control"
)

// pointed resolves what a sentence was said with: things by their names, places by their coordinates.
func (b *Body) pointed(p control.EvolveParams, r *evolve.Request) (err error) {
	switch at, isPlace := placeAt(p.At); {
	case isPlace:
		r.Here = at
	case p.At != "":
		if r.At, err = b.target(p.At); err != nil {
			return err
		}
	}
	for _, name := range p.With {
		t, err := b.target(name)
		if err != nil {
			return err
		}
		r.With = append(r.With, t)
	}
	if p.There != "" {
		there, ok := placeAt(p.There)
		if !ok {
			return &control.Error{Text: fmt.Sprintf("%q is no place on the desktop", p.There), Hint: "give it as X,Y in logical pixels", Code: control.CodeUsage}
		}
		r.There = there
	}
	return nil
}

// placeAt reads "640,400". False: it is no such thing.
func placeAt(s string) (*evolve.Point, bool) {
	xs, ys, ok := strings.Cut(s, ",")
	x, errX := strconv.ParseFloat(strings.TrimSpace(xs), 64)
	y, errY := strconv.ParseFloat(strings.TrimSpace(ys), 64)
	if !ok || errX != nil || errY != nil || math.IsNaN(x+y) || math.IsInf(x+y, 0) {
		return nil, false
	}
	return &evolve.Point{X: x, Y: y, Given: true}, true
}
