package reflex

import "slices"

// partAtFault reads "its text is tiny, double it": what is wrong with the letters is said first, and the "it" of the wish behind
// it is them, not all that they are on.
func (p *parser) partAtFault() {
	end := slices.IndexFunc(p.toks, func(t *token) bool { return t.kind == mark && t.text != ":" })
	if end < 3 || end+1 >= len(p.toks) {
		return
	}
	be := slices.IndexFunc(p.toks[:end], func(t *token) bool { return t.is("be") })
	if be < 1 || !some(p.toks[:be], "part", "text", "font") || some(p.toks[:end], "verb") && !some(p.toks[be:end], "verb") {
		return
	}
	if !slices.ContainsFunc(p.toks[be:end], func(t *token) bool { return t.isAny("dim", "strong", "complaint") }) {
		return
	}
	wish := p.toks[end+1:]
	it := slices.IndexFunc(wish, func(t *token) bool {
		return t.is("pron") || t.is("det", "this", "that", "these", "those")
	})
	if it < 0 || !slices.ContainsFunc(wish, func(t *token) bool { return t.isAny("dim", "mult", "num", "unit", "inc") }) ||
		slices.ContainsFunc(wish, func(t *token) bool { return t.isAny("gene", "name", "kind", "cellkind", "part", "all") }) {
		return
	}
	p.toks = slices.Concat(wish[:it], p.toks[:be], wish[it+1:])
	p.note("took the letters for what is meant")
}
