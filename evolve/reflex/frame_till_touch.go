package reflex

import "cellshell/evolve/act"

// tillTouch reads "scoot the form over till it touches the notes": it goes straight there, and as high or as far across as it is.
func (c *clause) tillTouch() bool {
	t := c.one("tilltouch")
	if t == nil {
		return false
	}
	r := c.refAfterToken(t)
	if r == nil || c.verb("move", "nudge") == nil && c.hasVerb() {
		return false
	}
	to, ok := c.p.resolve(r)
	if r.own = true; !ok || len(to) != 1 {
		return true
	}
	set, ok := c.subject()
	if !ok {
		return true
	}
	if len(set) != 1 || set[0].Cell == to[0].Cell {
		r.own = false
		return false
	}
	of, like := c.p.boxOf(act.Target{Cell: set[0].Cell}), c.p.boxOf(to[0])
	way := c.one("dir")
	across := of.y < like.y+like.h && like.y < of.y+of.h
	if way != nil {
		across = way.is("dir", "left", "right")
	}
	a := act.Act{Intent: act.Move, Args: act.Args{X: ptr(of.x), Y: ptr(of.y)}}
	switch {
	case across && of.x+of.w/2 < like.x+like.w/2:
		a.Args.X = ptr(round(like.x - of.w))
	case across:
		a.Args.X = ptr(round(like.x + like.w))
	case of.y+of.h/2 < like.y+like.h/2:
		a.Args.Y = ptr(round(like.y - of.h))
	default:
		a.Args.Y = ptr(round(like.y + like.h))
	}
	for _, o := range c.toks {
		o.used = o.used || o == t || o == way || o.is("verb", "move", "nudge") || o.is("dir") || o.text == "over" || o.text == "across"
	}
	c.ownAll()
	c.addTo(a, cells, set...)
	return true
}
