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

// beside are the things of a sort that stand in one cell with what was spoken of: "the other buttons" after one of them.
func (p *parser) beside(r *ref, of []act.Target) []act.Target {
	if len(of) == 0 || of[0].Node == "" || !p.pushable(of[0]) || r.head != "kind" || r.in != nil {
		return nil
	}
	cell := p.s.cell(of[0].Cell)
	kind := cell.node(of[0].Node).Kind
	if r.value != "any" && r.value != kind {
		return nil
	}
	return keep(p.pushables(of[0].Cell), func(t act.Target) bool { return cell.node(t.Node).Kind == kind })
}
