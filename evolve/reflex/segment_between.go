package reflex

import (
	"slices"
	"strings"
)

// amidstEdge reports whether a conjunction at token i joins what something is between, one of them an edge.
func (p *parser) amidstEdge(cur []*token, i int) bool {
	edge := func(t *token) bool {
		return t.is("place", "left", "right", "top", "bottom") || t.is("brink")
	}
	between := slices.IndexFunc(cur, func(t *token) bool { return t.is("between") })
	if between < 0 {
		return false
	}
	next := i + 1
	for next < len(p.toks) && p.toks[next].is("det") {
		next++
	}
	return next < len(p.toks) && edge(p.toks[next]) || slices.ContainsFunc(cur[between:], edge)
}

// amidstTwo reports whether a conjunction at token i joins the two things that a room is between, and how large it shall be
// follows them.
func (p *parser) amidstTwo(cur []*token, i int) bool {
	between := slices.IndexFunc(cur, func(t *token) bool {
		return t.is("between") || t.is("part", "gap") && strings.HasSuffix(t.text, "between")
	})
	if between < 0 || some(cur[between:], "conj") || !some(cur, "part", "gap") {
		return false
	}
	for j := i + 1; j < len(p.toks) && p.toks[j].kind != mark && !p.toks[j].is("conj") && !p.toks[j].is("verb", "make", "move"); j++ {
		if p.toks[j].counts() && p.toks[j-1].is("prep", "to", "by") {
			return true
		}
	}
	return false
}
