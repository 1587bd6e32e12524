package reflex

import "cellshell/evolve/act"

// tinted are the things that were given a colour and were given no other since.
func (p *parser) tinted(color string) []act.Target {
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
