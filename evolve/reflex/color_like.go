package reflex

import (
	"cellshell/evolve/act"
)

// likeColors reads "make this match the clock" and "in the same colour as the notes".
func (c *clause) likeColors() {
	t := c.one("verb", "match")
	if t == nil {
		t = c.sameColor()
	}
	if t == nil {
		return
	}
	r := c.refAfterToken(t)
	if r == nil && wideScript(t.text) {
		r = c.refBefore(c.at(t))
	}
	if r == nil {
		for _, o := range c.toks { // "the same colour as before"
			if o.text == "before" && len(c.p.s.LastActs) > 0 && c.p.s.LastActs[0].Intent == act.Recolor {
				t.used, o.used = true, true
				c.add(takeBack(1), desktop)
			}
		}
		return
	}
	if o := c.matchedTo(r); o != nil {
		r = o
	}
	if r.indef && r.head == "gene" {
		return // "like a sticky note": not like the notes that are here
	}
	set, ok := c.p.resolve(r)
	if there := c.p.thereAt(); there != "" && r.bare() {
		set, ok = []act.Target{{Cell: there}}, true // "give this the look of that", where both are pointed at
	}
	r.own = true
	if ok && len(set) != 1 { // "the same colour as the others"
		if of := keep(c.p.besideOfKind(c.p.inMind()), func(t act.Target) bool { return has(set, t) || has(set, act.Target{Cell: t.Cell}) }); len(of) > 0 {
			set = of[:1]
		}
	}
	if !ok || len(set) != 1 {
		return
	}
	t.used = true
	a := act.Act{Intent: act.Recolor, Args: act.Args{LikeCell: set[0].Cell, LikeNode: set[0].Node}}
	for _, title := range c.toks {
		switch {
		case title.used || !title.is("part", "title", "text", "background"):
		case c.at(title) >= r.to && title.is("part", "title"): // "… the form's heading"
			title.used = true
			like := act.Act{Target: set[0]}
			c.p.onTitle(&like, c.p.s.cell(set[0].Cell))
			a.Args.LikeNode = like.Target.Node
		case c.at(title) < r.from:
			title.used = true
			a.Args.Part = map[string]string{"background": "background"}[title.value("part")]
			if a.Args.Part == "" {
				a.Args.Part = "text"
			}
		}
	}
	c.add(a, anything)
}

// matchedTo is what something shall look like where that is named first: the form of "match the clock to the form".
func (c *clause) matchedTo(first *ref) *ref {
	for _, r := range c.refs {
		if r.from <= first.from || r.from == 0 || c.at(c.toks[r.from-1]) < first.to {
			continue
		}
		if to := c.toks[r.from-1]; to.is("prep", "to", "with") {
			to.used = true
			return r
		}
	}
	return nil
}

// sameColor finds the "as" of "the same blue on the notes as on the clock".
func (c *clause) sameColor() *token {
	if c.verb("use") != nil { // "use the colours of the terminal for the notes"
		for i, t := range c.toks {
			if of := t0(c.toks, i+1); t.is("part", "color") && of != nil && of.is("prep", "of") && len(c.refs) > 1 && c.refAfterToken(of) == c.refs[0] {
				t.used = true
				return of
			}
		}
	}
	for i, t := range c.toks {
		if t.used || t.text != "same" || t0(c.toks, i+1) == nil || !c.toks[i+1].is("color") && !c.toks[i+1].is("part", "color") {
			continue
		}
		for _, as := range c.toks[i+2:] {
			if as.is("prep", "as") && c.refAfterToken(as) != nil {
				t.used, c.toks[i+1].used = true, true
				return as
			}
		}
	}
	return nil
}

// pair reads "white on red": the text and what is behind it.
func (c *clause) pair() {
	if at := c.p.s.Point; len(c.refs) == 0 && c.one("part", "text") == nil && (at == nil || !at.Given || at.Cell == "") {
		return // alone it may be either way round
	}
	for i, t := range c.toks {
		k := i + 1
		if text := t0(c.toks, k); text != nil && text.is("part", "text") {
			k++ // "white text on black"
		}
		if t.used || !t.is("color") || t0(c.toks, k) == nil || !c.toks[k].is("prep", "on") {
			continue
		}
		k++
		for k < len(c.toks) && (c.toks[k].is("det", "a") || c.toks[k].is("shade") || c.toks[k].is("tone")) {
			k++
		}
		if behind := t0(c.toks, k); behind == nil || behind.used || !behind.is("color") {
			continue
		}
		c.take("part", "text", "font", "label")
		for _, part := range []string{"text", "background"} {
			c.add(act.Act{Intent: act.Recolor, Args: act.Args{Color: c.mixed(), Part: part}}, anything)
		}
		c.take("part", "background")
		return
	}
}

// thereAt is the cell under the second place that was pointed at, "" without one: the smallest where one lies on another.
func (p *parser) thereAt() string {
	at, found, least := p.s.Point2, "", 0.0
	if at == nil {
		return ""
	}
	if at.Cell != "" {
		return at.Cell
	}
	for _, c := range p.s.Cells {
		if inside := at.X >= c.X && at.X < c.X+c.W && at.Y >= c.Y && at.Y < c.Y+c.H; inside && (found == "" || c.W*c.H < least) {
			found, least = c.ID, c.W*c.H
		}
	}
	return found
}
