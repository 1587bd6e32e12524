package reflex

import (
	"slices"

	"cellshell/evolve/act"
)

// stood reads "put the form where the clock was" and "put the clock back where it was": the place that something had before it
// was moved or removed, or at first.
func (c *clause) stood() bool {
	if c.p.s.Stood == nil || c.hasAny("color", "dim", "theme") || c.hasVerb() && c.verb("move", "make", "want", "give", "undo") == nil {
		return false
	}
	if c.whereOther() {
		return true
	}
	t := c.one("stood")
	if t == nil || !c.only("stood", "undone", "verb", "even", "dir", "undo", "place") {
		return false
	}
	last := c.p.s.LastActs
	if t.is("stood", "was") && c.unnamed() && (len(last) == 0 || last[0].Intent != act.Swap && last[0].Intent != act.Arrange) && !c.p.elsewhere() {
		return false // the last change is taken back
	}
	set, ok := c.subject()
	if !ok {
		return c.p.ask != nil || c.p.open != nil
	}
	if t.is("stood", "was") && len(set) == 1 && c.p.movedAlone(set[0]) {
		return false
	}
	var drafts []draft
	for _, of := range set {
		spot, known := c.p.s.Stood(of.Cell, "", t.is("stood", "first"))
		if of.Node != "" || of.Cell == "" || !known {
			return false
		}
		drafts = append(drafts, c.toSpot(spot, of))
	}
	c.takeAll()
	c.drafts = append(c.drafts, drafts...)
	return true
}

// movedAlone reports whether the last change of a thing's place was of nothing else, so that it can be taken back.
func (p *parser) movedAlone(t act.Target) bool {
	if p.s.Deeds == nil {
		return false
	}
	moved := together([]trait{about([]act.Target{t}), placing})
	for i, d := range p.s.Deeds() {
		if slices.ContainsFunc(d.Acts, moved) {
			return (i == 0 || p.s.Last == nil || *p.s.Last != t) && !slices.ContainsFunc(d.Acts, func(a act.Act) bool { return !moved(a) })
		}
	}
	return false
}

// placing reports whether an act says where something stands.
func placing(a act.Act) bool {
	return a.Intent == act.Move || a.Intent == act.Swap || a.Intent == act.Arrange
}

// whereOther reads "where the clock was", said of where something else shall go.
func (c *clause) whereOther() bool {
	t := c.one("rel", "at")
	if t == nil || len(c.refs) == 0 || !c.carried("move", "want", "make", "give", "swap") && c.hasVerb() {
		return false
	}
	r := c.refAfterToken(t)
	if r == nil || r.bare() && r.head != "pron" {
		return false
	}
	first, then := false, t0(c.toks, r.to)
	for then != nil && then.is("even") {
		then = t0(c.toks, c.at(then)+1)
	}
	if then == nil || listed("stoodthen", then.text) == "" {
		return false
	}
	for _, o := range c.toks[c.at(then)+1:] {
		switch {
		case listed("stoodfirst", o.text) != "":
			first = true
		case !o.content() || o.isAny("even", "when", "undone", "stood") || listed("stoodthen", o.text) != "":
		default:
			return false
		}
	}
	var spot Spot
	known := false
	if r.head == "gene" && len(c.living(r)) == 0 {
		spot, known = c.p.s.Stood("", r.value, first)
	} else if set, ok := c.p.resolve(r); !ok {
		return true
	} else if len(set) == 1 && set[0].Node == "" {
		spot, known = c.p.s.Stood(set[0].Cell, "", first)
	}
	if !known {
		return false
	}
	r.own = true
	set, ok := c.subject()
	if !ok || len(set) != 1 || set[0].Node != "" {
		r.own = ok
		return !ok
	}
	c.takeAll()
	c.drafts = append(c.drafts, c.toSpot(spot, set[0]))
	return true
}

// toSpot moves a cell to where something stood.
func (c *clause) toSpot(s Spot, of act.Target) draft {
	if s.Anchor == "" {
		s.Anchor = "top-left"
	}
	return draft{Act: act.Act{Intent: act.Move, Args: act.Args{Anchor: s.Anchor, X: ptr(s.X), Y: ptr(s.Y)}}, scope: cells, fixed: []act.Target{of}}
}
