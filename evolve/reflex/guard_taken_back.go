package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// spares reads "no, keep it", "my grandson wants that last one" right after something was taken away: it comes back.
func (p *parser) spares(toks []*token) bool {
	last := p.s.LastActs
	if !p.s.Fresh || len(last) == 0 || !p.tookAway() || p.s.Pending != nil || len(toks) > 12 {
		return false
	}
	if kind, _ := findPhrase("spared", uttered(toks)); kind == "" {
		return false
	}
	c := &clause{p: p, toks: toks}
	c.find()
	named := c.named()
	if c.forget(); named {
		return false
	}
	p.result.Acts, p.result.Conf = []act.Act{takeBack(1)}, 0.9
	return true
}

// excepts reads "except the pink" after something was done: only the change that made it so is taken back.
func (p *parser) excepts(toks []*token) bool {
	if len(toks) < 2 || !toks[0].is("except") || p.s.Deeds == nil {
		return false
	}
	var tint *token
	for _, t := range toks[1:] {
		switch {
		case t.kind == mark && tint != nil:
		case t.is("color"):
			tint = t
		case tint == nil && !t.isAny("det", "fill", "prep"):
			return false
		}
	}
	if tint == nil {
		return false
	}
	like := tint.trait()
	for _, d := range p.s.Deeds() {
		if !slices.ContainsFunc(d.Acts, like) {
			continue
		}
		if slices.ContainsFunc(d.Acts, func(a act.Act) bool { return !like(a) }) {
			p.result.Ask, p.result.Conf = d.whole(), 0.5
		} else {
			p.result.Acts, p.result.Conf = []act.Act{d.undo()}, 0.9
		}
		return true
	}
	p.result.Ask, p.result.Conf = &Question{Text: "No change that still holds was like that."}, 0.5
	return true
}
