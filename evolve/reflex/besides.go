package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// People say more than what they want: "nobody here ever looks at that. Hide it", "the form looks lonely, put the clock beside
// it", "change it to Stop, shorter is better". What says how things are, or what somebody does or likes, is no part of the wish:
// a sentence is cut at its pauses, each piece is judged, and what is left of it is read as a sentence of its own. A condition, an
// exception or a second wish is never left out.

// talkAside reads a sentence without what is said besides its wish. It reports false where nothing is, or where what is left says no
// more than the whole did.
func (p *parser) talkAside() (Result, bool) {
	pieces := p.stretches()
	if len(pieces) < 2 || p.inner {
		return Result{}, false
	}
	whole := merged(pieces)
	if r, ok := p.withoutReason(whole); ok {
		return r, true
	}
	if r, ok := p.withoutTalk(whole); ok {
		if route := r.Route(); route == Do || route == Answer {
			return r, true
		}
		p.left = &r
	}
	if p.regretted || p.unsaid || !p.understood() {
		return p.afterRemarks(pieces)
	}
	return Result{}, false
}

// readRest reads what is left of a sentence, said to a scene, without the talk around it.
func (p *parser) readRest(text string, s *Scene, talk []stretch) (Result, bool) {
	r, ok := p.to(s).reading(text)
	if !ok {
		return Result{}, false
	}
	if r.Route() == Do {
		r.Conf = max(0.5, r.Conf-0.1)
	}
	r.Why = append([]string{"read as: " + text}, r.Why...)
	for _, s := range talk {
		r.Why = append(r.Why, "took for the reason: "+p.text(s.from, s.to))
	}
	return r, true
}

// guessed lowers the confidence in what is left of a sentence where nobody knows each word of the talk around it.
func (r Result) guessed(talk []stretch) Result {
	if r.Route() == Do && slices.ContainsFunc(talk, func(s stretch) bool { return !s.muses && !known(s.toks) }) {
		r.Conf = min(r.Conf, 0.7)
	}
	return r
}

// mostPieces is how many pieces a sentence may have of which some are left out wherever they stand.
const mostPieces = 8

// withoutTalk reads a sentence without the statements in it, wherever they stand.
func (p *parser) withoutTalk(pieces []stretch) (Result, bool) {
	if len(pieces) < 2 || len(pieces) > mostPieces || !p.english() {
		return Result{}, false // statements are known by how English begins them
	}
	if done := p.result.Acts; p.result.Route() == Do && len(done) > 1 && done[0].Intent == act.Undo {
		return Result{}, false // the "no" of a correction is no talk
	}
	left, personal, withdrawn := 0, true, false // how many wishes, whether all else is about somebody, whether the wish is taken back
	part := false                               // whether it begins with how a part of a thing is found: "it" is that part then
	var talk []stretch
	for i := range pieces {
		s := &pieces[i]
		muses, back := p.muses(s.toks)
		if back = back && (slices.ContainsFunc(pieces[:i], orders) || left > 0 && p.result.Route() == Do) && !strings.HasPrefix(p.sentence[s.to:], "?"); back && (p.result.Route() != Do || len(textsOf(p.result.Acts)) == 0) {
			withdrawn = true
			continue
		}
		if s.muses = muses && !back; s.muses {
			s.besides, talk = true, append(talk, *s)
			continue
		}
		if p.judges(s.toks, i == 0) && slices.ContainsFunc(pieces, func(o stretch) bool { return o.from != s.from && wantsChange(o.toks) }) {
			s.besides, talk = true, append(talk, *s)
			part = part || i == 0 && some(s.toks, "part") && p.judgedOf(s.toks) != ""
			continue
		}
		states, sure := p.states(s.toks, pieces)
		if !sure || p.conditional(s.toks, i == 0) {
			return Result{}, false
		}
		if s.besides = states; states {
			talk = append(talk, *s)
			personal = personal && (s.toks[0].isAny("person", "chat") || some(s.toks, "stmt") || listed("whose", s.toks[0].text) == "owner")
		} else if left++; withdrawn {
			return Result{}, false
		}
	}
	if withdrawn {
		p.result = Result{}
		p.plain("nothing", act.Chitchat, "") // "remove the notes. forget it"
		return p.result, true
	}
	if left == 0 || len(talk) == 0 || p.result.Route() == Do && !personal {
		return Result{}, false
	}
	text, ok := p.joined(pieces)
	if !ok {
		return Result{}, false
	}
	if r, ok := p.readRest(text, p.s, talk); ok && (p.counts(r, pieces[0]) || part && r.Route() == Do) {
		return r.guessed(talk), true
	}
	return Result{}, false
}

// counts reports whether what is left of a sentence says more than the whole.
func (p *parser) counts(r Result, first stretch) bool {
	if whole := p.result; whole.Route() == Do { // else nothing of what is said besides was taken for a wish
		return r.Route() == Do && (len(r.Acts) < len(whole.Acts) || len(textsOf(r.Acts)) < len(textsOf(whole.Acts)))
	}
	switch r.Route() {
	case Do, Model:
		return true
	case Ask:
		return r.Ask != nil && len(r.Ask.Choices) > 0 && !r.Lost
	case Answer:
		return told(r) || r.Answer == "nothing" && some(first.toks, "neg") // "don't hide it, I need it" wants nothing
	}
	return false
}

// english reports whether a sentence is not said in another language.
func (p *parser) english() bool {
	return !accented(p.sentence) && !loadLexicon().foreign(loadLexicon().unbent(split(p.sentence), p.names.has))
}
