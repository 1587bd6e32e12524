package body

import (
	"time"

	"cellshell/evolve"
	"cellshell/shell/control"
)

// tokenPause is the time between two messages that say only how many tokens have come: often enough to look alive.
const tokenPause = 50 * time.Millisecond

// teller tells a client how its sentence goes on: each new stage at once, tokens now and then. When the client does not
// take what it is told, gone is called and nothing is told any more.
func teller(tell func(any) error, gone func()) func(evolve.Progress) {
	var stage string
	var last time.Time
	lost := false
	return func(p evolve.Progress) {
		now := time.Now()
		if lost || p.Stage == stage && p.Text == "" && now.Sub(last) < tokenPause {
			return
		}
		stage, last = p.Stage, now
		if err := tell(control.EvolveProgress{
			Stage: p.Stage, Text: p.Text, Tokens: p.Tokens,
			Model: p.Model, Cost: p.Cost, Elapsed: p.Elapsed.Milliseconds(),
		}); err != nil {
			lost = true
			gone()
		}
	}
}
