package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// asked is what a question was asked about. Each of its things may be the answer, also those that were not offered for want of
// room, and several of them at once.
type asked struct {
	w        *world
	sentence string
	open     *ambiguity
}

// among are the things that a question was about, one by one: those that its choices are called after and change.
func (q *Question) among(s *Scene) []act.Target {
	if q.of != nil {
		return q.of.open.among
	}
	var out []act.Target
	for _, ch := range q.Choices {
		if of := sole(ch.Acts); of.Cell != "" && s.name(of) == ch.Label && !has(out, of) {
			out = append(out, of)
		}
	}
	return out
}

// near are those of the things that stand where all that were offered stand: "all of them" and "the one on the left" are of those.
func (q *Question) near(among []act.Target) []act.Target {
	cells := map[string]bool{}
	for _, ch := range single(q.Choices) {
		cells[sole(ch.Acts).Cell] = true
	}
	if near := keep(among, func(t act.Target) bool { return cells[t.Cell] }); len(near) > 1 {
		return near
	}
	return among
}

// meaning is the sentence that a question was asked about, with these things for the answer. It reports false where they cannot
// be one.
func (q *Question) meaning(set []act.Target) (Result, bool) {
	if of := q.of; of != nil {
		if len(set) == 0 || len(set) > 1 && of.open.single {
			return Result{}, false
		}
		sub := read(of.sentence, of.w, append(slices.Clone(of.open.path), set))
		if sub.open != nil {
			return sub.result.withChoices(of.sentence, of.w, sub.open), true
		}
		return sub.result, sub.result.Route() == Do || sub.result.Route() == Model
	}
	if len(set) != 1 {
		return Result{}, false
	}
	var found []Choice
	for _, ch := range q.Choices {
		if len(ch.Acts) > 0 && sole(ch.Acts) == set[0] {
			found = append(found, ch)
		}
	}
	if len(found) != 1 {
		return Result{}, false // "bigger or smaller?" is about one thing
	}
	return chosen(found[0]), true
}

// chooses reads which of the things that a question was about are meant: "the one on the left", "all but Save", "the first two".
func (p *parser) chooses(q *Question) (Result, bool) {
	among := q.among(p.s)
	toks := p.answering()
	if len(among) < 2 || len(toks) == 0 || len(toks) > longestAnswer {
		return Result{}, false
	}
	near := q.near(among)
	set := p.theseOf(toks, near)
	if len(set) == 0 {
		set = p.calledSo(toks, among)
	}
	if len(set) == 0 {
		if name := saysName(toks); len(name) > 0 {
			set = p.calledSo(name, among)
		}
	}
	if len(set) == 0 {
		if r := telling(toks, p.kindOf(near)); r != nil || pointedAt(toks) && toks[0].is("neg") { // "the biggest", of two that are as big
			return Result{Ask: q, Conf: 0.5, Why: []string{"it does not tell them apart"}}, true
		}
		return Result{}, false
	}
	return q.meaning(set)
}

// longestAnswer is how many tokens such an answer has at most.
const longestAnswer = 12

// answering are the tokens without what people say around an answer: "I mean …", "let's take …", "…, please".
func (p *parser) answering() []*token {
	toks := p.toks
	for {
		was := len(toks)
		for len(toks) > 1 && p.aroundAnswer(toks[0]) {
			toks = toks[1:]
		}
		for len(toks) > 1 && p.aroundAnswer(toks[len(toks)-1]) {
			toks = toks[:len(toks)-1]
		}
		for n := min(mostPraise, len(toks)-1); n > 0; n-- {
			if p.says("answerlead", toks[:n]) != "" {
				toks = toks[n:]
				break
			}
		}
		for n := min(mostPraise, len(toks)-1); n > 0; n-- {
			if p.says("answertail", toks[len(toks)-n:]) != "" {
				toks = toks[:len(toks)-n]
				break
			}
		}
		if len(toks) == was {
			return toks
		}
	}
}

// aroundAnswer reports whether a token says nothing at either end of an answer.
func (p *parser) aroundAnswer(t *token) bool {
	return t.kind == mark || t.is("fill", "fill") && p.labelled1(t) == nil
}

