package reflex

import "strings"

// payload finds free text ("make it say buy milk", "call it Bob") and replaces its tokens by one quoted token, so that
// no word of it is taken for a command. Text in quotes is a payload already.
func (p *parser) payload() {
	if p.tips() || p.translated() || p.nextText() || p.aWord() || p.written() || p.between() || p.lastNamed() {
		return
	}
	p.toRead()
	from, ok := p.payloadStart()
	if !ok || from >= len(p.toks) {
		return
	}
	if q := p.quotedBehind(from); q > from && p.toks[from].kind != quoted {
		return // what is in quotes is the text, and what stands before it is what is called so
	}
	if t := p.toks[from]; t.kind == quoted {
		if how := p.saidHow(from); len(how) > 0 && from+1 < len(p.toks) && len(how) > 2 && how[2] == p.toks[from+1] && !some(p.toks[:from], "verb", "rename") {
			p.toks = append(p.toks[:from+1:from+1], how...)
		}
		return
	}
	if t := p.toks[from]; from+1 < len(p.toks) && (listed("leads", t.text) != "" || t.text == "say" && p.toks[from-1].is("prep", "to")) && p.text(t.start, t.end) == t.text {
		if from++; p.toks[from].kind == quoted { // "a title saying Hello"
			return
		}
	}
	end, tail := len(p.sentence), p.saidHow(from)
	if len(tail) == 0 {
		tail = p.saidWhere(from)
	}
	if p.cut > p.toks[from].start {
		end = p.cut
	}
	if len(tail) > 0 {
		end = len(strings.TrimRight(p.sentence[:tail[0].start], " ,"))
	}
	if p.namesTwo(from) {
		return
	}
	if was := p.formerText(from); was > 0 {
		end = was
	}
	text := trimPayload(p.text(p.toks[from].start, end))
	if some(p.toks[:from], "fill", "ask") || strings.HasSuffix(p.toks[0].text, " you") {
		text = strings.TrimSpace(strings.TrimSuffix(text, "?")) // "would you call it Bob?"
	}
	if text == "" {
		return
	}
	t := &token{kind: quoted, text: text, start: p.toks[from].start, end: end}
	p.toks = append(append(p.toks[:from:from], t), tail...)
	p.note("%q is text", text)
}

// setAside puts one quoted token that says a text in the place of the tokens from and up to.
func (p *parser) setAside(from, to int, text string) {
	t := &token{kind: quoted, text: text, start: p.toks[from].start, end: p.toks[to-1].end}
	p.toks = append(append(p.toks[:from:from], t), p.toks[to:]...)
	p.note("%q is text", text)
}

func trimPayload(s string) string {
	s = strings.TrimSpace(s)
	for _, tail := range []string{", if you please", " if you please", ", thank you", " thank you", " with the exclamation mark", " with an exclamation mark", " with exclamation mark", " with the question mark", " with a question mark", " please", " thanks", ", please", " por favor", " bitte", " instead", ", instead", ", if you would", ", if you can", ", if possible", ", cheers"} {
		if len(s) > len(tail) && strings.EqualFold(s[len(s)-len(tail):], tail) {
			s = s[:len(s)-len(tail)]
		}
	}
	s = strings.TrimSuffix(s, ".")
	s = strings.TrimLeft(s, ":, ")
	return strings.TrimSpace(s)
}

