package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// savesSome reads, where it was asked whether things shall go, which of them shall not: "I still need the timer though", "all but the
// clock", "only the notes", "I want them back". Who begins with a "no", or brings back what is not gone, is asked again about the others.
func (p *parser) savesSome(q *Question) (Result, bool) {
	going := removals(q)
	if len(going) == 0 || len(p.toks) > longestSparing || slices.ContainsFunc(p.toks, func(t *token) bool {
		return t.isAny("color", "dim", "place", "rel", "theme", "shade", "gstyle", "style", "font", "shape", "unit", "px")
	}) {
		return Result{}, false
	}
	if no, _ := findPhrase("sparingnone", uttered(p.toks)); no != "" {
		return Result{}, false // "I don't need the timer"
	}
	kind, _ := findPhrase("sparing", uttered(p.toks))
	named, ok := p.onlyOf(going)
	if p.says("sparingall", p.answering()) != "" {
		kind = "keep"
	}
	switch {
	case kind == "" || !ok:
		return Result{}, false
	case kind == "only" && len(named) == 0:
		return Result{}, false
	case len(named) == 0 || kind == "keep" && len(named) == len(going):
		return Result{Answer: "cancel", Conf: 1, Acts: []act.Act{{Intent: act.Chitchat}}}, true
	}
	acts := slices.DeleteFunc(slices.Clone(q.Choices[0].Acts), func(a act.Act) bool { return has(named, a.Target) == (kind == "keep") })
	if denying(p.sentence) || p.toks[0].is("back") {
		asks := &parser{world: p.world, acts: acts}
		return Result{Ask: &Question{Text: "Remove " + asks.listed() + "?", Choices: []Choice{{Label: "Yes", Acts: acts}, {Label: "No"}}}, Conf: 0.5}, true
	}
	return Result{Acts: acts, Conf: 0.9, Why: []string{"of what was asked about, something stays"}}, true
}

// longestSparing is how many tokens such an answer has at most.
const longestSparing = 18

// removals are the things of which a question asks whether they shall go, nil where it asks anything else.
func removals(q *Question) []act.Target {
	if len(q.Choices) != 2 || len(q.Choices[1].Acts) > 0 {
		return nil
	}
	var out []act.Target
	for _, a := range q.Choices[0].Acts {
		if a.Intent != act.Remove {
			return nil
		}
		out = append(out, a.Target)
	}
	return out
}

// onlyOf are those of some things that the sentence names. It reports false where it names anything else.
func (p *parser) onlyOf(among []act.Target) ([]act.Target, bool) {
	c, back := p.glance()
	defer back()
	var out []act.Target
	for _, r := range c.refs {
		if r.bare() || r.head == "all" || r.head == "both" || r.head == "kind" && r.value == "any" {
			continue
		}
		set, ok := p.tried(r)
		if !ok || r.indef {
			return nil, false // "I need a clock": another one
		}
		for _, t := range set {
			if !has(among, t) {
				return nil, false
			}
			if !has(out, t) {
				out = append(out, t)
			}
		}
	}
	return out, true
}
