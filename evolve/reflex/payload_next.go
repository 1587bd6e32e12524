package reflex

import "cellshell/evolve/act"

// nextText sets aside the text of a sentence that goes on with texts: after "write Sign in on save", "and Forget it on the
// other one", or "and cancel as Never mind".
func (p *parser) nextText() bool {
	last := p.s.LastActs
	if len(last) == 0 || last[0].Intent != act.SetText && last[0].Intent != act.Rename || len(p.toks) < 4 || !p.toks[0].is("conj", "and") && p.toks[0].text != "then" {
		return false
	}
	c := &clause{p: p, toks: p.toks}
	if r, next := c.np(1); r != nil && (r.head == "label" || r.cell()) && next+1 < len(p.toks) && p.toks[next].is("prep", "as", "to") && p.toks[next+1].kind != quoted && !p.property(p.toks[next+1:]) {
		p.toks[next].senses = []sense{{class: "prep", value: "to", lang: "en"}}
		p.setAside(next+1, len(p.toks), trimPayload(p.typed(p.toks[next+1:])))
		return true
	}
	for i := len(p.toks) - 2; i > 1; i-- {
		if !p.toks[i].is("prep", "on") {
			continue
		}
		r, next := c.np(i + 1)
		if r == nil || next != len(p.toks) || p.toks[1].kind == quoted || p.property(p.toks[1:i]) || some(p.toks[1:i], "part") {
			continue
		}
		p.setAside(1, i, trimPayload(p.typed(p.toks[1:i])))
		p.toks[0].senses = []sense{{class: "verb", value: "move", lang: "en"}} // as "put"
		return true
	}
	return false
}
