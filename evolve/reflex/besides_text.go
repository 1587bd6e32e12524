package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// withoutReason reads a new text without the reason for it that stands behind it: "change it to Stop, shorter is better", "call it
// Diary (my wife says so)". A text may have commas: what follows must plainly speak of how it is found.
func (p *parser) withoutReason(pieces []stretch) (Result, bool) {
	was := textsOf(p.result.Acts)
	if p.result.Route() != Do || len(was) != 1 || len(pieces) < 2 || !strings.ContainsAny(was[0], ",(–—") {
		return Result{}, false
	}
	last := pieces[len(pieces)-1]
	if _, finds := findPhrase("justify", uttered(last.toks)); finds == 0 || !strings.HasSuffix(strings.TrimRight(was[0], ") "), p.text(last.from, last.to)) {
		return Result{}, false
	}
	r, ok := p.readRest(strings.TrimRight(p.text(0, last.from), " ,(–—-"), p.s, []stretch{last})
	is := textsOf(r.Acts)
	if !ok || r.Route() != Do || len(is) != 1 || !strings.HasPrefix(was[0], is[0]) {
		return Result{}, false
	}
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
