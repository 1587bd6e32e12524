package testenv

import (
	"slices"
	"strings"
	"time"

	"cellshell/gpu/paint"
)

// Runner is a cell that moves at 60 frames a second. The number at its foot tells one step from the next, see [Step].
const Runner = `package main

import (
	"time"

	"cellshell/membrane/cell"
)

// Runner moves.
type Runner struct{ At int }

// View shows where it is.
func (r *Runner) View(x *cell.Context) cell.Node {
	x.Every(16*time.Millisecond, func() { r.At++ })
	return cell.Column(
		cell.Text(cell.Itoa(r.At)), cell.Progress(float64(r.At%100)/100),
		cell.Text(cell.Itoa(r.At%90+10)).Size(29).Mono(),
	).Padding(12)
}

func main() { cell.Run(&Runner{}) }
`

// Step is what a picture shows of the Runner, another text for each of ninety steps; "" when it is not there.
func Step(s *paint.Scene) string {
	var b strings.Builder
	at := slices.IndexFunc(s.Ops, func(op paint.Op) bool { // while it glides its size may differ a little
		g, ok := op.(paint.Glyphs)
		return ok && len(g.Glyphs) == 2 && g.Size > 25 && g.Size < 35
	})
	if at < 0 {
		return ""
	}
	for _, g := range s.Ops[at].(paint.Glyphs).Glyphs {
		b.WriteRune(rune(g.ID))
	}
	return b.String()
}

// Frame is the time from one picture to the next.
const Frame = time.Second / 60

// Dropped is how many pictures came without a step of what moves beyond one in a row. One is no fault: steps come every 16 ms
// and pictures every 16.7, so a step that is a little late falls into the next.
func (g Gap) Dropped() int {
	return max(0, int((g.Duration+Frame/2)/Frame)-2)
}
