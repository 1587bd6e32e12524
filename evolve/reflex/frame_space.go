package reflex

import (
	"slices"
	"strings"

	"cellshell/evolve/act"
)

// spacing reads padding and gaps: "more padding", "a gap of 12 between the buttons", "some more room between the two".
func (c *clause) spacing() {
	if c.toEdge() || c.beside() && c.pixelsAhead() > 0 {
		return
	}
	t := c.one("part", "padding", "gap")
	if t == nil {
		if t = c.betweenThings(); t == nil {
			c.drawnTogether()
			return
		}
	}
	for _, o := range c.toks { // "leave a gap of 10 px"
		o.used = o.used || listed("stays", o.text) != ""
	}
	a := act.Act{Intent: act.Spacing, Args: act.Args{Part: t.value("part")}}
	if between := c.one("between"); between != nil {
		between.used, a.Args.Part = true, "gap" // "more room between …" is never inside
	}
	if a.Args.Part == "" {
		a.Args.Part = "gap"
	}
	if t.used = true; a.Args.Part == "padding" && len(c.refs) > 0 {
		c.take("part", "text") // "air around the text"
	}
	for _, o := range c.toks {
		if o.is("verb", "add", "move", "align", "spread") {
			o.used = true
		}
	}
	if neg := c.take("neg"); neg != nil {
		a.Args.On = ptr(false)
		c.spaced(a)
		return
	}
	inc := c.take("inc")
	if tight := c.one("tight"); tight != nil && inc == nil && (t.is("part", "padding") || len(c.refs) > 0) {
		tight.senses = []sense{{class: "inc", value: tight.value("tight")}}
		tight.used = true
		inc = tight
	}
	dim := c.take("dim")
	if px := c.pixels(true); px > 0 && px <= 400 {
		switch {
		case inc == nil && dim == nil || c.setTo(px):
			a.Args.Pixels = px
		case inc != nil && inc.is("inc", "less") || dim != nil && sign(dim) < 0:
			a.Args.Value = -px
		default:
			a.Args.Value = px
		}
		c.spaced(a)
		return
	}
	switch {
	case inc != nil:
		a.Args.Factor = c.factor(inc)
	case dim != nil:
		a.Args.Factor = c.factor(dim)
	default:
		if f := c.share(); f > 0 {
			a.Args.Factor = within(f)
		} else if c.verb("add", "give", "move", "want", "spread") != nil {
			a.Args.Factor = within(c.growth())
		} else {
			t.used = false
			return
		}
	}
	c.spaced(a)
}

// toEdge reports whether the room is between something and an edge of the desktop, which is about its place.
func (c *clause) toEdge() bool {
	return c.one("between") != nil && (c.one("place", "left", "right", "top", "bottom") != nil || c.one("brink") != nil)
}

// drawnTogether reads "tighten them up a bit": cells of which several are meant.
func (c *clause) drawnTogether() {
	t := c.one("tight")
	if t == nil || len(c.drafts) > 0 || len(c.refs) == 0 || !(c.pluralRef() || c.allRefs() || c.cellsAll()) || c.hasAny("part", "dim", "font") {
		return
	}
	if set, ok := c.parts(); ok && len(set) > 0 {
		if of, ok := c.p.holds(set); ok {
			t.used = true
			c.ownAll()
			c.addTo(act.Act{Intent: act.Spacing, Args: act.Args{Part: "gap", Factor: c.drawn(t)}}, anything, of)
		}
		return
	}
	t.used = true
	for _, o := range c.toks {
		o.used = o.used || o.is("even") || o.is("dir", "up") // "tighten them up"
	}
	c.arrangeThese(act.Act{Intent: act.Arrange, Args: act.Args{Factor: c.drawn(t)}})
}

// drawn is how much more or less room "tighten" and "loosen" mean.
func (c *clause) drawn(t *token) float64 {
	f := c.growth()
	if t.is("tight", "less") {
		f = 1 / f
	}
	return within(f)
}

// setTo reports whether a number is what it shall be, not by how much it changes: "increase the padding to 20".
func (c *clause) setTo(px float64) bool {
	for i, t := range c.toks {
		if t.counts() && t.num == px && i > 0 {
			return c.toks[i-1].is("prep", "to")
		}
	}
	return false
}

// betweenThings finds the "between" of "put 12 px between save and cancel".
func (c *clause) betweenThings() *token {
	t := c.one("between")
	if t == nil || len(c.refs) == 0 || c.pixelsAhead() == 0 && c.one("dim") == nil && c.one("inc") == nil || c.hasAny("color", "gene") && c.verb("add") != nil {
		return nil
	}
	if v := c.verb("move", "make", "use", "give", "want", "spread", "add"); v == nil && c.hasVerb() {
		return nil
	}
	return t
}

// spaced gives the act of spacing its targets: the gap between parts of one cell is that of what holds them, the gap between
// cells is theirs.
func (c *clause) spaced(a act.Act) {
	if a.Args.Part == "gap" && c.gapOfLast(a) {
		return
	}
	if len(c.refs) == 0 && c.betweenThem() {
		c.refs = append(c.refs, &ref{head: "pron", plural: true})
	}
	if a.Args.Part == "gap" && c.inRow(a) {
		return
	}
	several := len(c.p.s.Selection) > 1 && len(c.refs) == 0 || c.allRefs() && len(c.refs) > 0 || c.pluralRef()
	if a.Args.Part == "gap" && several {
		if a.Args.Value != 0 {
			c.ownAll()
			c.p.ask = &Question{Text: "How many pixels between them? Say it as: 20 px between them."}
			return
		}
		a = act.Act{Intent: act.Arrange, Args: act.Args{Factor: a.Args.Factor, Pixels: a.Args.Pixels, On: a.Args.On}}
		if c.cellsAll() && !c.allRefs() {
			c.add(a, cells)
			return
		}
		c.arrangeThese(a)
		return
	}
	c.add(a, anything)
}

// betweenThem reports whether "them" is part of the word for the room: "a little less space between them".
func (c *clause) betweenThem() bool {
	return slices.ContainsFunc(c.toks, func(t *token) bool { return t.is("part", "gap") && strings.Contains(t.text, " between ") })
}
