package reflex

import "cellshell/evolve/act"

// onItsSide reads "the form to its left": a place beside what was spoken of, where that is another thing than the one that
// goes there. Of one thing alone, "move it to its left", it is a way to go.
func (c *clause) onItsSide(d *token) bool {
	i := c.at(d)
	side := d.value("dir")
	if d.is("place") {
		side = d.value("place")
	}
	if i < 2 || side != "left" && side != "right" || !c.toks[i-1].is("pron", "it") && !(c.toks[i-1].is("pron", "them") && listed("its", c.toks[i-1].text) != "") || !c.toks[i-2].is("prep") || c.pixelsAhead() > 0 {
		return false
	}
	var its, goes *ref
	for _, r := range c.refs {
		switch {
		case r.own:
		case r.head == "pron" && r.from == i-1:
			its = r
		case r.cell() || r.head == "label" || r.head == "kind" && r.value != "any":
			goes = r
		}
	}
	if its == nil || goes == nil || c.before == nil && c.p.s.Last == nil {
		return false
	}
	like, ok := c.targetsOf(its)
	if ok && its.plural && len(like) > 1 {
		like = c.p.outermost(like, side)
	}
	if !ok || len(like) != 1 {
		return false
	}
	if set, ok := c.p.tried(goes); !ok || has(set, like[0]) {
		return false
	}
	d.used, its.own = true, true
	c.add(act.Act{Intent: act.Move, Args: act.Args{Relation: side + "-of", LikeCell: like[0].Cell, LikeNode: like[0].Node}}, movable)
	return true
}

// outermost is the one of some cells that stands farthest to a side, none where they are parts of cells.
func (p *parser) outermost(set []act.Target, side string) []act.Target {
	best, most := -1, 0.0
	for i, t := range set {
		if t.Node != "" {
			return nil
		}
		b := p.boxOf(t)
		far := b.x + b.w
		if side == "left" {
			far = -b.x
		}
		if best < 0 || far > most {
			best, most = i, far
		}
	}
	if best < 0 {
		return nil
	}
	return set[best : best+1]
}
