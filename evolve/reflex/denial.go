package reflex

import (
	"slices"
	"strings"
)

// denies reports whether a sentence says what shall not be done, or what somebody else will do, and wants nothing.
func (p *parser) denies(toks []*token, head *token) bool {
	return forbids(toks, head) || stops(toks) || p.rulesOutOne(toks) || p.leaves(toks) || announces(toks) || rulesOut(toks) && !p.off(toks)
}

// announces reports whether somebody speaks of what they do themselves: "I will make it bigger".
func announces(toks []*token) bool {
	if len(toks) < 3 || !toks[0].is("person") || toks[0].text == "you" || toks[0].text == "u" {
		return false
	}
	if wish := t0(toks, 2); wish.is("verb", "want") && !strings.Contains(wish.text, " ") {
		return false // "I'll need three more"
	}
	if listed("wouldwish", toks[2].text) != "" {
		return false // "I would rather this button read …"
	}
	return toks[1].is("aux", "would") && !toks[1].is("verb") && toks[1].text != "would" || toks[1].text == "already"
}

// rulesOut reports whether what is said first is denied: "you must not make it red", "there is no need to undo".
func rulesOut(toks []*token) bool {
	no, must := false, false
	for i, t := range toks {
		switch {
		case t.is("complaint"):
			return must && toks[0].text == "you"
		case t.isAny("verb", "undo", "redo") && !t.is("neg"):
			return no && i > 1 && !t.is("verb", "hide", "say") && (must || !t.is("verb", "want"))
		case t.is("neg"):
			no = true
		case t.is("aux"), t.is("prep", "to"), t.is("be"):
			must = true
		case t.is("person"), t.is("fill"), t.is("even"), t.is("only"):
		default:
			return no && must
		}
	}
	return false
}

// forbids reports whether a command is denied as languages do it: "no borres las notas", "lösch sie nicht".
func forbids(toks []*token, head *token) bool {
	last := head
	for _, t := range toks {
		if t.kind != mark && !t.is("fill") {
			last = t
		}
	}
	if head.is("neg") && head.text == "no" {
		for i, t := range toks {
			if t == head && i+1 < len(toks) {
				if toks[i+1].foreign("undo") || toks[i+1].foreign("redo") || toks[i+1].foreign("turn") {
					return true
				}
				return toks[i+1].is("verb", "remove", "move", "make", "lock", "swap") && !toks[i+1].is("part") && !toks[i+1].is("kind")
			}
		}
	}
	return last.is("neg") && last != head && last.senses[0].lang != "en"
}

// rulesOutOne reports whether a sentence only rules one thing out: "not the clock".
func (p *parser) rulesOutOne(toks []*token) bool {
	if len(toks) < 2 || !toks[0].is("neg") || toks[0].is("verb") {
		return false
	}
	c := &clause{p: p, toks: toks[1:]}
	r, next := c.np(0)
	return r != nil && next == len(c.toks) && (r.cell() || r.head == "label")
}

// absent reports whether only a part or a look is named that shall not be there: "kein Rahmen", "doch nicht kursiv".
func absent(toks []*token) bool {
	part := false
	for _, t := range toks {
		if t.is("neg") && !t.foreign("neg") || t.is("verb") && !t.is("part") {
			return false
		}
		part = part || t.isAny("part", "font", "shape")
	}
	return part
}

// notAfterAll reads words that take back alone, "doch nicht", as a "not" where they say what: "doch nicht kursiv".
func (p *parser) notAfterAll() {
	for i, t := range p.toks {
		if !t.foreign("undo") || !t.is("undo", "one") || !t.is("neg") {
			continue
		}
		keep := "undo"
		if next := t0(p.toks, i+1); next != nil && next.kind != mark && !next.is("fill") {
			keep = "neg"
		}
		t.senses = slices.DeleteFunc(slices.Clone(t.senses), func(s sense) bool { return s.class != keep })
	}
}

// stops reports whether something shall no longer be done: "please stop shrinking the notes".
func stops(toks []*token) bool {
	for i, t := range toks {
		if t.text == "stop" && i+1 < len(toks) && len(toks[i+1].senses) == 0 && strings.HasSuffix(toks[i+1].text, "ing") {
			return true
		}
		if !t.is("fill") && t.kind != mark {
			break
		}
	}
	return false
}
