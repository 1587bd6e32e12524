// Package icons holds the built-in symbols as strokes on a 24×24 grid (an icon set): line icons with round ends, drawn for
// this desktop. Their names are ui.Icons.
package icons

import (
	"strconv"
	"strings"
	"sync"

	"cellshell/gpu/paint"
)

// Weight is the width of the strokes on the grid.
const Weight = 1.75

// Path is the outline of a symbol on the 24×24 grid, to be stroked with Weight; false for an unknown name. Do not write
// to it.
func Path(name string) (paint.Path, bool) {
	mu.Lock()
	defer mu.Unlock()
	if p, ok := parsed[name]; ok {
		return p, true
	}
	d, ok := shapes[name]
	if !ok {
		return paint.Path{}, false
	}
	p := parse(d)
	parsed[name] = p
	return p, true
}

var (
	mu     sync.Mutex
	parsed = map[string]paint.Path{} // guarded by mu
)

// At is the symbol name stroked in a colour, in a square of side size at x, y.
func At(name string, x, y, size float64, c paint.Color) (paint.Path, bool) {
	p, ok := Path(name)
	if !ok {
		return p, false
	}
	k := size / 24
	points := make([]paint.Point, len(p.Points))
	for i, q := range p.Points {
		points[i] = paint.Point{X: x + q.X*k, Y: y + q.Y*k}
	}
	return paint.Path{Verbs: p.Verbs, Points: points, Stroke: c, Width: Weight * k}, true
}

// parse reads the little language of shapes.go: M, L, C, Q, Z with absolute points as in SVG, and three of our own:
// "O x y r" a circle, "R x y w h r" a rounded rectangle, "A x y r from to" an arc from its own start (degrees, clockwise
// from three o'clock).
func parse(d string) paint.Path {
	var b builder
	f := strings.Fields(d)
	for i := 0; i < len(f); {
		op := f[i]
		var n []float64
		for i++; i < len(f); i++ {
			v, err := strconv.ParseFloat(f[i], 64)
			if err != nil {
				break
			}
			n = append(n, v)
		}
		b.step(op, n)
	}
	return b.p
}

func (b *builder) step(op string, n []float64) {
	switch op {
	case "M":
		b.move(n[0], n[1])
		for i := 2; i+1 < len(n); i += 2 {
			b.line(n[i], n[i+1])
		}
	case "L":
		for i := 0; i+1 < len(n); i += 2 {
			b.line(n[i], n[i+1])
		}
	case "C":
		for i := 0; i+5 < len(n); i += 6 {
			b.cubic(n[i], n[i+1], n[i+2], n[i+3], n[i+4], n[i+5])
		}
	case "Q":
		for i := 0; i+3 < len(n); i += 4 {
			b.add(paint.QuadTo, n[i], n[i+1], n[i+2], n[i+3])
		}
	case "Z":
		b.add(paint.Close)
	case "O":
		b.arc(n[0], n[1], n[2], 0, 360)
		b.add(paint.Close)
	case "A":
		b.arc(n[0], n[1], n[2], n[3], n[4])
	case "R":
		b.round(n[0], n[1], n[2], n[3], n[4])
	}
}
