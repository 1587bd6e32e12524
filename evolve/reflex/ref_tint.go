package reflex

import "cellshell/evolve/act"

// tinted are those of some things that are of a colour: those that were given it and no other since, and those that are seen in it.
func (p *parser) tinted(color string, among []act.Target) []act.Target {
	given := p.given(color)
	var written []act.Target // in it, on a plain ground
	out := keep(among, func(t act.Target) bool {
		ground, letters := has(given, t), false
		if p.s.Shows != nil && !ground {
			ground, letters = p.s.Shows(t, color)
		}
		if letters && !ground {
			written = append(written, t)
		}
		return ground
	})
	if len(out) == 0 {
		return written
	}
	return out
}

// given are the things that were given a colour and were given no other since.
func (p *parser) given(color string) []act.Target {
	if p.s.Deeds == nil {
		return nil
	}
	var seen, out []act.Target
	for _, d := range p.s.Deeds() {
		for _, a := range d.Acts {
			if a.Intent != act.Recolor && a.Intent != act.Spawn || a.Args.Color == "" || a.Args.Part != "" && a.Args.Part != "background" {
				continue
			}
			t := a.Target
			if a.Intent == act.Spawn {
				t = d.Target
			}
			if has(seen, t) {
				continue
			}
			if seen = append(seen, t); a.Args.Color == color {
				out = append(out, t)
			}
		}
	}
	return out
}