// theseOf are those of some things that an answer means, nil where it means anything else.
func (p *parser) theseOf(toks []*token, among []act.Target) []act.Target {
	if p.says("answerany", toks) != "" {
		return among[:1]
	}
	if i := slices.IndexFunc(toks, func(t *token) bool { return t.is("except") }); i >= 0 && (i == 0 || p.saysAll(toks[:i])) {
		not := p.theseOf(toks[i+1:], among)
		return butFor(among, not)
	}
	switch t := toks[0]; {
	case len(toks) > 1 && t.isAny("nay", "no") && t.kind == letters && !t.is("verb"): // "no, Save"
		rest := toks[1:]
		for len(rest) > 1 && rest[0].kind == mark {
			rest = rest[1:]
		}
		return p.theseOf(rest, among)
	case t.is("neg"):
		return p.ratherThan(toks[1:], among)
	}
	for i := 1; i+1 < len(toks); i++ {
		if toks[i].kind != mark && !toks[i].is("conj") {
			continue
		}
		behind := i + 1
		for behind+1 < len(toks) && (toks[behind].kind == mark || toks[behind].is("conj")) {
			behind++
		}
		if toks[behind].is("neg") { // "Save, not Cancel"
			if behind+1 < len(toks) && p.theseOf(toks[behind+1:], among) != nil {
				return p.theseOf(toks[:i], among)
			}
			return nil
		}
		one, rest := p.theseOf(toks[:i], among), p.theseOf(toks[behind:], among)
		if one == nil || rest == nil || toks[i].is("conj", "or") {
			return nil
		}
		return append(slices.Clone(one), butFor(rest, one)...)
	}
	return p.thisOf(toks, among)
}

// saysAll reports whether tokens say "all of them" and nothing else.
func (p *parser) saysAll(toks []*token) bool {
	for _, t := range toks {
		if !t.is("all") && !t.is("det") && !t.is("prep", "of") && !t.is("pron", "them") && !t.is("kind") && !t.is("fill") && t.kind != mark {
			return false
		}
	}
	return true
}

// ratherThan reads what stands behind a "not": "… Save, Cancel", "… that one, the other", "… Save" of two.
func (p *parser) ratherThan(toks []*token, among []act.Target) []act.Target {
	for len(toks) > 0 && (toks[0].kind == mark || toks[0].is("fill")) {
		toks = toks[1:]
	}
	if len(toks) == 0 {
		return nil
	}
	for i := 1; i+1 < len(toks); i++ {
		if toks[i].kind == mark || toks[i].is("conj") {
			not, behind := p.theseOf(toks[:i], among), toks[i+1:]
			if not == nil {
				return nil
			}
			return p.theseOf(behind, butFor(among, not))
		}
	}
	if not := p.theseOf(toks, among); len(among) == 2 && len(not) == 1 {
		return butFor(among, not)
	}
	return nil
}

// pointedAt reports whether tokens only say "that one".
func pointedAt(toks []*token) bool {
	return !slices.ContainsFunc(toks, func(t *token) bool {
		return !t.is("det", "this", "that", "other") && !t.is("kind", "any") && !t.is("pron") && !t.is("neg") && t.kind != mark
	})
}

// butFor are the things that are none of some others; nil where there are no others.
func butFor(among, not []act.Target) []act.Target {
	return keep(among, func(t act.Target) bool { return !has(not, t) })
}

// saysName is what stands behind "the one that says" and "the button with" in an answer, nil where anything else is said.
func saysName(toks []*token) []*token {
	for i, t := range toks {
		if i > 0 && (t.is("verb", "say", "rename") || listed("labelled", t.text) != "") {
			name := toks[i+1:]
			for len(name) > 1 && (name[len(name)-1].is("prep", "on") || name[len(name)-1].is("pron")) {
				name = name[:len(name)-1]
			}
			return name
		}
		if !t.isAny("det", "kind", "fill", "only", "prep") && listed("answerlead", t.text) == "" {
			return nil
		}
	}
	return nil
}
