package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// answer reads a sentence as the answer to the pending question. False: it is none, but a sentence of its own. What begins
// with a "no" and goes on never lets anything go: "no wait, zap it" is no yes to "Remove it?".
func answer(sentence string, w *world) (Result, bool) {
	if value, _ := findPhrase("noanswer", " "+mannerly(sentence)+" "); value != "" {
		return Result{}, false // "no need for the seconds" is a wish
	}
	r, ok := answered(sentence, w)
	if ok && denying(sentence) && slices.ContainsFunc(r.Acts, func(a act.Act) bool { return a.Intent == act.Remove || a.Intent == act.Undo || a.Intent == act.Restore }) {
		return Result{}, false
	}
	return r, ok
}

// denying reports whether a sentence begins with a "no".
func denying(sentence string) bool {
	words := split(sentence)
	return len(words) > 0 && listed("naysay", words[0].text) != ""
}

func answered(sentence string, w *world) (Result, bool) {
	q := w.s.Pending
	p := &parser{world: w, sentence: sentence}
	p.toks = p.tag(split(sentence))
	said := squash(sentence)
	for _, ch := range q.Choices {
		if squash(ch.Label) == said && said != "" {
			return chosen(ch), true
		}
	}
	if ch, ok := q.named(sentence); ok && q.Past {
		return chosen(ch), true
	}
	if q.Past {
		return Result{}, false
	}
	if r, ok := p.wallpaperSo(q); ok {
		return r, true
	}
	if r, ok := p.savesSome(q); ok {
		return r, true
	}
	if r, ok := p.addedSo(q); ok {
		return r, true
	}
	if ch, ok := called(q.Choices, p.answering()); ok {
		return chosen(ch), true
	}
	if ch, ok := byOwner(single(q.Choices), p); ok {
		return chosen(ch), true
	}
	if ch, ok := bySize(single(q.Choices), p); ok {
		return chosen(ch), true
	}
	return p.inAWord(q)
}

// called finds the choice in "the one that says cancel".
func called(choices []Choice, toks []*token) (Choice, bool) {
	for i, t := range toks {
		if i == 0 || i+1 >= len(toks) || !t.is("verb", "say", "rename") && t.text != "called" && t.text != "named" || len(toks)-i > 5 {
			continue
		}
		for _, o := range toks[:i] {
			if !o.isAny("det", "kind", "fill", "only") {
				return Choice{}, false
			}
		}
		name := ""
		for _, o := range toks[i+1:] {
			name += o.text
		}
		for _, ch := range choices {
			if squash(ch.Label) == squash(name) {
				return ch, true
			}
		}
	}
	return Choice{}, false
}

// single are the choices of one thing, without Both and All and without the way out.
func single(choices []Choice) []Choice {
	var out []Choice
	for _, ch := range choices {
		if ch.Label != "Both" && ch.Label != "All" && len(ch.Acts) > 0 {
			out = append(out, ch)
		}
	}
	return out
}

func chosen(ch Choice) Result {
	if len(ch.Acts) == 0 {
		return Result{Answer: "cancel", Conf: 1, Acts: []act.Act{{Intent: act.Chitchat}}}
	}
	return Result{Acts: ch.Acts, Conf: 1, Why: []string{"answered “" + ch.Label + "”"}}
}

// bySide finds the choice whose thing is farthest to a side.
func bySide(choices []Choice, side string, s *Scene) (Choice, bool) {
	best, found, tie := 0.0, -1, false
	for i, ch := range choices {
		x, y, w, h := s.box(ch.Acts[0].Target)
		v := -toSide(side, x, y, w, h)
		switch {
		case found < 0 || v > best:
			best, found, tie = v, i, false
		case v == best:
			tie = true
		}
	}
	if found < 0 || tie || side == "middle" {
		return Choice{}, false
	}
	return choices[found], true
}
