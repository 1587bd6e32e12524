package reflex

// correct applies a self-correction: "top left no wait top right" means top right. What follows the correction replaces
// what it corrects, the tokens of the same classes; a whole new command replaces all.
func (p *parser) correct() {
	for len(p.toks) > 2 && (p.toks[0].is("thought") || p.toks[0].kind == mark) && !p.toks[1].is("correct") {
		p.toks = p.toks[1:] // "on second thought, …"
	}
	if i := p.starting(); i > 0 {
		p.toks = p.toks[i:] // "no wait, put it back"
	}
	for len(p.toks) > 3 && p.toks[0].is("fill", "fill") && (p.toks[1].is("no") || p.toks[1].kind == mark) {
		p.toks = p.toks[1:] // "hmm no, …"
	}
	for len(p.toks) > 1 && p.toks[0].is("correct") && p.toks[0].is("even") {
		p.toks = p.toks[1:] // "lieber digital", "plutôt analogique"
	}
	if len(p.toks) > 2 && p.toks[0].text == "no" && p.toks[1].is("verb", "want") {
		p.toks = p.toks[1:] // "no I wanted it green"
	}
	if len(p.toks) > 3 && p.toks[0].is("yes") && p.toks[1].kind == mark && p.toks[1].text == "," && some(p.toks[2:], "verb") {
		p.toks = p.toks[2:] // "right, let's have them back"
	}
	if len(p.toks) > 2 && p.toks[0].is("no") && p.toks[1].kind == mark && p.toks[1].text == "," {
		p.toks, p.refused = p.toks[2:], true
	}
	if len(p.toks) > 1 && p.toks[0].is("no") && !p.toks[0].is("neg") && p.toks[0].text != "no" && p.toks[0].text != "stop" && p.toks[1].is("undo") {
		p.toks = p.toks[1:] // "never mind, put it back"
	}
	if len(p.toks) > 3 && p.toks[0].is("neg") && p.toks[0].text != "no" && p.toks[0].text != "not" {
		for i := 2; i+1 < len(p.toks); i++ { // "don't make it bigger, make it smaller"
			cut := p.toks[i].kind == mark && p.toks[i].text != "." || p.toks[i].is("conj", "but") || p.toks[i].text == "rather" || p.toks[i].text == "instead" || p.toks[i].text == "just"
			if next := p.toks[i+1]; cut && next.is("verb") && !next.is("neg") && some(p.toks[:i], "verb") {
				p.note("left out what shall not be done")
				p.spoken(p.toks[:i]) // "don't remove the clock, just make it smaller"
				p.toks = p.toks[i+1:]
				return
			}
		}
	}
	for i, t := range p.toks {
		aside := i > 0 && p.toks[i-1].kind == mark && (t.is("no") || t.text == "sorry") || i > 0 && listed("slip", t.text) != "" // "bigger, no, smaller"
		if !t.is("correct") && !aside || i == 0 || i == len(p.toks)-1 {
			continue
		}
		if aside && p.labelled1(t) != nil && p.toks[i+1].isAny("kind", "color", "dim", "font", "shade", "aux") {
			continue // "save red, cancel button blue"
		}
		after := p.toks[i+1:]
		for len(after) > 1 && (after[0].kind == mark || after[0].is("correct")) {
			after = after[1:]
		}
		if after[0].is("neg") && len(after) > 1 {
			p.toks = append(append([]*token{}, p.toks[:i]...), after...) // "green I meant, not blue"
			return
		}
		before := p.toks[:i]
		if after[0].is("verb") && after[0].kind == letters {
			p.spoken(before)
			p.toks = after
			return
		}
		var kept []*token
		for _, b := range before {
			if !replaced(b, after) {
				kept = append(kept, b)
			}
		}
		if len(kept) == len(before) {
			if kept = p.renominated(before, after); kept != nil {
				p.toks = kept
				p.note("took back what was corrected")
			}
			return // else it corrects nothing that we know: the token stays and is not understood
		}
		for len(kept) > 0 && (kept[len(kept)-1].kind == mark || kept[len(kept)-1].is("correct") || after[0].is("det") && kept[len(kept)-1].is("det")) {
			kept = kept[:len(kept)-1]
		}
		p.toks = append(kept, after...)
		p.note("took back what was corrected")
		return
	}
}

