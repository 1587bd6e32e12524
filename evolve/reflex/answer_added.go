package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// addedSo reads "put it at the top right" after it was asked whether to add what is not here: it is added, and is so from the
// beginning. "It" is nothing else then.
func (p *parser) addedSo(q *Question) (Result, bool) {
	if len(q.Choices) == 0 || len(q.Choices[0].Acts) != 1 || q.Choices[0].Acts[0].Intent != act.Spawn {
		return Result{}, false
	}
	c := &clause{p: p, toks: p.toks}
	c.find()
	bare := len(c.refs) > 0
	for _, r := range c.refs {
		bare = bare && (r.head == "pron" && !r.plural || r.head == "this" && r.bare())
	}
	if !bare || p.s.Point != nil && p.s.Point.Given || some(p.toks, "undo") || some(p.toks, "no") || some(p.toks, "yes") {
		return Result{}, false
	}
	add := q.Choices[0].Acts[0]
	name := add.Args.Gene
	if g := p.gene(name); g != nil {
		name = strings.ToLower(g.Title)
	}
	said := "add a " + name + " and " + p.sentence
	sub := read(said, p.saying(said), nil)
	if acts := sub.result.Acts; sub.open == nil && sub.result.Route() == Do && len(acts) == 1 && acts[0].Intent == act.Spawn && acts[0].Args.Gene == add.Args.Gene && acts[0] != add {
		return sub.result, true
	}
	return Result{Ask: q, Conf: 0.5, Why: []string{"what it is about is not here yet"}}, true
}
