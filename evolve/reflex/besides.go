package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// People say more than what they want: "nobody here ever looks at that. Hide it", "the form looks lonely, put the clock beside
// it". Between two pauses, what says how things are, or what somebody does or likes, is no part of the wish: where a sentence
// is not understood, it is read without such statements, of which no word need be known. A condition, an exception or a second
// wish is none.

// mostPieces is how many pieces between pauses a sentence may have that is read so.
const mostPieces = 8

// withoutTalk reads a sentence without what is said besides the wish. It reports false where nothing is, or where what is left is
// not understood either.
func (p *parser) withoutTalk() (Result, bool) {
	if accented(p.sentence) || loadLexicon().foreign(loadLexicon().unbent(split(p.sentence), p.names.has)) {
		return Result{}, false // statements are known by how English begins them
	}
	pieces := p.stretches()
	if len(pieces) < 2 || len(pieces) > mostPieces {
		return Result{}, false
	}
	var said []*token
	left, personal, withdrawn := 0, true, false // how many wishes, whether all else is about somebody, whether the wish is taken back
	for i := range pieces {
		muses, back := p.muses(pieces[i].toks)
		if back = back && (slices.ContainsFunc(pieces[:i], orders) || left > 0 && p.result.Route() == Do) && !strings.HasPrefix(p.sentence[pieces[i].to:], "?"); back && (p.result.Route() != Do || len(textsOf(p.result.Acts)) == 0) {
			withdrawn = true
			continue
		}
		if pieces[i].muses = muses && !back; pieces[i].muses {
			pieces[i].besides = true
			continue
		}
		states, sure := p.states(pieces[i].toks, pieces)
		if !sure || p.conditional(pieces[i].toks, i == 0) {
			return Result{}, false
		}
		if pieces[i].besides = states; states {
			said = append(said, pieces[i].toks...)
			first := pieces[i].toks[0]
			personal = personal && (first.isAny("person", "chat") || some(pieces[i].toks, "stmt") || listed("whose", first.text) == "owner")
		} else if left++; withdrawn {
			return Result{}, false
		}
	}
	if withdrawn {
		p.result = Result{}
		p.plain("nothing", act.Chitchat, "") // "remove the notes. forget it"
		return p.result, true
	}
	does := p.result.Route() == Do
	if left == 0 || left == len(pieces) || does && !personal {
		return Result{}, false
	}
	text, ok := p.joined(pieces)
	if !ok {
		return Result{}, false
	}
	r, ok := p.reading(text)
	if !ok {
		return Result{}, false
	}
	switch r.Route() {
	case Do:
		if r.Conf = max(0.5, r.Conf-0.1); !known(said) {
			r.Conf = min(r.Conf, 0.7) // nobody can be sure
		}
	case Ask:
		if r.Ask == nil || len(r.Ask.Choices) == 0 || r.Lost {
			return Result{}, false
		}
	case Model:
	case Answer:
		if !told(r) && (r.Answer != "nothing" || !some(pieces[0].toks, "neg")) { // "don't hide it, I need it" wants nothing
			return Result{}, false
		}
	default:
		return Result{}, false
	}
	if does && (r.Route() != Do || len(r.Acts) >= len(p.result.Acts) && len(textsOf(r.Acts)) >= len(textsOf(p.result.Acts))) {
		return Result{}, false // nothing of what is said besides was taken for a wish
	}
	r.Why = append([]string{"read as: " + text}, r.Why...)
	for _, s := range pieces {
		if s.besides {
			r.Why = append(r.Why, "took for the reason: "+p.text(s.from, s.to))
		}
	}
	return r, true
}

// joined is the sentence without what is said besides. What that speaks of is what "it" means in what is left: false where
// that is not known.
func (p *parser) joined(pieces []stretch) (string, bool) {
	var b strings.Builder
	about, pointed := "", false
	for i, s := range pieces {
		switch {
		case s.muses:
			continue // what was spoken of before it is still what "it" means
		case s.besides:
			about, pointed = p.speaksOf(s.toks)
			continue
		}
		text := p.text(s.from, s.to)
		if about != "" {
			if !some(s.toks, "pron") && !p.selfContained(s.toks) {
				return "", false // "the writing in the notes is small. Larger letters please."
			}
			text = p.insteadOfPronoun(s, about)
		}
		if pointed && p.s.Point == nil && some(s.toks, "pron") {
			return "", false
		}
		about, pointed = "", false
		if b.Len() > 0 {
			sep := ", "
			if !pieces[i-1].besides {
				sep = strings.TrimRight(p.text(pieces[i-1].to, s.from), " ") + " "
			}
			b.WriteString(sep)
		}
		b.WriteString(text)
	}
	return b.String(), true
}

// selfContained reports whether a piece says itself what it is about.
func (p *parser) selfContained(toks []*token) bool {
	c := &clause{p: &parser{world: p.world, sentence: p.sentence, toks: toks}, toks: toks}
	c.find()
	defer c.forget()
	return len(c.refs) > 0 || slices.ContainsFunc(toks, func(t *token) bool { return t.isAny("theme", "undo", "redo", "wall", "accent", "desk") })
}

// speaksOf is the one thing of the desktop that a statement names, as it was said, "" when it names none or several; and
// whether one is pointed at.
func (p *parser) speaksOf(toks []*token) (name string, pointed bool) {
	c := &clause{p: &parser{world: p.world, sentence: p.sentence, toks: toks}, toks: toks}
	c.find()
	defer c.forget()
	several := false
	for _, r := range c.refs {
		if next := t0(toks, r.to); (r.shown || r.head == "this") && next != nil && next.kind == letters && len(next.senses) == 0 {
			continue // "this projector" is not on the desktop
		}
		switch pointed = pointed || r.shown || r.head == "this"; {
		case r.bare() || r.shown || r.indef || r.from >= r.to || r.to > len(toks):
		case name != "":
			several = true
		default:
			name = p.typed(toks[r.from:r.to])
		}
	}
	if several {
		name = ""
	}
	return name, pointed
}

// insteadOfPronoun is the text of a piece, with a name in the place of its pronoun.
func (p *parser) insteadOfPronoun(s stretch, name string) string {
	for i, t := range s.toks {
		if t.is("pron") && (t.text == "it" || t.text == "them") {
			return p.text(s.from, t.start) + name + p.text(t.end, s.to)
		}
		if t.isAny("gene", "name") && i+1 < len(s.toks) && !s.toks[i+1].isAny("prep", "rel") {
			break // it has its own
		}
	}
	return p.text(s.from, s.to)
}
