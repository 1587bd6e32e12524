package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// itsPart reads "its buttons" and "their titles" at the pronoun: parts of the cell that was spoken of. nil: no part follows.
func (c *clause) itsPart(r *ref, i int) *ref {
	t := c.toks[i]
	if listed("its", t.text) == "" || t0(c.toks, i+1) == nil {
		return nil
	}
	part, next := c.np(i + 1)
	if part == nil || part.head != "kind" {
		part, next = c.label(&ref{from: i + 1, the: true}, i+1)
	}
	if part == nil || part.head == "kind" && part.value == "any" || part.in != nil || part.indef {
		return nil
	}
	out := *part
	out.from, out.to, out.joined = r.from, next, r.joined
	out.in = &ref{from: i, to: i + 1, head: "its", plural: t.is("pron", "them")}
	return &out
}

// itsCells are the cells that a pronoun's parts are in.
func (p *parser) itsCells(r *ref) ([]act.Target, bool) {
	set, ok := p.pronoun(&ref{head: "pron", plural: r.plural})
	var out []act.Target
	for _, t := range set {
		if t.Node = ""; !has(out, t) {
			out = append(out, t)
		}
	}
	return out, ok && len(out) > 0 && out[0].Cell != ""
}

// keyPhrase takes words that begin with the name of a cell for the part that goes by all of them, "the cpu chart", and returns
// the token after them, 0 where there is no such part.
func (c *clause) keyPhrase(r *ref, i int) int {
	if !c.toks[i].is("gene") || !r.the && i != r.from {
		return 0
	}
	words := c.wordsAt(i)
	senses, n := c.p.labels.longest(words)
	if n < 2 || !c.p.partsName(senses[0].value, joined(words[:n])) {
		return 0
	}
	k, end := i, words[n-1].end+c.toks[i].start
	for k < len(c.toks) && c.toks[k].end <= end {
		k++
	}
	if c.toks[k-1].end != end {
		return 0
	}
	r.head, r.value, r.label = "label", senses[0].value, strings.TrimSpace(c.p.text(c.toks[i].start, end))
	return k
}
