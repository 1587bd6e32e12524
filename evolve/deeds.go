package evolve

import (
	"encoding/json"
	"iter"
	"slices"

	"cellshell/evolve/act"
	"cellshell/evolve/reflex"
	"cellshell/genome"
)

// holding walks, the newest first, over those of the newest changes (0: of all) that were made by a sentence or by hand, did
// something and still hold. A receipt is read when its turn comes; the walk ends where one cannot be read.
func (e *Engine) holding(newest int) iter.Seq2[genome.Entry, act.Receipt] {
	return func(yield func(genome.Entry, act.Receipt) bool) {
		if e.o.Store == nil {
			return
		}
		entries := e.o.Store.Log()
		if newest > 0 {
			entries = entries[:min(newest, len(entries))]
		}
		for _, h := range entries {
			if h.Undone || h.Kind != genome.KindEvolve && h.Kind != genome.KindHand {
				continue
			}
			r, err := e.stored(h)
			if err != nil || len(r.Acts) > 0 && !yield(h, r) {
				return
			}
		}
	}
}

// stored is the receipt of a change as it was recorded, empty where there is none.
func (e *Engine) stored(h genome.Entry) (r act.Receipt, err error) {
	raw, err := e.o.Store.Receipt(h.Hash)
	if err != nil || json.Unmarshal(raw, &r) != nil {
		return act.Receipt{}, err
	}
	return r, nil
}

// deeds are the changes that still hold, newest first. They are asked for at every key, so they are read from the history only
// when that has another end than the last time.
func (e *Engine) deeds() []reflex.Deed {
	head := e.newest()
	e.mu.Lock()
	read := e.read
	e.mu.Unlock()
	if read.head != head {
		read.head, read.deeds = head, e.readDeeds()
		e.mu.Lock()
		e.read = read
		e.mu.Unlock()
	}
	out := slices.Clone(read.deeds)
	for i := range out { // who gets them may change them
		out[i].Acts = slices.Clone(out[i].Acts)
	}
	return out
}

func (e *Engine) readDeeds() (out []reflex.Deed) {
	for h, r := range e.holding(reflex.MostDeeds) {
		out = append(out, reflex.Deed{Number: h.N, Sentence: h.Sentence, Acts: r.Acts, Target: r.Target, ByHand: h.Kind == genome.KindHand || r.Sentence == ""})
	}
	return out
}
