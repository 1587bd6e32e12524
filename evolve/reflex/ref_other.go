package reflex

import "cellshell/evolve/act"

// elsewhereThan are the cells but those pointed at and changed last: what "the other one" may be where a window is meant.
func (p *parser) elsewhereThan(cells []string) []act.Target {
	out := p.everything()
	for _, id := range cells {
		out = keep(out, func(t act.Target) bool { return t.Cell != id })
	}
	return out
}

// windowed reports whether the sentence does what is done to windows, never to a button: "close", "minimise".
func (p *parser) windowed() bool {
	for _, t := range p.toks {
		if t.is("verb", "remove", "hide") && listed("windows", t.text) != "" {
			return true
		}
	}
	return false
}

// fresh reports whether one of several was added lately, or counts on from another.
func (p *parser) fresh(among []act.Target) bool {
	for _, a := range p.s.LastActs {
		if a.Intent == act.Spawn {
			return true
		}
	}
	for _, t := range among {
		if base(t.Cell) != t.Cell {
			return true
		}
	}
	return false
}
