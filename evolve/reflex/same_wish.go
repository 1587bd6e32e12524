package reflex

import "cellshell/evolve/act"

// toRepeat is what "the same" means: what the last sentence wished though nothing came of it where it was said, "a pill shape
// for this one", else what was done last. After a sentence that nobody understood it is nothing: what was done before that is
// not what anybody means.
func (p *parser) toRepeat() []act.Act {
	switch {
	case p.s.Unheard:
		return nil
	case len(p.s.Wished) > 0:
		return p.s.Wished
	}
	return p.s.LastActs
}

// targetsOf are what acts are about.
func targetsOf(acts []act.Act) []act.Target {
	var out []act.Target
	for _, a := range acts {
		if a.Target.Cell != "" && !has(out, a.Target) {
			out = append(out, a.Target)
		}
	}
	return out
}
