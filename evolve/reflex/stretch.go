package reflex

import "strings"

// stretch is what stands between two pauses.
type stretch struct {
	toks     []*token
	from, to int  // bytes of the sentence, without the pause
	besides  bool // it is no part of the wish
	muses    bool // it says nothing, about nothing
}

// stretches cuts a sentence at its pauses, before what says why, and before the wish that follows from something.
func (p *parser) stretches() []stretch {
	q := &parser{world: p.world, sentence: p.sentence}
	q.toks = q.tag(loadLexicon().unbent(contracted(split(p.sentence)), p.names.has))
	var out []stretch
	from := 0
	cut := func(to int) {
		if to > from {
			out = append(out, stretch{toks: q.toks[from:to], from: q.toks[from].start, to: q.toks[to-1].end})
		}
		from = to
	}
	for i, t := range q.toks {
		switch {
		case t.kind == mark:
			cut(i)
			from = i + 1
		case i == 0:
		case dashed(p.text(q.toks[i-1].end, t.start)), listed("whyword", t.text) == "because":
			cut(i)
		case i+1 == len(q.toks) || t.text != "so" && t.text != "and" || dashed(p.text(t.end, q.toks[i+1].start)):
		case q.commands(i+1, true), t.text == "so" && q.begins(i+1):
			cut(i)
		}
	}
	cut(len(q.toks))
	return out
}

// begins reports whether a thing is named at token i, of which something may be wished: "… so everything needs to be bigger".
func (p *parser) begins(i int) bool {
	return p.toks[i].isAny("gene", "name", "all", "pron") || p.toks[i].is("det", "the") || listed("person", p.toks[i].text) != ""
}

// dashed reports whether what stands between two words is a pause.
func dashed(between string) bool {
	return strings.ContainsAny(between, "–—…") || strings.Contains(between, " - ")
}
