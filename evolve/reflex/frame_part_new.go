package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// newPart reads what adds a part to a cell, "there should be a third button in here called Help", "under that put another
// line": that is new code, in the cell that is named or pointed at.
func (c *clause) newPart() bool {
	if !c.furnishes() {
		return false
	}
	at := slices.IndexFunc(c.refs, func(r *ref) bool {
		return r.indef && r.head == "kind" && r.value != "any" && !c.compared(r) && !c.relative(r) && !c.prepBefore(r)
	})
	if at < 0 || slices.ContainsFunc(c.refs, func(r *ref) bool { return r.indef && r.cell() }) {
		return false
	}
	p, set := c.p, []act.Target(nil)
	for i, r := range c.refs {
		if got, ok := p.tried(r); i != at && ok && len(got) == 1 && got[0].Cell != "" {
			set = got
		}
	}
	if pt := p.s.Point; len(set) == 0 && pt != nil && pt.Cell != "" {
		set = []act.Target{pt.Target}
	}
	c.takeAll()
	p.ask = &Question{Text: "That needs new code, which takes a language model."}
	if len(set) == 0 {
		p.result.Acts = []act.Act{p.wishFor(act.Target{})}
		return true
	}
	p.wish = act.Target{Cell: set[0].Cell}
	return true
}

// furnishes reports whether a clause wants something to be there that is not yet.
func (c *clause) furnishes() bool {
	if c.one("verb", "copy") != nil || c.hasAny("color", "dim") {
		return false
	}
	begins, _ := findPhrase("furnishes", uttered(c.toks))
	return c.verb("add", "want") != nil || begins != ""
}
