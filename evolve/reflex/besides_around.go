package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// A wish may stand anywhere in what is said about other things: "the sun shines on my desk, so make everything dark", "give it a
// red border before somebody overlooks it". Where no list knows how such talk is worded, the wish is looked for: it is the longest
// part of the sentence that is surely one by itself, where all around it is about somebody or something that is not on the desktop.

// mostTried is how many parts of a sentence are read as its wish, mostCuts at how many places it is cut, and shortestWish how many
// tokens a wish has.
const (
	mostTried    = 4
	mostCuts     = 10
	shortestWish = 2
)

// aroundConf is how sure a wish is that was looked for so.
const aroundConf = 0.6

// span is a part of a sentence, in tokens.
type span struct{ from, to int }

// wishWithin reads the wish that stands within talk. It reports false where there is none, or what is around it may be more than talk.
func (p *parser) wishWithin() (Result, bool) {
	if p.part || len(p.toks) > longWording || !p.english() {
		return Result{}, false
	}
	q := p.tagged()
	cuts := q.joints()
	if len(cuts) < 3 || len(cuts) > mostCuts {
		return Result{}, false
	}
	var spans []span
	for _, from := range cuts {
		for _, to := range cuts {
			if to-from >= shortestWish && q.toks[from].kind != mark && q.toks[to-1].kind != mark && saysMore(q.toks[:from], q.toks[to:]) {
				spans = append(spans, span{from, to})
			}
		}
	}
	slices.SortStableFunc(spans, func(a, b span) int { return (b.to - b.from) - (a.to - a.from) })
	tried := 0
	for _, s := range spans {
		ahead, behind := q.toks[:s.from], q.toks[s.to:]
		if !q.onlyTalk(behind, false) || !q.onlyTalk(ahead, true) && !q.concludes(s) {
			continue
		}
		if tried++; tried > mostTried {
			break
		}
		if r, ok := q.wishAt(s); ok {
			return r, true
		}
	}
	return Result{}, false
}

// concludes reports whether a part of the sentence is what follows from all before it: "these numbers mean nothing to me, so hide them".
// Who says "so" has said himself that it was the reason, however it was worded, as long as it is no wish by itself.
func (p *parser) concludes(at span) bool {
	if at.from == 0 || listed("therefore", p.toks[at.from].text) != "so" {
		return false
	}
	from := at.from + 1
	for from < at.to && p.toks[from].isAny("fill", "chat") {
		from++
	}
	if from == at.to || p.toks[at.from-1].kind != mark && !p.toks[from].isAny("verb", "aux") {
		return false // "make it so big"
	}
	why := p.toks[:at.from]
	for len(why) > 0 && why[len(why)-1].kind == mark {
		why = why[:len(why)-1]
	}
	if len(why) < shortestWish || listed("unlessword", why[0].text) != "" || slices.ContainsFunc(why, func(t *token) bool { return t.kind == quoted || t.isAny("unsafe", "outward") }) {
		return false
	}
	r, _ := p.reading(p.text(why[0].start, why[len(why)-1].end))
	return r.Route() != Do && r.Route() != Refuse && (r.Route() != Model || r.Lost)
}

// wantsNothing reports whether a sentence is only about somebody or something that is not on the desktop: "my neighbour has a bigger
// screen".
func (p *parser) wantsNothing() bool {
	if p.part || len(p.toks) > longWording || p.result.Route() != Ask || len(p.result.Ask.Choices) > 0 || p.refused || !p.english() {
		return false
	}
	q := p.tagged()
	named, refers := q.refersIn(q.toks)
	return !named && !refers && (q.somebody(q.toks) || q.something(q.toks)) && q.onlyTalk(q.toks, true)
}

// saysMore reports whether there is something to leave out before or behind a wish.
func saysMore(ahead, behind []*token) bool {
	said := func(t *token) bool { return t.kind != mark && !t.isAny("fill", "chat") }
	return slices.ContainsFunc(ahead, said) || slices.ContainsFunc(behind, said)
}

