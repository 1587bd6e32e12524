package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// afterRemarks reads the last sentence of several where the ones before it only say how things are: "that's hideous. Darker.", "it
// lies on the notes now. Put it left of them". What they speak of is what "it" means then. A sentence of its own with a subject and
// no wish in it changes nothing in what the last one wants, even with words in it that nobody knows.
func (p *parser) afterRemarks(pieces []stretch) (Result, bool) {
	ends := p.remarksEnd(pieces)
	for _, k := range slices.Backward(ends) {
		if *p.again -= pieces[k].from; *p.again <= 0 { // what the remarks speak of is read too
			break
		}
		if r, ok := p.afterRemark(pieces[:k], pieces[k]); ok {
			return r, true
		}
	}
	return Result{}, false
}

// remarksEnd are the pieces before which there are only remarks, and a sentence ends, or one goes on with "but".
func (p *parser) remarksEnd(pieces []stretch) (ends []int) {
	var sentence []*token
	for k, s := range pieces {
		if k == 0 {
			sentence = s.toks
			continue
		}
		if !p.remarkAlone(sentence) {
			if s.pause != turned && s.pause != unmarked {
				break
			}
		} else if s.pause == ended || s.pause == turned {
			ends = append(ends, k)
		}
		if s.pause == turned || s.pause == unmarked {
			sentence = append(slices.Clip(sentence), s.toks...)
		} else {
			sentence = s.toks
		}
	}
	return ends
}

// afterRemark reads the wish that begins with a stretch, behind remarks.
func (p *parser) afterRemark(remarks []stretch, wish stretch) (Result, bool) {
	toks := wish.toks
	for len(toks) > 1 && toks[0].is("conj") {
		toks = toks[1:]
	}
	said := flat(remarks)
	set := SpokenOf(p.text(0, remarks[len(remarks)-1].to), p.s)
	if name, _ := p.speaksOf(said); name != "" && len(set) == 0 && some(toks, "pron") {
		return Result{}, false // "start with the counter. make it grey" where there is none, or are several
	}
	s := *p.s
	s.Pending = nil
	spokenBefore(said, set, &s)
	text := p.text(toks[0].start, len(p.sentence))
	if place := p.placeSaid(said); place != "" {
		text = placedThere(text, place)
	}
	r, ok := p.readRest(text, &s, remarks)
	if !ok || r.Route() != Do && (r.Route() != Ask || len(r.Ask.Choices) < 2 || r.Lost) {
		return Result{}, false
	}
	return r.guessed(remarks), true
}

// spokenBefore puts into a scene what remarks speak of.
func spokenBefore(said []*token, set []act.Target, s *Scene) {
	switch {
	case len(set) == 1 && subjectPron(said): // "it lies on the notes": those are "them"
		s.Several, s.Spoken = set, true
	case len(set) == 1 && (s.Point == nil || !s.Point.Given):
		s.Last, s.Spoken, s.Several = &set[0], true, nil
	case len(set) > 1:
		s.Several, s.Spoken = set, true
	}
}

// flat are the tokens of stretches.
func flat(of []stretch) (toks []*token) {
	for _, s := range of {
		toks = append(toks, s.toks...)
	}
	return toks
}

// subjectPron reports whether a remark is about "it".
func subjectPron(toks []*token) bool {
	for i, t := range toks {
		if t.is("pron") || i > 2 {
			return t.is("pron")
		}
	}
	return false
}

// placeSaid are the words of a side that a remark names: "now is much place on the right".
func (p *parser) placeSaid(toks []*token) string {
	for i := len(toks) - 1; i > 0; i-- {
		if t := toks[i]; t.is("place") || t.is("dir", "left", "right") {
			from := i
			for from > 0 && (toks[from-1].is("det") || toks[from-1].is("prep") || toks[from-1].is("place")) {
				from--
			}
			if from < i {
				return p.text(toks[from].start, t.end)
			}
		}
	}
	return ""
}

// placedThere puts a place in the stead of "there".
func placedThere(sentence, place string) string {
	for _, w := range split(sentence) {
		if listed("thatplace", w.text) != "" {
			return sentence[:w.start] + place + sentence[w.end:]
		}
	}
	return sentence
}
