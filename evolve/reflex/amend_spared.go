package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// notThese reads "not the counter though" and "except the zero, leave that one alone" after several things were changed: all but
// that one stay changed.
func (p *parser) notThese(toks []*token, _ bool) []act.Act {
	not, _ := p.exempt(toks)
	if not == nil {
		return nil
	}
	kept := slices.DeleteFunc(slices.Clone(p.s.LastActs), func(a act.Act) bool { return has(not, a.Target) })
	if len(kept) == 0 {
		return nil
	}
	return kept
}

// sparesLast reads "leave Cancel alone after all" where nothing but that was changed last: it is taken back, and so is an earlier
// change where it is said that it shall be as it was. Where "leave it alone" may also mean from now on, it asks.
func (p *parser) sparesLast(toks []*token, said bool) bool {
	not, tail := p.exempt(toks)
	if not == nil || p.s.Deeds == nil || !p.stands() || someWord("isnow", p.wording(p.toks)) {
		return false
	}
	like := about(not)
	other := func(a act.Act) bool { return !like(a) }
	was := someWord("waspast", tail)
	for i, d := range p.s.Deeds() {
		switch {
		case i > 0 && !was:
			return false
		case !slices.ContainsFunc(d.Acts, like):
			continue
		case i == 0 && slices.ContainsFunc(d.Acts, other):
			return false // several things: see notThese
		case slices.ContainsFunc(d.Acts, other):
			p.result.Ask, p.result.Conf = d.whole(), 0.5
		case !said && !was && !toks[0].isAny("neg", "except") && !p.tookAway():
			p.result.Ask, p.result.Conf = &Question{Text: "Shall I take back what was done to " + p.s.name(not[0]) + "?", Choices: []Choice{
				{Label: "Take it back", Acts: []act.Act{d.undo()}}, {Label: "Leave it"},
			}}, 0.5
		default:
			p.result.Acts, p.result.Conf = []act.Act{d.undo()}, 0.9
		}
		return true
	}
	return false
}

// exempt are the things that shall not have been changed, as the tokens name them, and how they shall be then, "as it was"; nil
// where they say nothing like that.
func (p *parser) exempt(toks []*token) (not []act.Target, tail string) {
	if taken := p.tookAway(); taken && len(toks) > 2 {
		toks = behindWant(toks) // "I'd rather keep the date"
	}
	if len(toks) < 2 || !toks[0].isAny("neg", "except") && listed("spares", toks[0].text) == "" {
		return nil, ""
	}
	i := 1
	for i < len(toks) && toks[i].isAny("fill", "only") {
		i++
	}
	defer p.aside()()
	among := targetsOf(p.s.LastActs)
	for end := i + 1; end <= len(toks); end++ {
		rest := toks[end:]
		for len(rest) > 0 && rest[0].kind == mark {
			rest = rest[1:]
		}
		if len(rest) > 0 && p.says("asitwas", rest) == "" {
			continue
		}
		if set := p.goneCalled(toks[i:end], among); len(set) > 0 {
			return set, p.wording(rest)
		}
		if set := p.theseOf(toks[i:end], among); len(set) > 0 && len(set) < len(among) {
			return set, p.wording(rest)
		}
	}
	c := &clause{p: p, toks: toks}
	r, next := c.np(i)
	for r != nil && next < len(toks) && toks[next].kind == mark { // ", leave that how it was"
		next++
	}
	if r == nil || r.bare() || next < len(toks) && p.says("asitwas", toks[next:]) == "" {
		return nil, ""
	}
	if set, ok := p.resolve(r); ok {
		return set, p.wording(toks[next:])
	}
	return nil, ""
}

// goneCalled are those parts that are out of sight now and go by the word that the tokens say.
func (p *parser) goneCalled(toks []*token, among []act.Target) []act.Target {
	for len(toks) > 1 && toks[0].is("det") {
		toks = toks[1:]
	}
	return keep(among, func(t act.Target) bool {
		if t.Node == "" || len(toks) != 1 || p.s.cell(t.Cell).node(t.Node) != nil {
			return false
		}
		key := t.Node[strings.LastIndexByte(t.Node, '/')+1:]
		return toks[0].text == key || slices.Contains(loadLexicon().aliases(key), toks[0].text)
	})
}

// tookAway reports whether nothing but taking away and hiding was done last.
func (p *parser) tookAway() bool {
	return len(p.s.LastActs) > 0 && !slices.ContainsFunc(p.s.LastActs, func(a act.Act) bool {
		return a.Intent != act.Remove && (a.Intent != act.Hide || a.Args.On != nil)
	})
}

// behindWant is what stands behind "I would rather" and "we want to".
func behindWant(toks []*token) []*token {
	for len(toks) > 1 && listed("spares", toks[0].text) == "" && (toks[0].isAny("person", "aux", "even", "fill") || toks[0].is("verb", "want") || toks[0].is("prep", "to")) {
		toks = toks[1:]
	}
	return toks
}

// someWord reports whether one of the words of a text is in a list.
func someWord(list, text string) bool {
	return slices.ContainsFunc(strings.Fields(text), func(w string) bool { return listed(list, w) != "" })
}
