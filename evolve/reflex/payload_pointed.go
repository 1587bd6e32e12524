package reflex

import "cellshell/evolve/act"

// textPointed reads "change it to ring grandma" said of a text, where nothing else was understood: what it shall read.
func textPointed(w *world, sentence string) (Result, bool) {
	at := w.s.Point
	p := &parser{world: w, sentence: sentence}
	if at == nil || !at.Given || !p.onlyText([]act.Target{at.Target}) {
		return Result{}, false
	}
	toks := p.tag(split(sentence))
	for len(toks) > 0 && (toks[0].is("fill") || toks[0].kind == mark) {
		toks = toks[1:]
	}
	if len(toks) < 4 || listed("rewrites", toks[0].text) == "" || !toks[1].is("pron", "it") && !toks[1].is("det", "this", "that") {
		return Result{}, false
	}
	if toks[2].text == "out" && len(toks) > 4 { // "swap this out for …"
		toks = append(toks[:2:2], toks[3:]...)
	}
	if other := listed("rewrites", toks[0].text) == "other"; !other && !toks[2].is("prep", "to", "into") || other && toks[2].text != "for" && toks[2].text != "with" && toks[2].text != "by" {
		return Result{}, false
	}
	if first := toks[3]; first.isAny("det", "inc", "person", "q", "as", "aux", "be", "color", "font", "shade", "dim", "light", "tone", "style", "gstyle", "stroke", "opaque", "gene", "name", "kind", "shape", "mult") || listed("vaguely", first.text) != "" {
		return Result{}, false // "change it to a 12 hour one" asks for something else
	}
	text := trimPayload(p.text(toks[3].start, len(sentence)))
	if text == "" {
		return Result{}, false
	}
	whole := []act.Act{{Intent: act.SetText, Target: at.Target, Args: act.Args{Text: text}}}
	p.toks = toks
	for k := 4; k+2 < len(toks); k++ {
		if !p.commandBehind(k) || !toks[k+2].is("pron") {
			continue
		}
		r, ok := w.reading(p.text(toks[k+1].start, len(sentence)))
		if short := trimPayload(p.text(toks[3].start, toks[k].start)); ok && r.Route() == Do && short != "" { // "… and make it bold"
			first := act.Act{Intent: act.SetText, Target: at.Target, Args: act.Args{Text: short}}
			return Result{
				Acts: append([]act.Act{first}, r.Acts...), Conf: sure, Why: []string{"what it shall read ends before the next order"},
				Others: []Choice{{Label: "All of it is text", Acts: whole}},
			}, true
		}
	}
	return Result{Acts: whole, Conf: 0.8, Why: []string{"the rest is what it shall read"}}, true
}
