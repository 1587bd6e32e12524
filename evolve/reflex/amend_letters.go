package reflex

import "cellshell/evolve/act"

// relettered reads "not the box, I mean the letters" after something was made bigger or smaller: its letters are, not the thing.
func (p *parser) relettered(toks []*token, said bool) []act.Act {
	letters := false
	for i, t := range toks {
		switch {
		case t.is("part", "text", "font"):
			letters = true
		case i == 0 && t.is("neg"), t.isAny("det", "person", "even", "only", "conj", "correct", "cellkind") || t.is("fill") || t.kind == mark, listed("amends", t.text) != "", listed("itself", t.text) != "":
			said = said || t.is("neg")
		default:
			return nil
		}
	}
	if !letters || !said {
		return nil
	}
	return p.eachLast(func(a *act.Act) bool {
		g := a.Args
		if a.Intent != act.Resize || g.Factor == 0 || g.Axis != "" || g.LikeCell != "" {
			return false
		}
		a.Intent, a.Args = act.TextStyle, act.Args{Factor: g.Factor}
		return true
	})
}
