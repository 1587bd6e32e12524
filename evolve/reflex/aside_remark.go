package reflex

import "cellshell/evolve/act"

// remarksOnly answers a sentence that only says how good things are now: "exactly right", "yes, that's how I wanted it", "the clock
// looks better now". It reports whether that is all it says.
func (p *parser) remarksOnly(toks []*token) bool {
	for len(toks) > 1 && (toks[0].kind == mark || toks[0].isAny("chat", "yes", "conj") && !toks[0].isAny("dir", "side") || p.aroundAnswer(toks[0]) && listed("remarked", toks[0].text) == "" && !toks[0].is("yes")) {
		if p.says("remarked", toks) != "" {
			break
		}
		toks = toks[1:]
	}
	for len(toks) > 1 && (toks[len(toks)-1].kind == mark || toks[len(toks)-1].is("chat", "thanks")) {
		toks = toks[:len(toks)-1]
	}
	if p.says("remarked", toks) != "" {
		p.plain("thanks", act.Chitchat, "")
		return true
	}
	for i := 1; i < len(toks); i++ {
		if p.says("remarkedof", toks[i:]) == "" {
			continue
		}
		if r, next := (&clause{p: p, toks: toks}).np(0); r != nil && next == i {
			return p.remarked()
		}
	}
	return false
}