// joints are where a wish may begin or end: at pauses, before what joins a clause, and before somebody who is spoken of.
func (p *parser) joints() []int {
	cuts := []int{0}
	add := func(i int) {
		if cuts[len(cuts)-1] != i {
			cuts = append(cuts, i)
		}
	}
	for i := 1; i < len(p.toks); i++ {
		t, prev := p.toks[i], p.toks[i-1]
		switch {
		case prev.kind == mark:
			add(i)
		case t.kind == mark, listed("wishcut", t.text) != "", dashed(p.text(prev.end, t.start)):
			add(i)
		case listed("wishcut", prev.text) == "and", listed("therefore", prev.text) != "":
			add(i)
		case listed("wishcut", p.toks[0].text) == "phrase" && prev.kind == letters && !prev.isAny("prep", "conj", "verb", "det", "aux", "neg", "all") && listed("wishcut", prev.text) == "" && t.is("det", "the"):
			add(i) // "for my presentation the notes …"
		case p.somebody(p.toks[i:]) && !prev.isAny("prep", "conj", "verb", "det", "aux") && listed("wishcut", prev.text) == "":
			add(i) // "hide the notes my boss is coming"
		}
	}
	add(len(p.toks))
	return cuts
}

// wishAt reads a part of the sentence as its wish. What is said before it says what "it" is.
func (p *parser) wishAt(at span) (Result, bool) {
	wish := p.toks[at.from:at.to]
	for len(wish) > 1 && (wish[0].is("conj") || listed("therefore", wish[0].text) != "") {
		wish = wish[1:]
	}
	for _, t := range []*token{wish[0], wish[len(wish)-1]} {
		if t.isAny("conj", "neg", "except", "only", "prep") || listed("unlessword", t.text) != "" || listed("waits", t.text) != "" {
			return Result{}, false // "…, but not | for my wife"
		}
	}
	s := *p.s
	s.Pending = nil
	var spoken []act.Target
	if at.from > 0 {
		said := p.text(0, p.toks[at.from-1].end)
		spoken = SpokenOf(said, p.s)
		spokenBefore(p.toks[:at.from], spoken, &s)
		if name, _ := p.speaksOf(p.toks[:at.from]); (name != "" || slices.ContainsFunc(p.toks[:at.from], stylish)) && len(spoken) == 0 {
			return Result{}, false // "the seconds are too small for my eyes, make them bigger" is of no thing that is known
		}
	}
	text := p.text(wish[0].start, wish[len(wish)-1].end)
	w := p.to(&s)
	w.inner = true
	r, ok := w.reading(text)
	if !ok || r.Route() != Do || r.Conf < Doubt || !p.mayBeWish(r, at, spoken) {
		return Result{}, false
	}
	r.Conf = aroundConf
	r.Why = append([]string{"read as: " + text}, r.Why...)
	for _, talk := range [][]*token{p.toks[:at.from], p.toks[at.to:]} {
		if len(talk) > 0 {
			r.Why = append(r.Why, "took for the reason: "+p.typed(talk))
		}
	}
	return r, true
}

// stylish reports whether a token names a look that something has, which no "it" can stand for.
func stylish(t *token) bool { return t.isAny("style", "gstyle") && listed("body", t.text) == "" }

// mayBeWish reports whether what a part of the sentence comes to may be all that is wanted of it.
func (p *parser) mayBeWish(r Result, at span, spoken []act.Target) bool {
	clause := p.subjectAt(p.toks[at.to:]) // a whole clause stands behind it, not only a "for …"
	for _, a := range r.Acts {
		switch {
		case a.Intent == act.Spawn && at.to < len(p.toks) && !clause, a.Intent == act.Remove && at.to < len(p.toks) && !clause:
			return false // "add a clock for Tokyo"
		case len(textsOf([]act.Act{a})) > 0 && at.to < len(p.toks):
			return false // it may go on in the text
		case len(spoken) > 0 && a.Target.Cell != "" && !slices.ContainsFunc(spoken, func(t act.Target) bool { return t.Cell == a.Target.Cell }):
			return false // "the clock covers everything, so make the notes smaller" may be about either
		}
	}
	return true
}
