package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// onlyFigures reads "no, I meant only the digits" after something was done to a whole cell: it is done to what shows figures in it, and
// what is said next goes on about those.
func (p *parser) onlyFigures(toks []*token, said bool) []act.Act {
	if !someListed(toks, "figures") || !p.namesFigures(toks, &said) || !said {
		return nil
	}
	var out []act.Act
	for _, a := range p.s.LastActs {
		found := p.figuresIn(a.Target)
		if a.Target.Node != "" || len(found) == 0 || !spreads(a) || a.Intent == act.Border || a.Args.LikeCell != "" || a.Args.Part == "background" || a.Args.Axis != "" {
			return nil
		}
		for _, t := range found {
			a.Target = t
			out = append(out, a)
		}
	}
	return out
}

// namesFigures reports whether tokens name the figures of something and nothing else, "only the digits", "not the whole clock, just the
// numbers". said becomes true where it is said what is not meant.
func (p *parser) namesFigures(toks []*token, said *bool) bool {
	named := false
	for _, piece := range pieces(toks) {
		if piece[0].is("neg") && len(piece) > 1 {
			*said = true
			continue
		}
		for i, t := range piece {
			switch {
			case !named && listed("figures", t.text) == "digits":
				named = true
			case t.isAny("only", "det", "fill", "person", "correct", "even") || listed("amends", t.text) != "" || listed("keepsonly", t.text) != "":
			case named && i > 0 && (t.isAny("prep", "gene", "cell", "name") || t.is("kind", "any")): // "the digits of the clock"
			default:
				return false
			}
		}
	}
	return named
}

// notWhole is what stands behind "not the whole thing, only" and "not all of it, just", nil where that is not said.
func notWhole(toks []*token) []*token {
	for i, t := range toks {
		switch {
		case i == 0 && !t.is("neg"):
			return nil
		case t.kind != mark && !t.is("conj"):
			continue
		}
		if i+1 < len(toks) && slices.ContainsFunc(toks[:i], func(o *token) bool { return o.is("all") || listed("wholly", o.text) != "" }) {
			return toks[i+1:]
		}
		return nil
	}
	return nil
}
