package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// pronoun resolves "it" and "them".
func (p *parser) pronoun(r *ref) ([]act.Target, bool) {
	s := p.s
	if r.both {
		return p.two(nil, "")
	}
	if r.count > 2 {
		return p.several(r.count)
	}
	if r.plural {
		if len(s.Selection) > 0 {
			return s.Selection, true
		}
		if len(s.Several) > 0 {
			return s.Several, true
		}
		if made := p.lastMade(); len(made) > 1 {
			return made, true
		}
		if last := p.lastTargets(); len(last) > 1 {
			return last, true
		}
		if two := p.exchanged(); two != nil {
			return two, true
		}
		if of := p.spacedOut(); len(of) > 1 && !p.elsewhere() && (s.Point == nil || !s.Point.Given) {
			return of, true
		}
	}
	if s.Point != nil && s.Point.Given && s.Point.Cell != "" {
		return []act.Target{p.tidy(s.Point.Target)}, true
	}
	if s.Point2 != nil && len(s.Selection) > 0 {
		return s.Selection, true // what was pointed at together with a place
	}
	if p.absent() {
		return nil, false
	}
	if r.plural {
		if pair := p.pairOf(); pair != nil {
			return pair, true
		}
	}
	if last := p.lastTargets(); len(last) > 1 && !r.plural && !p.elsewhere() {
		return p.allOrOne(last)
	}
	if s.Last == nil && len(s.Several) > 1 {
		return p.choose(s.Several, "one", false)
	}
	if s.Last != nil {
		return []act.Target{p.tidy(*s.Last)}, true
	}
	return p.implicit()
}

// allOrOne is what "it" means after several things were changed at once: all of them where they are all there is, or all
// the figures of one cell, else the user says.
func (p *parser) allOrOne(last []act.Target) ([]act.Target, bool) {
	if digits := p.figuresIn(act.Target{Cell: last[0].Cell}); len(last) == len(digits) && !slices.ContainsFunc(last, func(t act.Target) bool { return !has(digits, t) }) {
		return last, true // the hours and the seconds are one time
	}
	for _, t := range p.everything() {
		if !has(last, t) {
			return p.choose(last, "one", false)
		}
	}
	return last, true
}

// elsewhere reports whether something else was spoken of since the last change: what goes on is about that.
func (p *parser) elsewhere() bool {
	last := p.lastTargets()
	if len(p.s.Several) > 1 {
		return true
	}
	return p.s.Spoken && p.s.Last != nil && (len(last) != 1 || last[0] != *p.s.Last)
}

// lastTargets are the targets of the last acts.
func (p *parser) lastTargets() []act.Target {
	return targetsOf(p.s.LastActs)
}

// deictic resolves "this", "that button", "these".
func (p *parser) deictic(r *ref) ([]act.Target, bool) {
	s := p.s
	if r.plural && len(s.Selection) > 0 {
		return s.Selection, true
	}
	if r.head == "thiscell" && r.plural {
		return p.theseCells(), true
	}
	point := s.Point
	if len(s.Several) == 1 && !r.plural && (point == nil || !point.Given) && (r.value == "any" || r.value == "") {
		return s.Several, true // "it bumps into the calculator. Get that one out of its way"
	}
	if (point == nil || point.Cell == "") && len(s.Selection) > 0 {
		point = &Place{Target: s.Selection[0]}
		if len(s.Selection) > 1 && !r.plural {
			return s.Selection, true
		}
	}
	if point == nil || point.Cell == "" {
		if bare := r.value == "any" || r.value == ""; s.Last == nil && len(s.Several) > 1 && bare && r.plural {
			return s.Several, true
		} else if s.Last == nil && len(s.Several) > 1 && bare {
			return p.choose(s.Several, "one", false)
		}
		if s.Last != nil {
			point = &Place{Target: *s.Last}
		} else if r.value == "any" || r.value == "" || r.head == "thiscell" {
			return p.implicit()
		} else {
			among, noun := p.candidates(&ref{head: "kind", value: r.value})
			if len(among) == 0 {
				p.missing(r, noun)
				return nil, false
			}
			return p.one(among, noun)
		}
	}
	if r.head == "thiscell" {
		return []act.Target{{Cell: point.Cell}}, true
	}
	if r.value == "any" || r.value == "" {
		return []act.Target{p.tidy(point.Target)}, true
	}
	c := s.cell(point.Cell)
	if c == nil {
		return nil, false
	}
	if last := p.lastTargets(); r.plural && len(last) > 1 && (s.Point == nil || !s.Point.Given) && p.allOf(last, r.value) {
		return last, true
	}
	for up := point.Node; up != ""; up = holder(up) {
		if n := c.node(up); !r.plural && n != nil && n.Kind == r.value {
			return []act.Target{{Cell: c.ID, Node: up}}, true
		}
	}
	among, noun := p.candidates(&ref{head: "kind", value: r.value})
	near := keep(among, func(t act.Target) bool { return t.Cell == c.ID })
	if len(near) > 0 {
		among = near
	}
	if (r.both || r.count == 2) && len(among) > 1 {
		return p.two(among, noun)
	}
	if len(among) == 0 {
		p.missing(r, noun)
		return nil, false
	}
	if r.plural {
		return among, true
	}
	return p.one(among, noun)
}

// theseCells are what "line up all these windows" means: those that were spoken of, or changed together, a moment ago, else all in
// sight.
func (p *parser) theseCells() []act.Target {
	for _, set := range [][]act.Target{p.s.Several, p.lastTargets()} {
		if of := keep(set, func(t act.Target) bool { return t.Node == "" && t.Cell != "" }); len(of) > 1 {
			return of
		}
	}
	return p.everything()
}

// tidy takes the root node of a cell for the cell.
func (p *parser) tidy(t act.Target) act.Target {
	if !strings.Contains(t.Node, "/") {
		t.Node = ""
	}
	return t
}

// allOf reports whether all of several things are nodes of a kind.
func (p *parser) allOf(set []act.Target, kind string) bool {
	for _, t := range set {
		c := p.s.cell(t.Cell)
		if c == nil || c.node(t.Node) == nil || c.node(t.Node).Kind != kind {
			return false
		}
	}
	return true
}
