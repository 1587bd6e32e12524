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

// stretch is what stands between two pauses.
type stretch struct {
	toks     []*token
	from, to int // bytes of the sentence, without the pause
	besides  bool
}

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
	left, personal := 0, true // all of it is about somebody
	for i := range pieces {
		states, sure := p.states(pieces[i].toks, pieces)
		if p.muses(pieces[i].toks) {
			pieces[i].besides = true
			continue
		}
		if !sure || p.conditional(pieces[i].toks, i == 0) {
			return Result{}, false
		}
		if pieces[i].besides = states; states {
			said = append(said, pieces[i].toks...)
			first := pieces[i].toks[0]
			personal = personal && (first.isAny("person", "chat") || some(pieces[i].toks, "stmt") || listed("whose", first.text) != "")
		} else {
			left++
		}
	}
	if left == 0 || left == len(pieces) {
		return Result{}, false
	}
	text, ok := p.joined(pieces)
	if !ok {
		return Result{}, false
	}
	w := p.saying(text)
	r := w.parse(text)
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
	if p.result.Route() == Do && (r.Route() != Do || !personal || len(r.Acts) >= len(p.result.Acts) && len(textsOf(r.Acts)) >= len(textsOf(p.result.Acts))) {
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
		if s.besides {
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

// stretches cuts a sentence at its pauses, before what says why, and before the wish that follows from something.
func (p *parser) stretches() []stretch {
	q := &parser{world: p.world, sentence: p.sentence}
	q.toks = q.tag(loadLexicon().unbent(contracted(split(p.sentence)), p.names.has))
	var out []stretch
	from := 0
	cut := func(to int) {
		if to > from {
			out = append(out, stretch{toks: q.toks[from:to], from: q.toks[from].start, to: q.toks[to-1].end})
		}
		from = to
	}
	for i, t := range q.toks {
		switch {
		case t.kind == mark:
			cut(i)
			from = i + 1
		case i == 0:
		case dashed(p.text(q.toks[i-1].end, t.start)), listed("whyword", t.text) == "because":
			cut(i)
		case i+1 == len(q.toks) || t.text != "so" && t.text != "and" || dashed(p.text(t.end, q.toks[i+1].start)):
		case q.commands(i+1, true), t.text == "so" && q.begins(i+1):
			cut(i)
		}
	}
	cut(len(q.toks))
	return out
}

// begins reports whether a thing is named at token i, of which something may be wished: "… so everything needs to be bigger".
func (p *parser) begins(i int) bool {
	return p.toks[i].isAny("gene", "name", "all", "pron") || p.toks[i].is("det", "the") || listed("person", p.toks[i].text) != ""
}

// dashed reports whether what stands between two words is a pause.
func dashed(between string) bool {
	return strings.ContainsAny(between, "–—…") || strings.Contains(between, " - ")
}

// justified reads a new text without the reason for it that stands behind it: "change it to Stop, shorter is better", "call it
// Diary (my wife says so)". A text may have commas: what follows must plainly speak of how it is found.
func (p *parser) justified() (Result, bool) {
	was := textsOf(p.result.Acts)
	if p.result.Route() != Do || len(was) != 1 || !strings.ContainsAny(was[0], ",(–—") {
		return Result{}, false
	}
	pieces := p.stretches()
	if len(pieces) < 2 {
		return Result{}, false
	}
	last := pieces[len(pieces)-1]
	if _, finds := findPhrase("justify", uttered(last.toks)); finds == 0 || !strings.HasSuffix(strings.TrimRight(was[0], ") "), p.text(last.from, last.to)) {
		return Result{}, false
	}
	text := strings.TrimRight(p.text(0, last.from), " ,(–—-")
	r := p.saying(text).parse(text)
	is := textsOf(r.Acts)
	if r.Route() != Do || len(is) != 1 || !strings.HasPrefix(was[0], is[0]) {
		return Result{}, false
	}
	r.Conf = max(0.5, r.Conf-0.15)
	r.Why = append([]string{"read as: " + text}, r.Why...)
	return r, true
}

// textsOf are the free texts of acts.
func textsOf(acts []act.Act) (out []string) {
	for _, a := range acts {
		if a.Args.Text != "" {
			out = append(out, a.Args.Text)
		}
	}
	return out
}
