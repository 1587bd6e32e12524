package reflex

import "cellshell/evolve/act"

// keepsWish lets the question whether to add what is not here keep all that was said of it: of "put the clock top right" the
// place.
func (p *parser) keepsWish() {
	q := p.result.Ask
	if p.lacking == "" || p.nested || q == nil || q != p.ask || len(q.Choices) == 0 || len(q.Choices[0].Acts) != 1 || q.Choices[0].Acts[0].Intent != act.Spawn {
		return
	}
	for i, t := range p.toks {
		if !t.is("gene", p.lacking) || t.start >= t.end || i == len(p.toks)-1 {
			continue
		}
		text := "add a " + p.lacking + p.text(t.end, len(p.sentence))
		sub := &parser{world: p.saying(text), sentence: text, nested: true}
		sub.read()
		if acts := sub.result.Acts; sub.open == nil && sub.result.Route() == Do && acts[0].Intent == act.Spawn && acts[0].Args.Gene == p.lacking {
			q.Choices[0].Acts = acts
			acts[0].Args.Factor = 0 // "bigger" than what is not there
		}
		return
	}
}
