package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// wondered asks whether what a sentence comes to without the words that nobody knows shall be done. It says what would be
// done: the sentence with holes in it is no English. Where there is a model it is told the wish.
func (o wording) wondered(r Result, first *parser) Result {
	return Result{
		Acts: first.result.Acts, Conf: 0.5, Unknown: o.dropped, Why: r.Why, Lost: true,
		Ask: &Question{
			Text:    "I do not know " + quotes(o.dropped) + ". Shall I " + first.s.would(r.Acts) + "?",
			Choices: []Choice{{Label: "Yes", Acts: r.Acts}, {Label: "No"}},
		},
	}
}

// guessesRemoval reports whether what shall be done is not known, or to what, and what is left of the sentence would take
// something away: "cross this out", "slett hjemmekatalogen". One keypress must not be that near to a loss.
func (o wording) guessesRemoval(r Result, first, left *parser) bool {
	verb := first.toks[0]
	unnamed := !slices.ContainsFunc(left.toks, func(t *token) bool {
		return t.isAny("gene", "name", "kind", "cellkind", "pron", "all", "style", "gstyle", "part") || t.is("det", "this", "that", "these", "those")
	})
	return (unnamed || slices.Contains(o.dropped, first.text(verb.start, verb.end))) && slices.ContainsFunc(r.Acts, func(a act.Act) bool { return a.Intent == act.Remove })
}

// would tells what acts would do: "make Clock red".
func (s *Scene) would(acts []act.Act) string {
	return act.Wish(acts, act.NamesOf(acts, s.name, s.titled, unsaid))
}

// titled is what a person calls a gene.
func (s *Scene) titled(gene string) string {
	for i := range s.Genes {
		if s.Genes[i].Name == gene && s.Genes[i].Title != "" {
			return s.Genes[i].Title
		}
	}
	return gene
}

// inquires reports whether a sentence wants to be told something: without one of its words it may look like an order.
func (p *parser) inquires() bool {
	i := 0
	for i < len(p.toks)-1 && p.toks[i].leads() {
		i++
	}
	return len(p.toks) > 0 && p.toks[i].is("q") && !p.modal()
}

// leads reports whether a token may stand before what a sentence begins with.
func (t *token) leads() bool {
	return t.kind == mark || t.isAny("conj", "chat") || t.is("fill", "fill")
}

// modal reports whether a sentence begins as a polite wish may: "could it …", "and might the form …".
func (p *parser) modal() bool {
	for _, t := range p.toks {
		if listed("modal", t.text) != "" {
			return true
		}
		if !t.leads() {
			return false
		}
	}
	return false
}

// denies reports whether a word ends in a "not": what is left without it is the opposite.
func denies(word string) bool {
	word = strings.ReplaceAll(fold(word), "’", "'")
	return strings.HasSuffix(word, "n't") || strings.HasSuffix(word, "nt") && listed("modal", strings.TrimSuffix(word, "nt")) != ""
}

// unsaid is what a scene knows of what a cell does in a style: nothing but its name.
func unsaid(_, _ string) string { return "" }
