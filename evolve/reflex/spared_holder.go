package reflex

import "strings"

// sparedHolder leaves out that what holds a text shall stay as it is where only its text is to be changed: "make the text of
// the button red, but not the button itself".
func (p *parser) sparedHolder() {
	for i, t := range p.toks {
		if !(t.is("except") && strings.HasPrefix(t.text, "but not")) && t.text != "not" || !some(p.toks[:i], "part", "text", "font", "label") {
			continue
		}
		held := false
		for _, o := range p.toks[i+1:] {
			switch {
			case o.isAny("kind", "cellkind"):
				held = true
			case o.isAny("det", "pron", "fill"), o.kind == mark:
			default:
				return
			}
		}
		if !held {
			return
		}
		for i > 1 && (p.toks[i-1].kind == mark || p.toks[i-1].is("conj")) {
			i--
		}
		p.toks = p.toks[:i]
		p.note("left out what shall stay as it is")
		return
	}
}
