package reflex

import "cellshell/evolve/act"

// fewestKeys are the buttons a cell has at least that people call keys.
const fewestKeys = 9

// onKeypad leaves those of some buttons that are on a keypad, where keys are spoken of: "the plus key" is no button of a counter. All
// of them are left where there is no keypad, or one is pointed at that is on none.
func (p *parser) onKeypad(among []act.Target) []act.Target {
	if !p.has("kind", "button") || len(p.pointedIn(among)) > 0 {
		return among
	}
	for _, t := range p.toks {
		if t.is("kind", "button") && listed("keys", t.text) == "" {
			return among
		}
	}
	keys := keep(among, func(t act.Target) bool { return len(p.pushables(t.Cell)) >= fewestKeys })
	if len(keys) == 0 {
		return among
	}
	return keys
}

// offPanel leaves those of some things that stand in windows, where there are any: who means the panel's says so, or points at it. What is to
// go is not guessed.
func (p *parser) offPanel(among []act.Target) []act.Target {
	if len(among) < 2 || len(p.pointedIn(among)) > 0 || p.has("verb", "remove", "hide") {
		return among
	}
	if those := keep(among, func(t act.Target) bool { return p.s.cell(t.Cell).Kind != "panel" }); len(those) > 0 {
		return those
	}
	return among
}
