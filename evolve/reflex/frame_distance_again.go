package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// distanceAgain reads "leave 8 px in between", said after something was put beside another thing.
func (c *clause) distanceAgain() bool {
	last := c.p.s.LastActs
	if len(last) > 1 && c.distanceOfAll() {
		return true
	}
	if c.before != nil || len(last) != 1 || c.p.elsewhere() || !c.bareRefs() || c.pixelsAhead() == 0 || c.hasAny("color", "dim", "place", "rel") {
		return false
	}
	if slices.ContainsFunc(c.refs, func(r *ref) bool { return r.count > 2 }) {
		return false // "all three" are more than the two
	}
	a := last[0]
	if a.Intent != act.Move || !beside(a) || a.Target.Node != "" || c.one("between") == nil && c.one("apart") == nil {
		return false
	}
	for _, t := range c.left() {
		if !t.isAny("between", "apart", "part", "num", "unit", "px", "verb", "inc") && !t.counts() && listed("stays", t.text) == "" {
			return false
		}
	}
	if a.Args.Pixels = c.pixels(true); a.Args.Pixels <= 0 {
		return false
	}
	c.takeAll()
	c.addTo(act.Act{Intent: act.Move, Args: a.Args}, anything, a.Target)
	return true
}

// besideLast reads "put the todo underneath" and "…, and put it beneath": beside what was spoken of before it.
func (c *clause) besideLast(rel *token) bool {
	if !rel.is("rel", "left-of", "right-of", "above", "below") || len(c.drafts) > 0 || t0(c.toks, c.at(rel)+1) != nil && c.toks[c.at(rel)+1].content() && !c.toks[c.at(rel)+1].isAny("level", "edge", "deg") {
		return false
	}
	var like act.Target
	switch n := len(c.p.acts); {
	case c.before != nil && n > 0:
		last := c.p.acts[n-1]
		like = act.Target{Cell: last.Args.LikeCell}
		if named := c.named(); named || like.Cell == "" {
			like = act.Target{Cell: last.Target.Cell}
		}
	case c.p.s.Last != nil && c.named():
		like = act.Target{Cell: c.p.s.Last.Cell}
	}
	set, ok := c.subject()
	if !ok {
		return true
	}
	if like.Cell == "" || len(set) != 1 || set[0].Cell == like.Cell {
		return false
	}
	rel.used = true
	c.ownAll()
	a := act.Act{Intent: act.Move, Args: act.Args{Relation: rel.value("rel"), LikeCell: like.Cell}}
	c.apartBy(&a, rel)
	c.addTo(a, cells, set...)
	return true
}

// distanceOfAll reads "15 px between them" and "20 pixels apart" of several cells that were just moved or arranged.
func (c *clause) distanceOfAll() bool {
	set := c.p.lastTargets()
	if c.before != nil || c.p.elsewhere() || len(c.refs) > 0 && !c.unnamed() || c.pixelsAhead() == 0 || c.one("between") == nil && c.one("apart") == nil && !c.betweenThem() || len(set) < 2 || len(wholes(set)) != len(set) || parts(set, wholes(set)) {
		return false
	}
	for _, t := range c.left() {
		if !t.isAny("between", "apart", "part", "num", "unit", "px", "verb", "all", "det") && !t.counts() && listed("stays", t.text) == "" {
			return false
		}
	}
	px := c.pixels(true)
	c.takeAll()
	c.addTo(act.Act{Intent: act.Arrange, Args: act.Args{Pixels: px}}, cells, set...)
	return true
}

// cellOfMoved resolves a part by the cell that what is moved is in: "put the form's buttons above the title".
func (c *clause) cellOfMoved(r *ref) ([]act.Target, bool) {
	if r.head != "label" && r.head != "kind" || r.in != nil {
		return nil, false
	}
	for _, of := range c.refs {
		if of == r || of.own {
			continue
		}
		moved, ok := c.p.tried(of)
		if !ok || len(wholes(moved)) != 1 || moved[0].Node == "" {
			return nil, false
		}
		among, _ := c.p.candidates(r)
		set := keep(among, func(t act.Target) bool { return t.Cell == moved[0].Cell })
		return set, len(set) == 1
	}
	return nil, false
}
