package reflex

import "strings"

// thisHere takes "this here" apart where nothing follows that it would name: "drop this here" says what and where, "make this
// here bigger" only what.
func (p *parser) thisHere() {
	for i, t := range p.toks {
		if !t.is("det", "this") || !strings.HasSuffix(t.text, " here") || t.end-t.start < len(t.text) || !some(p.toks[:i], "verb", "move") {
			continue
		}
		if next := t0(p.toks, i+1); next != nil && next.kind != mark && !next.isAny("conj", "fill") {
			continue
		}
		here := &token{kind: letters, text: "here", start: t.end - len("here"), end: t.end, senses: []sense{{class: "here", value: "here", lang: "en"}}}
		this := &token{kind: letters, text: "this", start: t.start, end: t.start + len("this"), senses: t.senses}
		p.toks = append(append(p.toks[:i:i], this, here), p.toks[i+1:]...)
		return
	}
}

// setDown takes the "leave" of "leave this here" for putting it there, where a place was pointed at: it stands somewhere else yet.
func (p *parser) setDown() {
	if p.s.Point2 == nil || len(p.toks) < 2 {
		return
	}
	t := p.toks[0]
	head, it, _ := strings.Cut(t.text, " ")
	if listed("setsdown", head) == "" || !some(p.toks, "here") && !some(p.toks, "there") && !strings.HasSuffix(p.toks[1].text, " here") {
		return
	}
	put := &token{kind: letters, text: head, start: t.start, end: t.start + len(head), senses: []sense{{class: "verb", value: "move", lang: "en"}}}
	rest := p.toks[1:]
	if it != "" {
		what := &token{kind: letters, text: it, start: t.end - len(it), end: t.end, senses: []sense{{class: "pron", value: "it", lang: "en"}}}
		rest = append([]*token{what}, rest...)
	}
	p.toks = append([]*token{put}, rest...)
	p.thisHere()
}
