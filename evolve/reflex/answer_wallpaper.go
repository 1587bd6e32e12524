package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// wallpaperSo reads "just a plain dusty pink then" where it was asked which wallpaper: it is a colour for that, not for a thing.
func (p *parser) wallpaperSo(q *Question) (Result, bool) {
	toks := p.answering()
	if !papers(q) || len(toks) == 0 || len(toks) > longestAnswer || !some(toks, "color") || slices.ContainsFunc(toks, func(t *token) bool {
		return t.isAny("gene", "cellkind", "kind", "part", "verb", "neg", "wallpaper", "theme") && !t.is("color") && !t.is("kind", "any")
	}) {
		return Result{}, false
	}
	s := *p.s
	s.Pending = nil
	r, ok := p.to(&s).reading("make the wallpaper " + p.text(toks[0].start, toks[len(toks)-1].end))
	return r, ok && r.Route() == Do && len(r.Acts) == 1 && r.Acts[0].Intent == act.Wallpaper
}

// papers reports whether a question offers wallpapers and nothing else.
func papers(q *Question) bool {
	some := false
	for _, ch := range q.Choices {
		for _, a := range ch.Acts {
			if some = true; a.Intent != act.Wallpaper {
				return false
			}
		}
	}
	return some
}
