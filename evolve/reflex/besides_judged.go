package reflex

import (
	"slices"
	"strings"
)

// What is found of a thing besides a wish is why it is wished, and no second wish: "can the notes have bigger letters? they're tiny",
// "make the date black, that grey is hard to read". Alone, or with a "too", it would be one.

// judges reports whether a stretch only says how something is found: what the other stretches wish, "it", or the colour or the
// letters that it has; ahead of them also what it names.
func (p *parser) judges(toks []*token, ahead bool) bool {
	toks = withoutLead(toks)
	if len(toks) < 2 || slices.ContainsFunc(toks, func(t *token) bool {
		return t.isAny("neg", "aux", "inc", "num", "also")
	}) {
		return false
	}
	if toks[0].is("person") && toks[1].is("complaint") { // "I can't read that grey"
		return p.foundOf(toks[2:], false)
	}
	i := copula(toks)
	return i > 0 && p.foundOf(toks[:i], ahead) && judged(toks[i+1:])
}

// judgedOf is the thing by its name that a stretch says how it is found of, "" without one: "the title of the notes".
func (p *parser) judgedOf(toks []*token) string {
	toks = withoutLead(toks)
	i := copula(toks)
	if name, _ := p.speaksOf(toks); i <= 0 || name == "" || !judged(toks[i+1:]) {
		return ""
	}
	return p.typed(toks[:i])
}

// withoutLead are the tokens of a stretch without the small words that it begins with, and the marks at its end.
func withoutLead(toks []*token) []*token {
	for len(toks) > 1 && (toks[0].isAny("fill", "even", "chat") && !toks[0].is("fill", "ask") || listed("whyword", toks[0].text) == "because") {
		toks = toks[1:]
	}
	for len(toks) > 1 && toks[len(toks)-1].kind == mark {
		toks = toks[:len(toks)-1]
	}
	return toks
}

// copula is the place of the "is" or "looks" between what tokens speak of and how that is found, -1 without one.
func copula(toks []*token) int {
	for i, t := range toks {
		if i > 0 && i+1 < len(toks) && (t.is("be") || listed("finite", t.text) != "") {
			return i
		}
	}
	return -1
}

// foundOf reports whether tokens are what something is found of.
func (p *parser) foundOf(toks []*token, ahead bool) bool {
	named := false
	for _, t := range toks {
		switch {
		case t.isAny("pron", "color", "part") && !t.is("part", "title"), t.is("det"), t.is("shade"):
		case ahead && (t.isAny("gene", "name", "kind", "part", "prep", "cellkind") || p.labelled(t)):
			named = true
		default:
			return false
		}
	}
	return named || ahead || !slices.ContainsFunc(toks, func(t *token) bool { return t.is("det", "the", "my") && len(toks) > 1 })
}

// judged reports whether tokens say how something is, without comparing it and without a "too": "tiny", "so very small", "hard to read".
func judged(toks []*token) bool {
	last := toks[len(toks)-1]
	if slices.Contains(strings.Fields(last.text), "too") {
		return false
	}
	for _, t := range toks[:len(toks)-1] {
		if !t.isAny("deg", "fill") && listed("rather", t.text) == "" && listed("finite", t.text) == "" {
			return false
		}
	}
	return last.is("complaint") || last.isAny("dim", "light", "shade", "thick") && !comparison(last)
}

// judgedOnly reads a clause that only says how a thing by its name is found, "the writing of the clock looks tiny": what the next ones
// speak of. A size that is said so is none to be.
func (c *clause) judgedOnly() bool {
	toks := withoutLead(c.toks)
	i := copula(toks)
	if i <= 0 || i+2 != len(toks) || !toks[i+1].is("dim") || !judged(toks[i+1:]) || !c.p.foundOf(toks[:i], true) || len(c.refs) > 0 && !c.named() {
		return false
	}
	for _, r := range c.refs {
		if set, ok := c.p.resolve(r); ok && !r.bare() {
			c.targets, c.done = set, true
		}
	}
	return true
}

// wantsChange reports whether a stretch says that something shall be otherwise.
func wantsChange(toks []*token) bool {
	return slices.ContainsFunc(toks, func(t *token) bool {
		return t.isAny("verb", "aux", "inc") && !t.isAny("stmt", "gene") || t.is("dim") && comparison(t)
	})
}
