package reflex

import "cellshell/evolve/act"

// A sentence is read as a whole where it has a form of its own, then word by word; what was not understood so is read
// otherwise. The first reading that understands it is taken.

// asWhole reads what has a form of its own: an answer to a question, travel through the history, things put in order.
func (w *world) asWhole(sentence string) (Result, bool) {
	if w.s.Pending != nil {
		if r, ok := answer(sentence, w); ok {
			return r, true
		}
	}
	said := mannerly(sentence)
	if r, ok := backToOld(said, w); ok {
		return r, true
	}
	if r, ok := travel(said, w.s); ok {
		return r, true
	}
	if r, ok := backBefore(said, w); ok {
		return r, true
	}
	if r, ok := backNamed(said, w); ok {
		return r, true
	}
	return ordering(sentence, w)
}

// corrected reads a sentence with its spelling put right, where that is surer than what it was read as.
func (p *parser) corrected() (Result, bool) {
	if r, ok := p.renumbered(); ok {
		return r, true
	}
	if p.result.Route() == Do {
		if len(p.misspelled) > 0 {
			return p.mended()
		}
		return Result{}, false
	}
	if p.slipped = p.misspelt(); p.slipped {
		return respeltWell(p.world, p.sentence)
	}
	return Result{}, false
}

// otherwise reads a sentence that was not understood in other ways: the surest first.
func (p *parser) otherwise() (Result, bool) {
	if p.inner {
		return reworded(p.world, p)
	}
	if r, ok := tryWith(p.sentence, p.world); ok {
		return r, true
	}
	if !p.slipped {
		if r, ok := respeltWell(p.world, p.sentence); ok {
			return r, true
		}
	}
	r, ok := reworded(p.world, p)
	if ok && r.Route() != Ask && r.Route() != Model {
		return r, true
	}
	if r, ok := p.wishWithin(); ok {
		return r, true
	}
	if p.wantsNothing() {
		p.result = Result{Why: p.result.Why}
		p.plain("statement", act.Chitchat, "")
		return p.result, true
	}
	if ok {
		return r, true
	}
	if r, ok := textPointed(p.world, p.sentence); ok {
		return r, true
	}
	if p.left != nil {
		return *p.left, true
	}
	return Result{}, false
}