// payloadStart returns the token at which free text begins.
func (p *parser) payloadStart() (int, bool) {
	if from := p.headed(); from > 0 {
		return from, true
	}
	c := &clause{p: p, toks: p.toks}
	for i, t := range p.toks {
		if t.is("verb", "say") && i+1 < len(p.toks) && p.speaks(t, i) {
			return i + 1, true
		}
		if t.is("verb", "rename") || t.text == "label" && (i == 0 || p.toks[i-1].kind == mark) {
			if from, ok := p.renamed(c, i); ok {
				return from, true
			}
		}
		if next := t0(p.toks, i+1); t.is("gene") && i > 0 && p.toks[i-1].is("det", "a", "new") && next != nil && next.kind == mark && next.text == ":" && i+2 < len(p.toks) {
			return i + 2, true // "make a note: buy bread"
		}
		if wideScript(t.text) && p.rewritten(c, i) {
			return i + 1, true
		}
		if way := listed("relabels", t.text); way != "" && (i == 0 || t.text == "replace") {
			if r, next := c.np(i + 1); r != nil && r.head == "label" && next+1 < len(p.toks) && p.becomes(p.toks[next], way) && !p.property(p.toks[next+1:]) {
				return next + 1, true
			}
		}
		if t.is("part", "label", "title") || t.is("part", "text") && !strings.Contains(t.text, "colo") {
			if from, ok := p.relabelled(i); ok {
				return from, true
			}
		}
	}
	return 0, false
}

// speaks reports whether a verb of saying is followed by what is said; "write" and "label" also have other uses.
func (p *parser) speaks(t *token, i int) bool {
	if listed("writes", t.text) != "" {
		return p.toks[i+1].kind == quoted
	}
	if i == 0 && t.text == "read" && p.toks[1].kind != quoted {
		return false // "read my mail" is no label
	}
	for j := i - 1; j >= 0; j-- { // "the button that says X" names one; "make it say X" tells
		if b := p.toks[j]; b.is("verb") || b.is("prep", "with") || b.is("aux", "should") || b.is("gene") || b.is("kind") || b.is("fill", "ask") {
			return true
		}
	}
	return i == 0 || p.toks[0].is("pron")
}

// renamed finds the new name in "rename X to Y", "call X Y".
func (p *parser) renamed(c *clause, i int) (int, bool) {
	if i > 0 && p.toks[i-1].is("det") && !(i == 1 && p.labelled1(p.toks[0]) != nil) || t0(p.toks, i+1) == nil {
		return 0, false
	}
	if i > 1 && p.toks[i].is("part", "title") && p.toks[i-1].isAny("name", "gene") && some(p.toks[:i-1], "part") {
		return 0, false // "the weight of the form title"
	}
	if r, next := c.np(i + 1); r == nil && next == i+1 && i > 0 && wideScript(p.toks[i].text) {
		return i + 1, true // what is named stands before the verb
	}
	if text := p.toks[i].text; strings.HasSuffix(text, "called") || strings.HasSuffix(text, "named") {
		return i + 1, i > 0
	}
	if listed("namesit", p.toks[i].text) != "" {
		return i + 1, true
	}
	r, next := c.np(i + 1)
	if r == nil {
		if t := p.toks[i+1]; t.is("part", "title", "label") {
			return 0, false
		}
		next = i + 1
	}
	for t := t0(p.toks, next); t != nil && t.text == "um"; t = t0(p.toks, next) {
		next++ // German: benenne … um in …
	}
	if t := t0(p.toks, next); t != nil && (t.is("prep", "to", "as") || t.is("prep", "in") && (i == 0 || p.toks[i].foreign("verb"))) {
		return next + 1, !p.toks[i].is("part", "title") || i == 0 || !p.toks[i-1].isAny("name", "gene", "kind") || !p.property(p.toks[next+1:])
	}
	if r == nil || next >= len(p.toks) || p.property(p.toks[next:]) && p.toks[i].text != "call" || trivial(p.toks[next:]) && (p.toks[i].text != "call" || !r.bare()) {
		return 0, false
	}
	return next, true // "rename the todo list groceries"
}

