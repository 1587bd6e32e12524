package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// toRepeat is what "the same" means: what the last sentence wished though nothing came of it where it was said, "a pill shape
// for this one", else what was done last. After a sentence that nobody understood it is nothing: what was done before that is
// not what anybody means.
func (p *parser) toRepeat() []act.Act {
	switch {
	case p.s.Unheard:
		return nil
	case len(p.s.Wished) > 0:
		return p.s.Wished
	}
	return p.inAll()
}

// inAll are the acts that were done last with what went on from them, "less", "once more": what they came to all in all.
func (p *parser) inAll() []act.Act {
	last := p.s.LastActs
	if len(last) != 1 || p.s.Deeds == nil || !p.stands() {
		return last
	}
	all := last[0]
	for i, d := range p.s.Deeds() {
		if len(d.Acts) != 1 || d.Acts[0].Target != all.Target || !sameMeasure(d.Acts[0], all) {
			return last
		}
		if i > 0 {
			all.Args.Factor = round(all.Args.Factor * d.Acts[0].Args.Factor)
		}
		if !p.wentOn(d.Sentence) {
			break
		}
	}
	if within(all.Args.Factor) != all.Args.Factor {
		return last
	}
	return []act.Act{all}
}

// sameMeasure reports whether two acts make the same of a thing larger or smaller, each by so many times.
func sameMeasure(a, b act.Act) bool {
	x, y := a.Args, b.Args
	x.Factor, y.Factor = 0, 0
	return a.Intent == b.Intent && a.Args.Factor > 0 && b.Args.Factor > 0 && x.Same(y) && x.Same(act.Args{Axis: x.Axis, Part: x.Part})
}

// wentOn reports whether an earlier sentence only went on from what was done before it: it names nothing.
func (p *parser) wentOn(sentence string) bool {
	was := &parser{world: p.saying(sentence), sentence: sentence}
	was.toks = was.tag(split(sentence))
	toks, _ := was.corrective()
	toks = was.lastOverdone(toks)
	if said, _ := was.unweighted(was.pointless(toks)); listed("overdone", said) != "" {
		return true
	}
	return !slices.ContainsFunc(was.toks, func(t *token) bool {
		return t.kind != mark && !t.isAny("inc", "deg", "even", "repeat", "fill", "conj", "onward", "pron", "nay", "correct") && !t.is("verb", "make") && !(t.is("dim") && some(was.toks, "even"))
	})
}

// targetsOf are what acts are about.
func targetsOf(acts []act.Act) []act.Target {
	var out []act.Target
	for _, a := range acts {
		if a.Target.Cell != "" && !has(out, a.Target) {
			out = append(out, a.Target)
		}
	}
	return out
}
