package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// fromSide reads "40 px from the left edge", "20 px below the top of the screen", "pull it 30 px away from the edge".
func (c *clause) fromSide() bool {
	at, off := c.one("place", "left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right", "corner"), c.one("off")
	if at == nil {
		at = c.one("brink")
	}
	if off == nil {
		off = c.one("prep", "from", "off")
	}
	for _, t := range c.toks {
		if off == nil && listed("offit", t.text) != "" {
			off = t
		}
	}
	if off == nil {
		off = c.one("touch")
	}
	rel := c.one("rel", "above", "below", "left-of", "right-of")
	if off == nil && rel != nil && at != nil && c.at(rel) < c.at(at) {
		off = rel
	}
	if between := c.one("between"); off == nil && at != nil && between != nil {
		off = between // "10 px between the clock and the right edge"
	}
	side := t0(c.toks, c.at(off)+1)
	if at == nil && off != nil {
		for side != nil && side.is("det") {
			side = t0(c.toks, c.at(side)+1)
		}
		if side != nil && side.is("dir") { // "40 px from the left"
			at = side
		}
	}
	if at == nil || off == nil || len(c.drafts) > 0 || c.hasAny("color", "font", "shape", "opaque") {
		return false
	}
	touches := off.is("touch")
	px := 0.0
	if !touches {
		if px = c.pixels(true); px <= 0 {
			return false
		}
	}
	anchor := at.value("place")
	if anchor == "" {
		anchor = sideTo[at.value("dir")]
	}
	set, ok := c.subject()
	if !ok {
		return true
	}
	at.used, off.used = true, true
	c.drop("desk", "brink", "dir")
	for _, t := range c.toks {
		t.used = t.used || t.is("part", "gap", "padding") || listed("stays", t.text) != "" || t.is("verb", "move", "nudge")
	}
	c.ownAll()
	for _, one := range set {
		one.Node = ""
		a := act.Act{Intent: act.Move, Args: act.Args{Anchor: anchor, Pixels: px}}
		if a.Args.Anchor == "" || anchor == "corner" {
			a.Args.Anchor = c.p.nearest(one, anchor == "corner")
		}
		if touches {
			a.Args.On = ptr(false)
		}
		a.Args.Axis = axisAcross[a.Args.Anchor]
		c.addTo(a, cells, one)
	}
	return true
}

// nearest is the edge, or the corner, of the desktop that is nearest to a thing.
func (p *parser) nearest(t act.Target, corner bool) string {
	b := p.boxOf(t)
	across, dx := "left", b.x-p.s.Left
	if far := p.s.across(1) - b.x - b.w; far < dx {
		across, dx = "right", far
	}
	down, dy := "top", b.y-p.s.Top
	if far := p.s.down(1) - b.y - b.h; far < dy {
		down, dy = "bottom", far
	}
	switch {
	case corner:
		return down + "-" + across
	case dy < dx:
		return down
	}
	return across
}

// wayAlong reads "a third of the way across" and "halfway down the screen".
func (c *clause) wayAlong() bool {
	t := c.one("way")
	if t == nil || len(c.drafts) > 0 || c.p.s.W <= 0 {
		return false
	}
	set, ok := c.subject()
	if !ok {
		return true
	}
	c.drop("way", "desk")
	c.ownAll()
	for _, one := range set {
		one.Node = ""
		b, a := c.p.boxOf(one), act.Act{Intent: act.Move}
		for _, o := range c.toks {
			axis, share, _ := strings.Cut(o.value("way"), "-")
			switch axis {
			case "x":
				a.Args.X = ptr(round(c.p.s.across(atof(share)) - b.w/2))
			case "y":
				a.Args.Y = ptr(round(c.p.s.down(atof(share)) - b.h/2))
			}
		}
		c.addTo(a, cells, one)
	}
	return true
}
