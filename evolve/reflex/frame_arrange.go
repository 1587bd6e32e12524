package reflex

import "cellshell/evolve/act"

// arranging reads "tidy up", "arrange everything in a grid", "stack these vertically", "more space between them".
func (c *clause) arranging() bool {
	if c.verb("center") != nil {
		return false
	}
	v := c.verb("arrange", "tile", "stack", "spread")
	layout, count := c.one("layout"), c.lanesCounted()
	if count != nil {
		layout = nil
	}
	if c.lane(layout) || c.linedToo(v, layout) || c.evenToo() {
		return true
	}
	if layout != nil && v == nil && listed("sideways", layout.text) != "" && (c.one("place", "center") != nil || c.only("layout")) && c.centres(layout) {
		return c.done
	}
	if v != nil && v.is("verb", "stack") && c.beside() || v != nil && v.is("verb", "stack") && c.one("rel", "onto") != nil {
		return false // "stack the clock on top of the timer"
	}
	even := c.one("evenly")
	if v == nil && (layout == nil && count == nil && even == nil || !c.carried("move", "make", "align") && !(len(c.refs) > 0 && !c.hasVerb() && (c.allRefs() || c.cellsAll() || c.pluralRef()))) {
		return false
	}
	a := act.Act{Intent: act.Arrange, Args: act.Args{Layout: "tidy"}}
	if v != nil {
		switch v.value("verb") {
		case "tile":
			a.Args.Layout = "grid"
		case "stack":
			a.Args.Layout = "column"
		case "spread":
			if px := c.pixels(false); px > 0 {
				a.Args.Layout, a.Args.Pixels = "", px
			} else if a.Args.Layout, a.Args.Factor = c.over(), 0; a.Args.Layout == "" {
				a.Args.Factor = 1.5
			}
		}
		v.used = true
	}
	if even != nil {
		even.used = true
		if a.Args.Layout == "" && a.Args.Factor > 0 || v == nil && layout == nil && count == nil {
			a.Args.Layout, a.Args.Factor = "even", 0
		}
	}
	if layout != nil && !layout.used {
		a.Args.Layout = layout.value("layout")
		layout.used = true
		c.drop("layout")
	}
	if count != nil {
		count.take(c)
		a.Args.Layout, a.Args.Factor, a.Args.Count, a.Args.Axis = "grid", 0, count.n, count.axis
	}
	c.alongSide(&a)
	for _, t := range c.toks {
		if t.is("verb", "move", "align") || t.is("desk") || t.is("dir", "up") || t.is("deg") {
			t.used = true
		}
	}
	c.arrangeThese(a)
	return true
}

// over takes the side of the desktop over which things shall be spread: "across the width", "vertically". "" when none is said.
func (c *clause) over() string {
	along := ""
	for _, t := range c.toks {
		switch {
		case t.is("over"):
			along = t.value("over")
		case t.is("layout", "row", "column"):
			along = t.value("layout")
		default:
			continue
		}
		t.used = true
	}
	return map[string]string{"row": "across", "column": "down"}[along]
}

// crowded asks what to do about things that stand too close.
func (c *clause) crowded() bool {
	if c.take("crowd") == nil {
		return false
	}
	if c.crowdedTwo() {
		return true
	}
	c.p.ask = &Question{Text: "Shall there be more space between all cells, or in one of them? For that say: more space between the buttons.", Choices: []Choice{
		{Label: "Between all cells", Acts: []act.Act{{Intent: act.Arrange, Args: act.Args{Factor: 1.5}}}}, {Label: "Leave it"},
	}}
	c.ownAll()
	return true
}

// crowdedTwo puts more room between two cells that are named: "the notes are too close to the terminal".
func (c *clause) crowdedTwo() bool {
	var set []act.Target
	for _, r := range c.refs {
		of, ok := c.p.tried(r)
		if !ok || !r.cell() {
			return false
		}
		for _, t := range of {
			if t.Node == "" && !has(set, t) {
				set = append(set, t)
			}
		}
	}
	if len(set) != 2 {
		return false
	}
	c.takeAll()
	c.addTo(act.Act{Intent: act.Arrange, Args: act.Args{Factor: 1.5}}, cells, set...)
	return true
}
