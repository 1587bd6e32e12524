package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// aside begins a look at what references may mean, and returns what takes back all that it leaves to ask the user.
func (p *parser) aside() (back func()) {
	open, met, ask, guess := p.open, p.met, p.ask, p.guess
	return func() { p.open, p.met, p.ask, p.guess = open, met, ask, guess }
}

// glance finds what the whole sentence names; back forgets that anybody looked.
func (p *parser) glance() (c *clause, back func()) {
	aside := p.aside()
	c = &clause{p: p, toks: p.toks}
	c.find()
	return c, func() { c.forget(); aside() }
}

// tried is resolve, and nothing is left to ask the user; the reference stays as it is.
func (p *parser) tried(r *ref) ([]act.Target, bool) {
	defer p.aside()()
	one := *r
	return p.resolve(&one)
}

// resolve returns the targets that a reference means. No targets and false: it asks, or there is no such thing.
func (p *parser) resolve(r *ref) ([]act.Target, bool) {
	switch r.head {
	case "pron":
		return p.pronoun(r)
	case "its":
		return p.itsCells(r)
	case "this", "thiscell":
		if r.in != nil && r.head == "this" && (p.s.Point == nil || !p.s.Point.Given) {
			named := *r
			named.head, named.the = "kind", true // "those buttons in the form" are the ones there
			return p.resolve(&named)
		}
		return p.deictic(r)
	case "rest":
		return p.remaining(nil, nil)
	case "all":
		if r.value == "them" && len(p.s.Selection) > 0 {
			return p.s.Selection, true
		}
		if of := p.s.Several; r.value == "them" && len(of) > 1 {
			return of, true
		}
		if of := p.group(); r.value == "them" && len(of) > 1 {
			return of, true
		} else if of := p.topic(); r.value == "them" && len(of) > 1 && of[0].Node != "" && !p.elsewhere() {
			return of, true // "make them all green", of those that were spoken of
		} else if of := p.spacedOut(); r.value == "them" && len(of) > 1 && !p.elsewhere() {
			return of, true
		}
		return p.everything(), true
	}
	if last := p.lastTargets(); r.ord < 0 && r.head == "kind" && r.value == "any" && len(last) > 1 {
		return last[len(last)-1:], true // the last of those
	}
	if r.ord < 0 && r.head == "kind" && r.value == "any" && p.s.Last != nil {
		return []act.Target{p.tidy(*p.s.Last)}, true // "the last thing": in time, not in place
	}
	among, noun := p.candidates(r)
	if r.head == "kind" || r.head == "label" {
		among = p.held(among)
	}
	if r.in != nil {
		cells, ok := p.resolve(r.in)
		if !ok {
			return nil, false
		}
		among = keep(among, func(t act.Target) bool { return has(cells, act.Target{Cell: t.Cell}) })
	}
	among = p.nearby(r, among)
	if r.near != nil {
		if among = p.besides(among, r); len(among) == 0 {
			p.noneBeside(r, noun)
			return nil, false
		}
	}
	if len(among) == 0 {
		if whole := p.wholeCalled(r); whole != nil {
			return whole, true
		}
		p.missing(r, noun)
		return nil, false
	}
	if at := p.s.Point; r.head == "label" && r.shown && at != nil && at.Given && at.Node != "" && !has(among, at.Target) {
		return []act.Target{at.Target}, true // "this sign", said of another key than that of this name
	}
	if r.head == "label" && len(among) > 1 {
		among = p.asWritten(among, r.label)
	}
	if r.head == "label" && p.paired(among) {
		return among, true
	}
	have := len(among)
	if r.all && r.count > 1 && have != r.count {
		return p.exactly(among, r.count, noun)
	}
	if (r.both || r.count == 2 && !r.indef && !r.all && r.plural) && have > 1 && r.ord == 0 && r.side == "" && r.size == "" && r.style == "" && !r.other && r.head != "label" {
		return p.two(among, noun)
	}
	if among = p.pick(among, r); len(among) == 0 {
		p.ask = &Question{Text: "There is only " + itoa(have) + " " + noun + " here."}
		return nil, false
	}
	if r.all || r.plural && r.count == 0 || r.both && len(among) == 2 || r.count > 1 && len(among) == r.count {
		return among, true
	}
	return p.one(among, noun)
}

// exactly resolves "all three buttons": as many as that, in one cell. No targets and false: there are not so many anywhere, or
// in several cells, so it asks.
func (p *parser) exactly(among []act.Target, n int, noun string) ([]act.Target, bool) {
	in := func(cell string) []act.Target {
		return keep(among, func(t act.Target) bool { return t.Cell == cell && t.Node != "" })
	}
	for _, cell := range p.cellsInMind() {
		if set := in(cell); len(set) == n {
			return set, true
		}
	}
	var found [][]act.Target
	for _, c := range p.s.Cells {
		if set := in(c.ID); len(set) == n {
			found = append(found, set)
		}
	}
	if len(found) == 1 {
		return found[0], true
	}
	p.ask = &Question{Text: "Which " + itoa(n) + "? Here are " + itoa(len(among)) + " of the sort " + noun + "."}
	return nil, false
}

// wears reports whether a cell looks so now.
func (s *Scene) wears(cell, style string) bool {
	c := s.cell(cell)
	if c == nil {
		return false
	}
	for _, st := range c.Styles {
		if st.Name == style {
			return st.On
		}
	}
	return false
}

// wears reports whether a style tells cells of the noun apart: one looks so, and another of its gene does not.
func (p *parser) wears(noun *token, style string) bool {
	yes, no := false, false
	for _, c := range p.s.Cells {
		if g := noun.value("gene"); g != "" && c.Gene != g {
			continue
		}
		for _, st := range c.Styles {
			if st.Name == style {
				yes, no = yes || st.On, no || !st.On
			}
		}
	}
	return yes && no
}

func (p *parser) anyKind(kind string) bool {
	for _, c := range p.s.Cells {
		if c.Kind == kind {
			return true
		}
	}
	return false
}

func base(id string) string {
	if i := strings.LastIndexByte(id, '-'); i > 0 && atoi(id[i+1:]) > 0 {
		return id[:i]
	}
	return id
}

// nth is which one of its sort a cell is, as its name tells: 1 without a number.
func nth(cell string) int { return max(1, atoi(strings.TrimPrefix(cell, base(cell)+"-"))) }

func has(list []act.Target, t act.Target) bool {
	for _, o := range list {
		if o == t {
			return true
		}
	}
	return false
}

func keep(list []act.Target, ok func(act.Target) bool) []act.Target {
	var out []act.Target
	for _, t := range list {
		if ok(t) {
			out = append(out, t)
		}
	}
	return out
}