// starting is how many tokens take back nothing, because a command only begins behind them.
func (p *parser) starting() int {
	i, some := 0, false
	for i < len(p.toks) && (p.toks[i].is("correct") || p.toks[i].kind == mark && p.toks[i].text == ",") {
		some = some || p.toks[i].is("correct")
		i++
	}
	if t := t0(p.toks, i); some && t != nil && (t.is("undo", "one") || t.is("redo") || t.is("theme") || t.is("verb") && !t.is("verb", "want") && !t.isAny("kind", "gene", "part")) {
		return i
	}
	return 0
}

// restated drops what a text says now: "the label says save but it should say store".
func (p *parser) restated() {
	for i, t := range p.toks {
		if t.is("verb", "say") && t.text != "says" && t.text != "reads" && t.text != "label" || t.is("verb") && !t.is("verb", "say") || t.is("fill", "ask") {
			return
		}
		if t.text == "says" || t.text == "reads" {
			for j := i + 2; j+2 < len(p.toks); j++ {
				if p.toks[j].is("aux", "should") && p.toks[j+1].is("verb", "say") {
					p.spoken(p.toks[:i])
					p.toks = p.toks[j:]
					return
				}
			}
			return
		}
	}
}

// renominated is a sentence with its last thing replaced by another: "… the plus button, I mean the minus button".
func (p *parser) renominated(before, after []*token) []*token {
	if !p.onlyThings(after) {
		r, next := (&clause{p: p, toks: after}).np(0)
		if r == nil || r.bare() || p.onlyThings(before) {
			return nil
		}
		if kept := p.renominated(before, after[:next]); kept != nil {
			return append(kept, after[next:]...) // "the save button, I mean the cancel button yellow"
		}
		return nil
	}
	c := &clause{p: p, toks: before}
	for i := len(before) - 1; i >= 0; i-- {
		if r, next := c.np(i); r != nil && r.head != "pron" {
			for i > 0 { // as far to the left as it is one thing
				wider, end := c.np(i - 1)
				if wider == nil || end != next {
					break
				}
				i--
			}
			out := append([]*token{}, before[:i]...)
			out = append(out, after...)
			return append(out, trimMarks(before[next:])...)
		}
	}
	return nil
}

func trimMarks(toks []*token) []*token {
	for len(toks) > 0 && toks[len(toks)-1].kind == mark {
		toks = toks[:len(toks)-1]
	}
	return toks
}

// slots are the classes in which a later word replaces an earlier one.
var slots = []string{"place", "dir", "color", "dim", "num", "gene", "theme", "style", "font", "shape", "layout", "name", "light"}

func replaced(t *token, by []*token) bool {
	for _, a := range by {
		if t.kind == number && a.kind == number || t.kind == quoted && a.kind == quoted {
			return true
		}
		for _, class := range slots {
			if t.is(class) && a.is(class) {
				return true
			}
		}
		if (t.is("place") || t.is("dir")) && (a.is("place") || a.is("dir")) {
			return true
		}
	}
	return false
}

// from drops where a change starts: "from red to blue".
func (p *parser) from() {
	for i := 0; i+3 < len(p.toks); i++ {
		if p.toks[i].is("prep", "from") && p.toks[i+1].is("color") && p.toks[i+2].is("prep", "to") {
			p.toks = append(p.toks[:i:i], p.toks[i+2:]...)
			return
		}
	}
}

// contrast drops what is named only to be ruled out: "not red, blue", "analog not digital".
func (p *parser) contrast() {
	for i := 0; i+1 < len(p.toks); i++ {
		if !p.toks[i].is("neg") {
			continue
		}
		j := i + 1
		for j < len(p.toks) && p.toks[j].is("det") {
			j++
		}
		if prev := t0(p.toks, i-1); i > 0 && j+1 < len(p.toks) && p.toks[j].kind == mark && prev.is("color") && p.toks[j+1].is("color") {
			p.toks = append(p.toks[:i-1:i-1], p.toks[j+1:]...) // "rojo no, azul"
			p.note("ruled out what it should not be")
			return
		}
		if j >= len(p.toks) {
			return
		}
		for _, class := range []string{"color", "place", "dir", "style", "gstyle", "theme", "font", "shape"} {
			if !p.toks[j].is(class) || p.toks[j].is("dim") {
				continue
			}
			for k, o := range p.toks {
				if (k < i || k > j) && o.is(class) && !p.toks[j].is(class, o.value(class)) {
					p.toks = append(p.toks[:i:i], p.toks[j+1:]...)
					p.note("ruled out what it should not be")
					return
				}
			}
		}
	}
}
