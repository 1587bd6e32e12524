package reflex

import "strings"

// particle takes the second half of verbs that mean no more by it, "dim everything down", as what it is.
func (p *parser) particle() {
	for i, t := range p.toks {
		end := listed("ending", t.text)
		if end == "" {
			continue
		}
		for _, o := range p.toks[i+1:] {
			if o.text == end {
				o.senses = []sense{{class: "fill", value: "fill", lang: "en"}}
			}
		}
	}
}

// mostApart is how many tokens the halves of a verb are apart at most.
const mostApart = 24

// separable joins other verbs with a second half that stands behind what they are done to: "line the clock up with the
// notes", "switch the two around".
func (p *parser) separable() {
	lex := loadLexicon()
	for i, t := range p.toks {
		if t.kind != letters {
			continue
		}
		if _, begins := lex.of(t.text); !begins {
			continue
		}
		for j := i + 2; j < min(len(p.toks), i+mostApart) && (p.toks[j].kind != mark || p.toks[j].text == "," && p.listOn(j)) && !p.toks[j].is("verb"); j++ {
			second, rest, _ := strings.Cut(p.toks[j].text, " ")
			whole, begins := lex.of(t.text + " " + second)
			if !begins || listed("behind", second) == "" {
				continue
			}
			if both := (&token{senses: whole}); !both.is("verb", "align", "arrange", "swap", "spread") && !(both.is("dim") && !t.is("verb", "resize")) && !(both.is("inc") && measured(p.toks[i+1:j])) {
				continue
			}
			t.senses = whole
			switch _, named := p.labels.longest(split(second)); {
			case rest != "": // "up to" stays the preposition
			case named > 0: // something is called so, too
				p.toks = append(p.toks[:j:j], p.toks[j+1:]...)
			default:
				p.toks[j].senses = []sense{{class: "fill", value: "fill", lang: "en"}}
			}
			break
		}
	}
}

// measured reports whether tokens name a part that has more or less: "the text size".
func measured(toks []*token) bool {
	return some(toks, "part") || some(toks, "opaque")
}

// phrasal joins verbs that mean to remove only by a word that may stand far behind, "throw the clock out", with it.
func (p *parser) phrasal() {
	p.particle()
	p.apart()
	p.separable()
	first, last := -1, -1
	for i, t := range p.toks {
		switch {
		case t.kind == letters && listed("parted", t.text) != "" && first < 0:
			first = i
		case t.kind == letters && !t.is("fill") && !t.is("repeat", "one") && !t.is("even") && !t.is("meanwhile"):
			last = i
		}
	}
	if first < 0 || last <= first+1 {
		return
	}
	if off := p.takenOff(first); off != nil {
		p.toks[first].senses = []sense{{class: "verb", value: "remove", lang: "en"}}
		off.senses = []sense{{class: "fill", value: "fill", lang: "en"}}
		return
	}
	end := p.toks[last]
	if how := listed("gone", end.text); how == "" || how == "thrown" && listed("parted", p.toks[first].text) != "thrown" {
		return // "put the clock out" is not known to be thrown out
	}
	verb := "remove"
	if listed("parted", p.toks[first].text) == "kept" {
		verb = "hide" // who puts something away wants it again
	}
	p.toks[first].senses = []sense{{class: "verb", value: verb, lang: "en"}}
	end.senses, end.used = []sense{{class: "fill", value: "fill", lang: "en"}}, true // and no label, whatever is called "out"
}

// takenOff finds the second half of "take the notes off my screen".
func (p *parser) takenOff(first int) *token {
	if listed("takesoff", p.toks[first].text) == "" {
		return nil
	}
	for i := first + 2; i < len(p.toks); i++ {
		t := p.toks[i]
		if listed("offit", t.text) == "" {
			continue
		}
		for _, rest := range p.toks[i+1:] {
			if rest.kind != mark && !rest.isAny("det", "desk", "fill") {
				return nil
			}
		}
		return t
	}
	return nil
}

// binned takes "throw the clock in the bin" and "drag it to the trash" for a wish to have it removed.
func (p *parser) binned() {
	for i, t := range p.toks {
		if !t.is("bin") {
			continue
		}
		for _, v := range p.toks[:i] {
			if v.is("verb", "move", "remove", "add") || listed("parted", v.text) != "" {
				v.senses = []sense{{class: "verb", value: "remove", lang: "en"}}
				t.senses = []sense{{class: "fill", value: "fill", lang: "en"}}
				return
			}
		}
	}
}

// unwanted reads "I don't want the clock any more" and "I don't want to see the notes" as a wish to have it removed.
func (p *parser) unwanted() {
	if len(p.toks) < 4 || !p.toks[0].is("person") && !p.toks[0].is("verb", "remove") {
		return
	}
	from := 2
	switch {
	case p.toks[0].is("verb", "remove"): // "I don't need | to see …"
		if !strings.Contains(p.toks[0].text, "need") || listed("seen", p.toks[1].text+" "+p.toks[2].text) == "" {
			return
		}
		from = 0
		p.toks = append(p.toks[:1:1], p.toks[3:]...)
	case !p.toks[1].is("neg") || !p.toks[2].is("verb", "want") && listed("likes", p.toks[2].text) == "":
		return
	}
	end := p.toks[len(p.toks)-1]
	if end.kind == mark {
		end = p.toks[len(p.toks)-2]
	}
	for i, t := range p.toks[from+1:] {
		if t.is("verb") && !p.labelAt(from+1+i) || t.is("color") || t.is("dim") || t.is("prep", "to") {
			return
		}
	}
	seen := from == 0 || strings.HasSuffix(p.toks[2].text, " see")
	if seen || listed("anymore", end.text) != "" {
		p.toks = p.toks[from:]
		p.toks[0].senses = []sense{{class: "verb", value: "remove", lang: "en"}}
	}
	if here := p.toks[len(p.toks)-1]; seen && here.is("here") && len(p.toks) > 2 {
		p.toks = p.toks[:len(p.toks)-1] // "… here": anywhere
	}
}
