package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// andThis reads "and the notes", "now the timer" right after something was done: the same is done to that. Later it is asked,
// since by then nobody may think of it any more.
func (p *parser) andThis() bool {
	i := 0
	for i < len(p.toks) && (p.toks[i].isAny("conj", "even", "also") || p.toks[i].kind == mark || p.toks[i].is("fill", "fill") || listed("andthis", p.toks[i].text) != "") {
		i++
	}
	if p.partToo() || p.sameHere() || p.labelToo() || p.swapsThese(i) {
		return true
	}
	lead := p.toks[:i]
	if i == 0 || i == len(p.toks) || !someListed(lead, "andthis") || some(p.toks[i:], "also") || !p.amends() || !p.onlyThings(p.toks[i:]) {
		return false
	}
	c := &clause{p: p, toks: p.toks[i:]}
	set := c.sameToNamed()
	if set == nil {
		c.forget()
		return false
	}
	if p.merge(); p.s.Fresh {
		p.result.Acts, p.result.Conf = p.acts, 0.8
		return true
	}
	q := p.whatAbout(set[0])
	q.Choices = append([]Choice{{Label: "The same", Acts: p.acts}}, q.Choices...)
	q.Choices = q.Choices[:min(len(q.Choices), maxChoices)]
	p.result.Ask, p.result.Conf, p.acts = q, 0.5, nil
	return true
}

// sameToNamed does what was done last to what the clause names, and returns that; nil where it names nothing it fits.
func (c *clause) sameToNamed() []act.Target {
	p := c.p
	if c.find(); len(c.refs) == 0 || !c.named() || c.refs[0].indef || slices.ContainsFunc(c.refs, func(r *ref) bool { return r.head == "kind" && r.value == "any" }) {
		return nil
	}
	set, ok := c.subject()
	if !ok || len(set) == 0 || !p.stands() {
		return nil
	}
	c.sameTo(set, p.toRepeat())
	if len(c.drafts) == 0 {
		return nil
	}
	if c.bind(); p.ask != nil || p.open != nil || len(p.acts) == 0 {
		return nil
	}
	return set
}

// sameTo does what was done to one thing to others.
func (c *clause) sameTo(set []act.Target, last []act.Act) {
	first := act.Target{}
	for _, a := range last {
		if first == (act.Target{}) {
			first = a.Target
		}
		if a.Target != first || a.Target.Cell == "" || a.Intent == act.Remove || a.Intent == act.Style && !c.p.offers(set, a.Args.Style) {
			continue
		}
		if glyph, front := c.p.affixLast(a); glyph != "" {
			for _, t := range set {
				c.p.affixTo(c, t, glyph, front)
			}
			continue
		}
		c.addTo(a, anything, set...)
	}
}

// sameHere reads "same" and "ditto" with something pointed at that was not changed last: the same is done to that.
func (p *parser) sameHere() bool {
	at := p.s.Point
	if p.s.Unheard && at != nil && at.Given && at.Cell != "" && p.says("samehere", p.toks) != "" {
		p.result.Ask, p.result.Conf = &Question{Text: "I do not know what to repeat. What shall I do?"}, 0.5
		return true
	}
	if at == nil || at.Cell == "" || p.says("samehere", p.toks) == "" || len(p.toRepeat()) == 0 || has(targetsOf(p.toRepeat()), p.tidy(at.Target)) || len(p.s.Wished) == 0 && !p.stands() {
		return false
	}
	return p.doneTo([]act.Target{p.tidy(at.Target)})
}

// doneTo does to some things what was done, or wished, last. It reports false where that cannot be done to them.
func (p *parser) doneTo(set []act.Target) bool {
	c := &clause{p: p}
	if c.sameTo(set, p.toRepeat()); len(c.drafts) == 0 {
		return false
	}
	if c.bind(); p.ask != nil || p.open != nil || len(p.acts) == 0 {
		return false
	}
	p.merge()
	p.result.Acts, p.result.Conf = p.acts, 0.9
	return true
}

// swapsThese reads "and now the clock with the timer" after two things were exchanged: those are too.
func (p *parser) swapsThese(i int) bool {
	last := p.s.LastActs
	if len(last) != 1 || last[0].Intent != act.Swap || i == 0 || i >= len(p.toks) || !p.stands() {
		return false
	}
	c := &clause{p: p, toks: p.toks[i:]}
	defer c.forget()
	one, next := c.np(0)
	with := t0(c.toks, next)
	if one == nil || with == nil || !with.is("with") && !with.is("prep", "with", "for") && !with.is("conj", "and") {
		return false
	}
	other, end := c.np(next + 1)
	if other == nil || !trivial(c.toks[end:]) {
		return false
	}
	a, ok := p.tried(one)
	b, ok2 := p.tried(other)
	if !ok || !ok2 || len(a) != 1 || len(b) != 1 || a[0] == b[0] || (a[0].Node == "") != (b[0].Node == "") {
		return false
	}
	p.result.Acts, p.result.Conf = []act.Act{{Intent: act.Swap, Target: a[0], Args: act.Args{LikeCell: b[0].Cell, LikeNode: b[0].Node}}}, 0.9
	return true
}

// offers reports whether each of some things can look so.
func (p *parser) offers(set []act.Target, style string) bool {
	for _, t := range set {
		c := p.s.cell(t.Cell)
		if c == nil || t.Node != "" || !slices.ContainsFunc(c.Styles, func(s Style) bool { return s.Name == style }) {
			return false
		}
	}
	return len(set) > 0
}
