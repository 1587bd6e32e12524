package body

import (
	"cellshell/evolve"
)

// newEngine connects the evolve pipeline to this desktop and, when there is one, to a language model.
func (b *Body) newEngine() (*evolve.Engine, error) {
	writer, name, why := b.openModel()
	b.model = name
	return evolve.New(evolve.Options{
		Desk: desk{b}, Gate: b.gate, Store: b.store, Writer: writer, NoWriter: why, Log: b.log, Now: b.now,
	}), nil
}
