package reflex

import (
	"strings"
)

// alternatives handles free text that a second command might follow: "say milk and make it blue". It is one text unless
// the rest is a command by itself; then the user is asked. Behind a pause it is no text: "call it Milk, and make it blue".
func (p *parser) alternatives() (Result, bool) {
	from, ok := p.payloadStart()
	if !ok || from >= len(p.toks) || p.toks[from].kind == quoted || len(p.forced) > 0 || len(p.toks) > maxTokens || strings.ContainsAny(p.sentence, "\"“”„«»") {
		return Result{}, false
	}
	for k := from + 1; k+1 < len(p.toks); k++ {
		if !p.commandBehind(k) {
			continue
		}
		head := p.text(0, p.toks[from].start)
		whole := read(head+"\""+trimPayload(p.text(p.toks[from].start, len(p.sentence)))+"\"", p.world, nil)
		short := strings.TrimRight(trimPayload(p.text(p.toks[from].start, p.toks[k].start)), ", ")
		parts := read(head+"\""+short+"\" "+p.text(p.toks[k].start, len(p.sentence)), p.world, nil)
		paused := p.toks[k-1].kind == mark && p.toks[k].is("conj")
		switch {
		case whole.result.Route() != Do:
			return Result{}, false
		case paused && len(parts.acts) > 0 && parts.result.Route() == Do, paused && parts.result.Route() == Ask:
			return parts.result, true
		case parts.result.Route() != Do:
			return Result{}, false
		}
		return Result{Conf: 0.5, Ask: &Question{
			Text: "Is “" + p.text(p.toks[k].start, len(p.sentence)) + "” part of the text?",
			Choices: []Choice{
				{Label: "Yes, all of it is text", Acts: whole.result.Acts},
				{Label: "No, the text is “" + short + "”", Acts: parts.result.Acts},
			},
		}}, true
	}
	return p.textAndAside(from)
}

// textAndAside asks where a text goes on with what somebody says of it: "this should say Orders, we use it at the bakery".
func (p *parser) textAndAside(from int) (Result, bool) {
	for k := from + 1; k+2 < len(p.toks); k++ {
		if p.toks[k].kind != mark || p.toks[k].text != "," || listed("asidebehind", p.toks[k+1].text) == "" {
			continue
		}
		head := p.text(0, p.toks[from].start)
		whole := read(head+"\""+trimPayload(p.text(p.toks[from].start, len(p.sentence)))+"\"", p.world, nil)
		short := p.text(0, p.toks[k].start)
		parts := read(short, p.saying(short), nil)
		if whole.result.Route() != Do || parts.result.Route() != Do {
			return Result{}, false
		}
		return Result{Conf: 0.5, Ask: &Question{
			Text: "Is “" + p.text(p.toks[k+1].start, len(p.sentence)) + "” part of the text?",
			Choices: []Choice{
				{Label: "Yes", Acts: whole.result.Acts},
				{Label: "No", Acts: parts.result.Acts},
			},
		}}, true
	}
	return Result{}, false
}

// commandBehind reports whether something that may be a command begins behind the token at k: "and make it blue", ", and the notes
// should be bigger", "and be red".
func (p *parser) commandBehind(k int) bool {
	t, next := p.toks[k], p.toks[k+1]
	thing := t0(p.toks, k+2)
	switch {
	case t.kind == mark && t.text == ",":
		return next.is("verb", "make", "paint", "move", "turn") && thing != nil && thing.isAny("pron", "det")
	case !t.is("conj"):
		return false
	case next.isAny("verb", "undo"):
		return true
	case next.is("be"):
		return k+2 < len(p.toks) && p.property(p.toks[k+2:])
	case p.toks[k-1].kind == mark:
		r, end := (&clause{p: p, toks: p.toks}).np(k + 1)
		return r != nil && end < len(p.toks) && p.toks[end].is("aux", "should")
	}
	return false
}
