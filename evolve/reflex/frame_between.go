package reflex

import "cellshell/evolve/act"

// amid reads "put the terminal between the form and the notes".
func (c *clause) amid() bool {
	t := c.one("between")
	if t == nil {
		return false
	}
	var ends []*ref
	for _, r := range c.refs {
		if r.from > c.at(t) {
			ends = append(ends, r)
		}
	}
	if c.amidEdge(t, ends) {
		return true
	}
	if len(ends) != 2 || c.hasAny("part", "inc", "dim", "px", "num") {
		return false
	}
	var boxes [2]box
	for i, r := range ends {
		set, ok := c.p.resolve(r)
		if !ok {
			return true
		}
		if len(set) != 1 {
			return false
		}
		if boxes[i] = c.p.boxOf(set[0]); boxes[i].w <= 0 {
			return false
		}
		r.own = true
	}
	t.used = true
	set, ok := c.subject()
	if !ok {
		return true
	}
	c.ownAll()
	for _, one := range set {
		one.Node = ""
		it := c.p.boxOf(one)
		x, y, room := between(boxes[0], boxes[1], it)
		a := act.Act{Intent: act.Move, Target: one, Args: act.Args{X: ptr(round(x)), Y: ptr(round(y))}}
		if !room {
			c.p.ask = &Question{Text: "There is not enough room between them for " + c.p.s.name(one) + ". Put it there all the same?", Choices: []Choice{{Label: "Yes", Acts: []act.Act{a}}, {Label: "No"}}}
			return true
		}
		c.addTo(a, cells, one)
	}
	return true
}

type box struct{ x, y, w, h float64 }

func (p *parser) boxOf(t act.Target) box {
	x, y, w, h := p.s.box(t)
	return box{x, y, w, h}
}

// between is where something stands in the middle between two boxes, and whether it has room there.
func between(a, b, it box) (x, y float64, room bool) {
	if a.x > b.x {
		a, b = b, a
	}
	x, y = (a.x+a.w+b.x)/2-it.w/2, (a.y+a.h/2+b.y+b.h/2)/2-it.h/2
	if gap := b.x - a.x - a.w; gap >= 0 {
		return x, y, gap >= it.w
	}
	if a.y > b.y {
		a, b = b, a
	}
	x, y = (a.x+a.w/2+b.x+b.w/2)/2-it.w/2, (a.y+a.h+b.y)/2-it.h/2
	return x, y, b.y-a.y-a.h >= it.h
}

// amidEdge reads "centre the notes between the left edge and the counter": along the other side it stays where it is.
func (c *clause) amidEdge(t *token, ends []*ref) bool {
	at := c.one("place", "left", "right", "top", "bottom")
	if len(ends) != 1 || at == nil || c.at(at) < c.at(t) || c.pixelsAhead() > 0 || c.p.s.W <= 0 {
		return false
	}
	set, ok := c.p.resolve(ends[0])
	if ends[0].own = true; !ok || len(set) != 1 {
		return !ok
	}
	like := c.p.boxOf(set[0])
	t.used, at.used = true, true
	c.drop("desk")
	of, ok := c.subject()
	if !ok {
		return true
	}
	c.ownAll()
	for _, one := range of {
		one.Node = ""
		b, a := c.p.boxOf(one), act.Act{Intent: act.Move}
		switch at.value("place") {
		case "left":
			a.Args.X = ptr(round((c.p.s.Left + like.x - b.w) / 2))
		case "right":
			a.Args.X = ptr(round((like.x + like.w + c.p.s.across(1) - b.w) / 2))
		case "top":
			a.Args.Y = ptr(round((c.p.s.Top + like.y - b.h) / 2))
		case "bottom":
			a.Args.Y = ptr(round((like.y + like.h + c.p.s.down(1) - b.h) / 2))
		}
		c.addTo(a, cells, one)
	}
	for _, o := range c.toks {
		o.used = o.used || o.is("verb", "center", "move")
	}
	return true
}
