package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// regret reads what somebody is unhappy with and what may be done about it, "I keep hitting Cancel by accident", "I never
// look at the seconds": it names what could be done, because the sentence does not.
func (p *parser) regret(toks []*token) bool {
	kind, _ := findPhrase("regret", uttered(toks))
	if kind == "" || p.ordersAlso(toks) {
		return false
	}
	for _, t := range toks {
		if t.is("fill", "ask") || t.isAny("undo", "unit", "mult", "color", "dim", "shade", "light", "theme", "font", "shape", "dir", "place") {
			return false
		}
	}
	switch kind {
	case "slip":
		return p.slips()
	case "unwanted":
		return p.unneeded(toks)
	}
	return false
}

// ordersAlso reports whether a part of the sentence says itself what shall be done: "hide this button, I keep hitting it".
func (p *parser) ordersAlso(toks []*token) bool {
	begins := true
	for i, t := range toks {
		next := t0(toks, i+1)
		if alone := next == nil || next.kind == mark; alone {
			begins = begins && !t.is("verb") // "get rid": of what is not said
		}
		if begins && t.is("verb", "remove", "hide", "move", "resize", "paint", "swap", "lock", "rename", "nudge", "add", "copy", "center", "raise", "arrange") && !strings.HasSuffix(t.text, "s") || begins && t.text == "make" || begins && listed("takesoff", t.text) != "" && t.text != "get" {
			return true
		}
		begins = t.kind == mark || t.is("conj") || begins && (t.isAny("fill", "chat") || t.is("aux", "can", "could", "would") || t.text == "you" || t.text == "u" || t.leads())
	}
	return false
}

// complains reports whether somebody says what they do not want or need, and behind a pause what shall be done about it: "I
// shall never need that one, take it off".
func (p *parser) complains(toks []*token) bool {
	i := slices.IndexFunc(toks, func(t *token) bool { return t.kind == mark })
	return i > 0 && toks[0].is("person") && some(toks[:i], "neg") && p.ordersAlso(toks[i:])
}

// slips offers what keeps a button from being hit instead of another.
func (p *parser) slips() bool {
	set := p.inQuestion()
	if len(set) == 0 || set[0].Node == "" {
		return false
	}
	q := &Question{Text: "What would help?"}
	offer := func(label string, acts ...act.Act) { q.Choices = append(q.Choices, Choice{Label: label, Acts: acts}) }
	hit := set[len(set)-1]
	if row := holder(hit.Node); row != "" {
		offer("More room beside "+p.s.name(set[0]), act.Act{Intent: act.Spacing, Target: act.Target{Cell: hit.Cell, Node: row}, Args: act.Args{Part: "gap", Factor: 2}})
	}
	offer("Make "+p.s.name(hit)+" bigger", act.Act{Intent: act.Resize, Target: hit, Args: act.Args{Factor: 1.5}})
	if len(set) == 1 {
		offer("Remove "+p.s.name(hit), act.Act{Intent: act.Remove, Target: hit})
	}
	offer("Leave it")
	p.result.Ask, p.result.Conf = q, 0.5
	return true
}

// unneeded asks whether to take away what nobody uses: a look that a thing can be without, or the thing.
func (p *parser) unneeded(toks []*token) bool {
	for _, t := range toks {
		if !t.isAny("gstyle", "style") {
			continue
		}
		if acts := p.lookWithout(styleOf(t)); len(acts) > 0 {
			it := "the " + strings.TrimPrefix(t.text, "the ")
			p.result.Ask, p.result.Conf = &Question{Text: "Shall I hide " + it + "?", Choices: []Choice{{Label: "Hide " + it, Acts: acts}, {Label: "Leave it"}}}, 0.5
			return true
		}
	}
	set := p.inQuestion()
	if len(set) != 1 {
		return false
	}
	name := p.s.name(set[0])
	p.result.Ask, p.result.Conf = &Question{Text: "Shall I remove " + name + "?", Choices: []Choice{{Label: "Remove " + name, Acts: []act.Act{{Intent: act.Remove, Target: set[0]}}}, {Label: "Leave it"}}}, 0.5
	return true
}

// styleOf is the name of the style that a token means.
func styleOf(t *token) string {
	if v := t.value("gstyle"); v != "" {
		return v
	}
	return t.value("style")
}

// lookWithout are the acts that take a look from each cell that wears it: a style "no-" of its name.
func (p *parser) lookWithout(style string) []act.Act {
	var acts []act.Act
	for _, c := range p.s.Cells {
		if !p.s.wears(c.ID, style) {
			continue
		}
		for _, st := range c.Styles {
			if st.Name == "no-"+style {
				acts = append(acts, act.Act{Intent: act.Style, Target: act.Target{Cell: c.ID}, Args: act.Args{Style: st.Name}})
			}
		}
	}
	return acts
}

// inQuestion are the things that a sentence names one by one, or else what is pointed at or was changed last.
func (p *parser) inQuestion() []act.Target {
	c, back := p.glance()
	defer back()
	var out []act.Target
	for _, r := range c.refs {
		if set, ok := p.resolve(r); ok && len(set) == 1 && set[0].Cell != "" && !has(out, set[0]) {
			out = append(out, set[0])
		}
		p.open, p.ask = nil, nil
	}
	return out
}
