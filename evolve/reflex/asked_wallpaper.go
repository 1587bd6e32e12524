package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// askedWallpaper reads a colour alone, "ok, just a plain pink then", after a question about the wallpaper: the wallpaper is meant,
// and not what was spoken of before.
func (p *parser) askedWallpaper() bool {
	if !p.waiting() || slices.ContainsFunc(p.s.Pending.Choices, func(c Choice) bool {
		return slices.ContainsFunc(c.Acts, func(a act.Act) bool { return a.Intent != act.Wallpaper })
	}) {
		return false
	}
	from, to, color := 0, 0, false
	for i, t := range p.toks {
		switch {
		case t.isAny("color", "tone") || t.kind == hex:
			color = true
			fallthrough
		case t.isAny("shade", "light") || t.is("cast"):
			if to == 0 {
				from = i
			}
			to = i + 1
		case t.is("det", "a", "the"), t.isAny("fill", "pron", "conj", "only", "even", "chat", "yes", "aux", "person"), t.is("verb", "make", "paint", "use", "want"), t.kind == mark, t.text == "then", t.text == "plain":
		default:
			return false
		}
	}
	if !color {
		return false
	}
	s := *p.s
	s.Pending = nil
	if r, ok := p.to(&s).reading("change the wallpaper to " + p.typed(p.toks[from:to])); ok && r.Route() == Do {
		p.result = r
		p.note("took the colour for that of the wallpaper")
		return true
	}
	return false
}
