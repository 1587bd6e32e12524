package reflex

import (
	"strings"
)

// alternatives handles free text that a second command might follow: "say milk and make it blue". It is one text unless
// the rest is a command by itself; then the user is asked.
func (p *parser) alternatives() (Result, bool) {
	from, ok := p.payloadStart()
	if !ok || from >= len(p.toks) || p.toks[from].kind == quoted || len(p.forced) > 0 || len(p.toks) > maxTokens || strings.ContainsAny(p.sentence, "\"“”„«»") {
		return Result{}, false
	}
	for k := from + 1; k+1 < len(p.toks); k++ {
		if !p.toks[k].is("conj") || !(p.toks[k+1].is("verb") || p.toks[k+1].is("undo")) {
			continue
		}
		head := p.text(0, p.toks[from].start)
		whole := read(head+"\""+trimPayload(p.text(p.toks[from].start, len(p.sentence)))+"\"", p.world, nil)
		short := trimPayload(p.text(p.toks[from].start, p.toks[k].start))
		parts := read(head+"\""+short+"\" "+p.text(p.toks[k].start, len(p.sentence)), p.world, nil)
		if whole.result.Route() != Do || parts.result.Route() != Do {
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
	return Result{}, false
}
