package reflex

import "strings"

// saidHow are the tokens behind a text from token from on that say how it is written, "… in capitals", "…, in bold and red":
// they are no words of it. A mark before them lets them be read on their own.
func (p *parser) saidHow(from int) []*token {
	for i := from + 1; i < len(p.toks); i++ {
		t := p.toks[i]
		if t.kind == mark && t.text == "," && i+1 < len(p.toks) && lettersOnly(p.toks[i+1:]) && (some(p.toks[i+1:], "font") || some(p.toks[i+1:], "part")) {
			return p.toks[i:]
		}
		if !(t.is("prep", "in") && english(t) || t.is("font") && (strings.HasPrefix(t.text, "in ") || strings.HasPrefix(t.text, "all "))) || !lettersOnly(p.toks[i:]) {
			continue
		}
		pause := &token{kind: mark, text: ",", start: t.start, end: t.start}
		letters := &token{kind: letters, text: "letters", start: t.start, end: t.start, senses: []sense{{class: "part", value: "text", lang: "en"}}}
		return append([]*token{pause, letters}, p.toks[i:]...)
	}
	return nil
}

// lettersOnly reports whether tokens say nothing but how letters are.
func lettersOnly(toks []*token) bool {
	how := false
	for _, t := range toks {
		switch {
		case t.isAny("font", "color"):
			how = true
		case t.is("prep", "in"), t.is("det", "a"), t.is("part", "text", "font", "color"), t.is("conj", "and"), t.isAny("cast", "shade"), t.is("fill"), t.is("dim", "bigger"), t.kind == mark:
		default:
			return false
		}
	}
	return how
}
