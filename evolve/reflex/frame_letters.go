package reflex

import (
	"cellshell/evolve/act"
)

// allLetters reads "the letters are too small for me" where nothing is named or pointed at: the letters of everything, unless
// something else was at hand, then the user says which.
func (c *clause) allLetters() ([]act.Target, bool) {
	s := c.p.s
	if c.before != nil || len(c.refs) > 0 || s.Point != nil || len(s.Selection) > 0 || len(c.drafts) == 0 || !some(c.toks, "complaint") || c.lettersLast(false) {
		return nil, false
	}
	for _, d := range c.drafts {
		if d.Intent != act.TextStyle || d.Args.Factor == 0 {
			return nil, false
		}
	}
	part := -1
	for i, t := range c.toks {
		if t.is("part", "text", "font") {
			part = i
		}
	}
	if part < 1 || !c.toks[part-1].is("det", "the", "my", "all") {
		return nil, false
	}
	if s.Last == nil || len(s.LastActs) > 0 && s.LastActs[len(s.LastActs)-1].Intent == act.Spawn {
		return c.p.everything(), true
	}
	return nil, false
}
