package reflex

import (
	"reflect"
	"slices"

	"cellshell/evolve/act"
)

// amended reads what corrects one word of what was done a moment ago, and names nothing else: "no, fifty", "taller, not
// wider", "the other way", "I meant the notes", "not the counter though". What was done is taken back and done as it should
// have been, in one go.
func (p *parser) amended() bool {
	if !p.amends() || slices.ContainsFunc(p.toks, func(t *token) bool { return t.isAny("gstyle", "style") }) && (some(p.toks, "neg") || some(p.toks, "verb", "remove")) {
		return false // "no more seconds" is a look of its own
	}
	if p.mistaken() || p.meantNot() {
		return true
	}
	toks, said := p.corrective()
	if len(toks) == 0 || p.noneOf() {
		return false
	}
	if acts := p.hidesInstead(toks); acts != nil && p.stands() {
		p.result.Acts, p.result.Conf = acts, 0.9
		return true
	}
	if p.isBack(toks) && p.stands() {
		p.result.Acts, p.result.Conf = []act.Act{takeBack(1)}, 0.9
		return true
	}
	if p.sparesLast(toks, said) || p.stands() && p.isBackAnd(toks) {
		return true
	}
	if acts := p.wayRound(toks); acts != nil && p.stands() {
		p.result.Acts, p.result.Conf = acts, 1
		return true
	}
	return p.doneOtherwise(toks, said)
}

// doneOtherwise takes what was done last back and does it as the tokens have it; said, it was said that it was not meant.
func (p *parser) doneOtherwise(toks []*token, said bool) bool {
	if part := notWhole(toks); part != nil {
		toks, said = part, true
	}
	for _, way := range []func(*parser, []*token, bool) []act.Act{
		(*parser).turned, (*parser).recounted, (*parser).redirected, (*parser).reshaped, (*parser).onlyFigures, (*parser).relettered, (*parser).widened, (*parser).reparted,
		(*parser).notThese, (*parser).onlyThese, (*parser).leftOut, (*parser).retold, (*parser).resaid, (*parser).restyled, (*parser).reanchored, (*parser).regraded, (*parser).less,
	} {
		if acts := way(p, toks, said); acts != nil && p.stands() {
			same := reflect.DeepEqual(acts, p.s.LastActs)
			if same && (toks[0].isAny("neg", "except") || listed("spares", toks[0].text) != "") {
				p.plain("nothing", act.Chitchat, "") // "but not the panel", and it was not
				return true
			}
			if p.result.Acts, p.result.Conf = acts, 1; same {
				return true // it is so already
			}
			if len(acts) != len(p.s.LastActs) || slices.ContainsFunc(acts, func(a act.Act) bool { return !placed(a) }) {
				p.result.Acts = append([]act.Act{takeBack(1)}, acts...)
			}
			p.note("did otherwise what was done last")
			return true
		}
	}
	if acts := p.recolored(toks, said); acts != nil {
		p.result.Acts, p.result.Conf = acts, 0.9
		return true
	}
	return false
}

// amends reports whether there is something that a sentence may correct: the last change, if nothing else was spoken
// of since and no question waits for one of its answers.
func (p *parser) amends() bool {
	last := p.s.LastActs
	return len(last) > 0 && !p.anew && !p.waiting() && !p.elsewhere() && !slices.ContainsFunc(last, fixed) && !p.placesOther()
}

// waiting reports whether a question waits for one of its answers.
func (p *parser) waiting() bool {
	q := p.s.Pending
	return q != nil && !q.Past && len(q.Choices) > 0
}

// stands reports whether what was done last is what an undo would take back.
func (p *parser) stands() bool {
	if p.s.Deeds == nil {
		return true
	}
	deeds := p.s.Deeds()
	return len(deeds) > 0 && reflect.DeepEqual(deeds[0].Acts, p.s.LastActs)
}

// placed reports whether an act says where something shall stand, wherever it stands now: nothing need be taken back before.
func placed(a act.Act) bool {
	return a.Intent == act.Move && (a.Args.Relation != "" || a.Args.Anchor != "" && a.Args.Axis == "")
}

// fixed reports whether an act cannot be taken back and done otherwise by itself.
func fixed(a act.Act) bool {
	switch a.Intent {
	case act.Undo, act.Redo, act.Restore, act.Name, act.Try, act.Keep, act.Drop, act.Repeat, act.Behaviour, act.Query, act.Help, act.Chitchat:
		return true
	}
	return false
}

// corrective takes what only says that something shall be otherwise from the beginning and the end, and reports whether it
// was said.
func (p *parser) corrective() (toks []*token, said bool) {
	toks = p.toks
	for len(toks) > 0 {
		t := toks[0]
		if n := p.amending(toks); n > 0 {
			toks, said = toks[n:], true
			continue
		}
		if t.kind != mark && !t.is("person") && !(t.is("fill", "fill") && listed("keepsonly", t.text) == "") {
			break
		}
		toks = toks[1:]
	}
	for n := len(toks); n > 0; n = len(toks) {
		t := toks[n-1]
		switch {
		case t.is("correct") || listed("amends", t.text) != "":
			said = true
		case p.hadInMind(toks) > 0:
			said, n = true, n+1-p.hadInMind(toks)
		case t.kind == mark || t.is("fill", "fill"):
		default:
			return toks, said
		}
		toks = toks[:n-1]
	}
	return toks, said
}

// noneOf reports whether a sentence wants a part gone, "no shadow on this one", "no border": without a pause behind the "no", or
// an article, that corrects nothing.
func (p *parser) noneOf() bool {
	return len(p.toks) > 1 && p.toks[0].is("neg") && p.toks[1].is("part", "shadow", "border", "background", "padding", "gap", "corners")
}

// hadInMind is how many tokens at the end say that this was meant: "was what I had in mind".
func (p *parser) hadInMind(toks []*token) int {
	for n := min(mostPraise, len(toks)-1); n > 1; n-- {
		if p.says("amends", toks[len(toks)-n:]) != "" {
			return n
		}
	}
	return 0
}

// amending is how many tokens at the beginning say that something shall be otherwise, "no", "make that", "I meant"; 0 where
// they say something.
func (p *parser) amending(toks []*token) int {
	for n := min(4, len(toks)); n > 1; n-- {
		if p.says("amends", toks[:n]) != "" {
			return n
		}
	}
	if t := toks[0]; t.isAny("correct", "nay") || listed("amends", t.text) != "" {
		return 1
	}
	return 0
}

// eachLast makes acts of those that were done last, with what change makes of each; nil where it knows none of them.
func (p *parser) eachLast(change func(*act.Act) bool) []act.Act {
	var out []act.Act
	some := false
	for _, a := range p.s.LastActs {
		some = change(&a) || some
		out = append(out, a)
	}
	if !some {
		return nil
	}
	return out
}
