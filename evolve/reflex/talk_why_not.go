package reflex

import "strings"

// whyNot is the wish behind "why won't this get any bigger?", "make this bigger", for somebody who is to be told how that is
// said; "" where a question asks for no such reason. Nothing here refuses to be otherwise: it was not said so that it was understood.
func (p *parser) whyNot(toks []*token, lead *token) string {
	i := 0
	for i < len(toks) && toks[i] != lead {
		i++
	}
	for i++; i < len(toks) && (toks[i].isAny("aux", "neg", "be", "fill") || listed("wont", toks[i].text) != ""); i++ {
		if toks[i].is("q") {
			return ""
		}
	}
	denied := false
	for _, t := range toks[:min(i, len(toks))] {
		denied = denied || t.is("neg") || denies(p.text(t.start, t.end))
	}
	r, next := (&clause{p: p, toks: toks}).np(i)
	if r == nil || !denied {
		return ""
	}
	from := next
	for from < len(toks) && (toks[from].isAny("be", "fill", "det") || listed("becoming", toks[from].text) != "" || listed("getting", toks[from].text) != "") {
		from++
	}
	if from >= len(toks) || !toks[from].isAny("dim", "color", "light", "shade", "font") || toks[from].is("verb", "resize") {
		return ""
	}
	return "make " + p.typed(toks[r.from:next]) + " " + strings.Trim(p.text(toks[from].start, len(p.sentence)), " ?!.")
}
