package reflex

import "strings"

// looksFirst reads what several looks are for that are said before it, "bold and italic for the form's title": none of them is
// about what was changed last. nil: the sentence is none of that.
func (p *parser) looksFirst(segments [][]*token) *clause {
	if at := p.s.Point; p.said != nil || len(segments) < 2 || at != nil && at.Given && at.Cell != "" {
		return nil
	}
	for i, toks := range segments {
		c := &clause{p: p, toks: toks}
		if c.commands() {
			return nil
		}
		c.find()
		c.forget()
		if len(c.refs) == 0 {
			continue
		}
		r := c.refs[0]
		if i == 0 || r.from == 0 || len(c.refs) != 1 || r.bare() || r.indef || r.to != len(toks) {
			return nil
		}
		if prev := toks[r.from-1]; !prev.is("prep", "for", "on", "of", "in") && prev.kind != mark && !strings.Contains(p.text(prev.end, toks[r.from].start), ":") {
			return nil
		}
		set, ok := p.tried(r)
		if !ok {
			return nil
		}
		return &clause{p: p, refs: c.refs, targets: set, done: true}
	}
	return nil
}
