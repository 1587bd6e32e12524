package reflex

// remarkThen reads the last sentence of several where the ones before it only say how things are: "that's hideous. Darker.", "it lies
// on the notes now. Put it left of them". What they speak of is what "it" means then. A sentence of its own with a subject and no
// wish in it changes nothing in what the last one wants, even with words in it that nobody knows.
func remarkThen(first *parser) (Result, bool) {
	toks := first.toks
	for i := len(toks) - 2; i > 0 && *first.again > 0; i-- {
		if !first.turnsTo(i) || !first.remarks(toks[:i]) {
			continue
		}
		next := i + 1
		for next+1 < len(toks) && (toks[next].is("conj") || toks[next].kind == mark) {
			next++
		}
		if r, ok := first.afterRemark(toks[:i], first.text(toks[next].start, len(first.sentence))); ok {
			return r, true
		}
	}
	return Result{}, false
}

// turnsTo reports whether what is said up to token i may be a remark, because a sentence ends there, or one goes on with "but".
func (p *parser) turnsTo(i int) bool {
	t, next := p.toks[i], p.toks[i+1]
	return t.kind == mark && (ends(t) || next.is("aux", "could") || listed("turnsto", next.text) != "") || i > 2 && t.is("conj") && listed("turnsto", t.text) != ""
}

// afterRemark reads what is said after a remark.
func (p *parser) afterRemark(toks []*token, rest string) (Result, bool) {
	*p.again -= toks[len(toks)-1].end // what it speaks of is read too
	s := *p.s
	s.Pending = nil
	it := p.subjectPron(toks)
	switch set := SpokenOf(p.text(0, toks[len(toks)-1].end), p.s); {
	case len(set) == 1 && it: // "it lies on the notes": those are "them"
		s.Several, s.Spoken = set, true
	case len(set) == 1 && (s.Point == nil || !s.Point.Given):
		s.Last, s.Spoken, s.Several = &set[0], true, nil
	case len(set) > 1:
		s.Several, s.Spoken = set, true
	}
	if place := p.placeSaid(toks); place != "" {
		rest = placedThere(rest, place)
	}
	r, ok := p.to(&s).reading(rest)
	if !ok || r.Route() != Do && !(r.Route() == Ask && len(r.Ask.Choices) > 1 && !r.Lost) {
		return Result{}, false
	}
	r.Why = append([]string{"took what was said first for a remark"}, r.Why...)
	return r, true
}

// subjectPron reports whether a remark is about "it".
func (p *parser) subjectPron(toks []*token) bool {
	for i, t := range toks {
		if t.is("pron") || i > 2 {
			return t.is("pron")
		}
	}
	return false
}

// remarks reports whether each sentence of several only says how things are: it has a subject first, or is a short outcry, and
// wishes nothing.
func (p *parser) remarks(toks []*token) bool {
	from := 0
	for i := 0; i <= len(toks); i++ {
		if i < len(toks) && toks[i].kind != mark {
			continue
		}
		if i > from && !p.remarkAlone(toks[from:i]) {
			return false
		}
		from = i + 1
	}
	return true
}

// longestOutcry is how many tokens a cry without a subject has.
const longestOutcry = 3

func (p *parser) remarkAlone(toks []*token) bool {
	for len(toks) > 1 && (toks[0].kind == mark || toks[0].isAny("fill", "conj", "even", "chat", "yes")) {
		toks = toks[1:]
	}
	be, how := false, false
	for i, t := range toks {
		switch {
		case t.is("fill", "ask"), t.is("aux"), t.isAny("q", "undo", "redo", "repeat", "correct", "unsafe", "outward", "complaint", "gripe", "did", "beh"), t.kind == quoted, t.kind == number:
			return false
		case t.is("verb") && !t.isAny("stmt", "fill", "gene", "name", "be"):
			return false // who tells what somebody does wants nothing done, or something else
		case t.is("neg") && i == 0, listed("turning", t.text) != "" && t.text != "almost" && t.text != "hardly" && t.text != "barely", listed("waits", t.text) != "", t.isAny("amends", "nay", "no"):
			return false
		}
		be = be || t.is("be") || t.is("stmt")
		how = how || t.isAny(proper...)
	}
	if how && !be && known(toks) {
		return false
	}
	if p.says("applause", toks) != "" {
		return true
	}
	for i, t := range toks { // "now", "uff", "so far" may stand before the subject
		switch {
		case i > 2:
			return false
		case t.isAny("pron", "gene", "name", "det", "person", "all") || t.is("be"):
			return len(toks) > i+1
		case t.isAny("dim", "color", "theme", "inc", "turn", "raise", "light"):
			return false
		}
	}
	return len(toks) <= longestOutcry && known(toks) && p.s.Pending == nil
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

// ends reports whether a mark ends a sentence.
func ends(t *token) bool {
	switch t.text {
	case ".", "!", ";":
		return true
	}
	return false
}
