package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// longestMistake is how many tokens say at most that something was wrong, "no dear, I don't care for that".
const longestMistake = 9

// mistaken reads "wrong one. I wanted the notes gone": what was done is taken back, and what follows is done.
func (p *parser) mistaken() bool {
	said := p.toks
	for len(said) > 1 && (said[0].isAny("nay", "correct") || said[0].kind == mark || said[0].is("fill", "fill") && !said[0].is("did")) {
		said = said[1:]
	}
	if way := p.says("mistaken", said); (way == "mind" || way == "that") && p.s.Fresh && p.stands() && !p.needless(said) {
		p.result.Acts, p.result.Conf = []act.Act{takeBack(1)}, 0.9
		return true
	}
	from := 0
	for i, t := range p.toks {
		if i > longestMistake || from > 0 {
			break
		}
		if (t.kind == mark || t.is("conj")) && p.endsMistaken(i) {
			from = i + 1
		}
	}
	if from == 0 || from >= len(p.toks) || !p.stands() {
		return false
	}
	if to := p.behindSigh(from); len(to) > 0 && p.doneOtherwise(to, true) {
		return true
	}
	rest := p.text(p.toks[from].start, len(p.sentence))
	back := takeBack(1)
	sub, ok := p.reading(rest)
	switch {
	case !ok:
		return false
	case sub.Route() == Do && sub.Acts[0].Intent != act.Undo:
		p.result.Acts, p.result.Conf = append([]act.Act{back}, sub.Acts...), 0.9
	case sub.Route() == Do && len(sub.Acts) == 1 && sub.Acts[0].Args.Count >= 1:
		p.result.Acts, p.result.Conf = sub.Acts, 0.9 // "I don't care for that, put it back"
	case sub.Route() == Do:
		return false
	default:
		p.result.Ask, p.result.Conf = &Question{Text: "Shall I take back what was done last?", Choices: []Choice{{Label: "Take it back", Acts: []act.Act{back}}, {Label: "Leave it"}}}, 0.5
	}
	return true
}

// needless reports whether "I don't need this" is said of a thing that is pointed at and that the last change was not about: what
// nobody needs is that thing, and not the change.
func (p *parser) needless(said []*token) bool {
	at := p.s.Point
	return at != nil && at.Given && at.Cell != "" && some(said, "stmt", "disused") && some(said, "det") &&
		!slices.ContainsFunc(p.lastTargets(), func(t act.Target) bool { return t.Cell == at.Cell })
}

// endsMistaken reports whether the part of a sentence before token i says that something was wrong, maybe after a sigh.
func (p *parser) endsMistaken(i int) bool {
	for from := range p.toks[:i] {
		if p.says("mistaken", p.toks[from:i]) != "" {
			return from == 0 || trivial(p.toks[:from]) || p.onlyDenies(p.toks[:from])
		}
	}
	return false
}

// onlyDenies reports whether tokens say no more than "no dear".
func (p *parser) onlyDenies(toks []*token) bool {
	for _, t := range toks {
		if !t.isAny("no", "nay", "correct", "chat", "person") && !t.is("fill", "fill") && t.kind != mark && listed("dear", t.text) == "" {
			return false
		}
	}
	return true
}

// behindSigh are the tokens from one on, without what only says that something shall be otherwise.
func (p *parser) behindSigh(from int) []*token {
	toks := p.toks[from:]
	for len(toks) > 0 && (toks[0].kind == mark || toks[0].is("fill", "fill") || toks[0].is("conj") || p.amending(toks) > 0) {
		toks = toks[max(1, p.amending(toks)):]
	}
	for len(toks) > 1 && (toks[len(toks)-1].kind == mark || toks[len(toks)-1].is("fill", "fill")) {
		toks = toks[:len(toks)-1]
	}
	return toks
}