// relabelled finds the new text in "set the label of X to Y", "change the text to Y".
func (p *parser) relabelled(i int) (int, bool) {
	told, replaces := false, false
	for j := range i {
		if p.toks[j].is("part", "weight", "opacity", "border", "corners", "padding", "gap", "shadow", "contrast", "font") && p.toks[i].is("part", "title") {
			return 0, false // "set the weight of the title to regular"
		}
		replaces = replaces || p.toks[j].text == "replace"
		told = told || p.toks[j].is("verb", "make", "give", "rename", "use", "move", "paint", "want") || p.toks[j].is("aux", "should")
	}
	for j := i + 1; j+1 < len(p.toks) && !told; j++ { // the title of the counter should be Steps
		t := p.toks[j]
		if t.kind == mark || t.is("verb") && !p.labelAt(j) {
			return 0, false
		}
		if t.is("aux", "should") && strings.HasSuffix(t.text, "be") && !p.toks[i].is("part", "text") && !p.property(p.toks[j+1:]) {
			return j + 1, true
		}
	}
	if !told {
		return 0, false
	}
	if next := t0(p.toks, i+1); next != nil && p.toks[i].is("part", "title") && some(p.toks[:i], "verb", "give") && !next.is("prep") && next.kind != mark && !next.is("conj") {
		return i + 1, true // "give it the name Kitchen"
	}
	for j := i + 1; j < len(p.toks); j++ {
		t := p.toks[j]
		if t.kind == mark || (t.is("conj") || t.is("verb") && !t.is("verb", "say")) && !p.labelAt(j) {
			return 0, false
		}
		if r, next := (&clause{p: p, toks: p.toks}).np(j + 1); t.is("prep") && t.text != "to" && r != nil && r.the && next < len(p.toks) && (r.cell() || r.head == "kind") {
			j = next - 1 // "den Text auf dem Knopf …"
			continue
		}
		if way, _, more := strings.Cut(t.text, " "); more && t.is("prep", "to") && listed("waysto", way) != "" {
			return 0, false // "get the title down to the bottom" is about its place
		}
		if next := t0(p.toks, j+1); t.text == "to be" || t.is("prep", "to") && next != nil && next.is("be") {
			if t.text == "to be" {
				j--
			}
			return j + 2, j+2 < len(p.toks) && !p.toks[j+2].isAny("prep", "place", "rel", "det", "dir", "as", "inc", "deg") && !p.property(p.toks[j+2:])
		}
		if t.is("prep", "to", "as") || t.is("verb", "say") || t.is("prep", "with") && replaces {
			if some(p.toks[:i], "verb", "move") && someSpot(p.toks[j+1:]) {
				return 0, false // "move the title of the timer to the bottom"
			}
			if j+1 < len(p.toks) && (!p.property(p.toks[j+1:]) || p.toks[i].is("part", "label") && counts(p.toks[j+1:])) {
				return j + 1, true
			}
			return 0, false
		}
	}
	return 0, false
}

// someSpot reports whether all tokens say where: a place, and the small words around it.
func someSpot(toks []*token) bool {
	for _, t := range toks {
		if !t.isAny("place", "side", "dir", "brink", "det", "fill", "deg", "prep") && t.kind != mark {
			return false
		}
	}
	return len(toks) > 0
}

// counts reports whether all tokens are numbers: a label may be one.
func counts(toks []*token) bool {
	for _, t := range toks {
		if !t.counts() {
			return false
		}
	}
	return true
}

// property reports whether all tokens are known values like a colour or a size, so not a text.
func (p *parser) property(toks []*token) bool {
	some := false
	for _, t := range toks {
		switch {
		case t.kind == hex, t.kind == number, t.is("num"), t.is("unit"), t.is("color"), t.is("tone"), t.is("light"), t.is("shade"), t.is("font"), t.is("dim"), t.is("place", "center"), t.is("dir"), t.is("mult"):
			some = true
		case t.isAny("level", "opaque", "edge", "stroke"):
			some = true
		case t.isAny("det", "fill", "prep", "deg", "conj", "part", "as", "also"), t.kind == mark:
		default:
			return false
		}
	}
	return some
}

func t0(toks []*token, i int) *token {
	if i < 0 || i >= len(toks) {
		return nil
	}
	return toks[i]
}
