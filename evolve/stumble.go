package evolve

import (
	"context"
	"errors"
	"runtime/debug"

	"cellshell/evolve/reflex"
)

// errStumbled is the answer to a sentence that this program has a fault with.
var errStumbled = errors.New("this sentence brings a fault of CellShell to light, and nothing was changed\nsay it in other words; where it went wrong stands in the log")

// parse reads a sentence. Anybody may say anything, and the reader is large: should it fall over one, that sentence is lost
// and not the body with the desktop in it. Reading changes nothing, so that nothing is left half done.
func (e *Engine) parse(sentence string, s *reflex.Scene) (p reflex.Result) {
	defer func() {
		if fault := recover(); fault != nil {
			e.stumbled("reading", sentence, fault)
			p = reflex.Result{Refuse: reason(errStumbled), Conf: 1}
		}
	}()
	return e.reader(sentence, s)
}

// write has a job write into a draft, which is thrown away should that fall over.
func (e *Engine) write(ctx context.Context, d *draft, j job) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			e.stumbled("writing", j.sentence, fault)
			err = errStumbled
		}
	}()
	return j.write(ctx, d)
}

// stumbled tells whoever mends this program what happened.
func (e *Engine) stumbled(over, sentence string, fault any) {
	e.o.Log.Error("a sentence brought the engine down", "over", over, "sentence", sentence[:min(len(sentence), longest)], "fault", fault, "stack", string(debug.Stack()))
}
