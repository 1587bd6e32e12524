package reflex

import "cellshell/evolve/act"

// onTop reads "put the clock on top of the notes". What overlaps, or where the order of the stack is meant, comes in front;
// else it goes above: nobody wants one thing to cover another.
func (c *clause) onTop(under act.Target) bool {
	var made []draft
	set, ok := c.subject()
	if !ok {
		return true
	}
	c.ownAll()
	stack := some(c.toks, "stack") || c.verb("stack") != nil || c.verb("move") == nil && some(c.toks, "aux", "should") || c.verb("raise") != nil
	for _, t := range set {
		t.Node = ""
		d := draft{Act: act.Act{Intent: act.Move, Args: act.Args{Relation: "above", LikeCell: under.Cell}}, scope: cells, fixed: []act.Target{t}}
		if stack || c.p.overlap(t, under) {
			d.Act = act.Act{Intent: act.Raise, Args: act.Args{Part: "front"}}
		}
		made = append(made, d)
	}
	for _, t := range c.toks {
		if t.isAny("stack") || t.is("verb", "move", "stack", "make", "raise") || t.is("deg") {
			t.used = true
		}
	}
	c.drafts = append(c.drafts, made...)
	return true
}

// overlap reports whether two cells share room.
func (p *parser) overlap(a, b act.Target) bool {
	x, y, w, h := p.s.box(act.Target{Cell: a.Cell})
	x2, y2, w2, h2 := p.s.box(act.Target{Cell: b.Cell})
	return x < x2+w2 && x2 < x+w && y < y2+h2 && y2 < y+h
}
