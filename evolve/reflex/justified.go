package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// justified reads a new text without the reason for it that stands behind it: "change it to Stop, shorter is better", "call it
// Diary (my wife says so)". A text may have commas: what follows must plainly speak of how it is found.
func (p *parser) justified() (Result, bool) {
	was := textsOf(p.result.Acts)
	if p.result.Route() != Do || len(was) != 1 || !strings.ContainsAny(was[0], ",(–—") {
		return Result{}, false
	}
	pieces := p.stretches()
	if len(pieces) < 2 {
		return Result{}, false
	}
	last := pieces[len(pieces)-1]
	if _, finds := findPhrase("justify", uttered(last.toks)); finds == 0 || !strings.HasSuffix(strings.TrimRight(was[0], ") "), p.text(last.from, last.to)) {
		return Result{}, false
	}
	text := strings.TrimRight(p.text(0, last.from), " ,(–—-")
	r, ok := p.reading(text)
	is := textsOf(r.Acts)
	if !ok || r.Route() != Do || len(is) != 1 || !strings.HasPrefix(was[0], is[0]) {
		return Result{}, false
	}
	r.Conf = max(0.5, r.Conf-0.15)
	r.Why = append([]string{"read as: " + text}, r.Why...)
	return r, true
}

// textsOf are the free texts of acts.
func textsOf(acts []act.Act) (out []string) {
	for _, a := range acts {
		if a.Args.Text != "" {
			out = append(out, a.Args.Text)
		}
	}
	return out
}
