package reflex

import (
	"cellshell/evolve/act"
)

// textRoom reads the room between the letters of a text or between its lines: "letter spacing 2 px", "more space between the
// lines", "double spaced", "normal line height again".
func (c *clause) textRoom() bool {
	t := c.one("room")
	fixed := c.one("linespaced")
	if t == nil && fixed == nil || c.undoes() {
		return false
	}
	a := act.Act{Intent: act.Spacing, Args: act.Args{Part: "lines"}}
	if t != nil {
		t.used = true
		if t.is("room", "letters") {
			a.Args.Part = "letters"
		}
	}
	for _, o := range c.toks {
		o.used = o.used || listed("stays", o.text) != "" || listed("roomverb", o.text) != ""
	}
	known := true
	switch {
	case fixed != nil:
		fixed.used = true
		a.Args.Em = atof(fixed.value("linespaced"))
	case c.roomUsual():
		a.Args.On = ptr(false)
	default:
		known = c.roomFigure(t, &a.Args) || c.roomWay(&a.Args)
	}
	c.take("part", "text", "font", "label")
	for _, o := range c.toks {
		o.used = o.used || o.is("verb", "add", "move", "align", "spread", "restore", "arrange", "show") || o.is("even")
	}
	c.lettering() // "all caps with wide tracking"
	c.colors()
	if !known {
		if c.p.ask == nil {
			c.askRoom(a)
		}
		return true
	}
	c.drafts = append([]draft{{Act: a, scope: anything}}, c.drafts...)
	return true
}

// roomUsual reports whether the room shall be what it is where nobody says anything of it.
func (c *clause) roomUsual() bool {
	found := false
	for _, o := range c.toks {
		if !o.used && (o.is("roomusual") || o.is("verb", "remove", "hide", "restore") || o.is("neg") || o.is("turn", "off") || o.counts() && o.num == 0) {
			o.used, found = true, true
		}
	}
	if found {
		c.drop("roomusual", "repeat")
		c.take("unit")
	}
	return found
}

// roomFigure reads a figure: pixels, times the size of the letters, or a share of the room there is.
func (c *clause) roomFigure(room *token, g *act.Args) bool {
	lines := g.Part == "lines"
	inc := c.one("inc")
	for i, t := range c.toks {
		if t.used || !t.counts() || t.num <= 0 {
			continue
		}
		n, by := t.num, inc != nil && !c.setTo(t.num)
		if before := t0(c.toks, i-1); before != nil && before.text == "minus" {
			before.used, n = true, -n
		}
		u := t0(c.toks, i+1)
		if u == nil || !u.is("unit") || u.used {
			u = nil
		}
		less := inc != nil && inc.is("inc", "less")
		switch {
		case u != nil && u.is("unit", "em"):
			g.Em = n
		case u != nil && u.is("unit", "percent") && by:
			g.Factor = within(1 + n/100)
			if less {
				g.Factor = within(1 - n/100)
			}
		case u != nil && u.is("unit", "percent"):
			g.Em = round(n / 100)
		case u != nil && u.is("unit", "times") && room != nil && i < c.at(room) && !lines:
			g.Factor = within(n)
		case u != nil && u.is("unit", "times"):
			g.Em = n
		case by && less:
			g.Value = -n
		case by:
			g.Value = n
		case u == nil && (lines && n <= 8 || !lines && n < 1):
			g.Em = n
		default:
			g.Pixels = n
		}
		if t.used = true; u != nil {
			u.used = true
		}
		if inc != nil {
			inc.used = true
		}
		return true
	}
	return false
}

// roomWay reads which way it shall go, and about how far.
func (c *clause) roomWay(g *act.Args) bool {
	more := true
	switch inc, dim, tight, wrong := c.one("inc"), c.one("dim"), c.one("tight"), c.one("complaint", "smaller", "bigger", "low"); {
	case inc != nil:
		more = !inc.is("inc", "less")
		for _, o := range c.toks { // "spread them out more"
			o.used = o.used || o.is("inc", inc.value("inc"))
		}
	case wrong != nil: // "the line spacing is too big"
		wrong.used, more = true, !wrong.is("complaint", "smaller")
	case dim != nil:
		dim.used, more = true, dim.is("dim", "bigger", "wider", "taller", "longer")
	case tight != nil:
		tight.used, more = true, tight.is("tight", "more")
	case c.one("mult") != nil:
	case c.verb("add", "give", "want", "spread", "move") != nil:
	default:
		return false
	}
	if f := c.amount(more); f > 0 {
		g.Factor = within(f)
		return true
	}
	g.Factor = roomFactor(g.Part, c.degree(), more)
	return true
}

// roomFactor is how many times as much room a word for more means, or for less. Lines need less of it to be seen.
func roomFactor(part string, deg float64, more bool) float64 {
	f := deg
	switch {
	case part == "lines" && deg == 0:
		f = 1.25
	case part == "lines" && deg < 1.3:
		f = 1.1
	case part == "lines" && deg >= 2, deg == 0:
		f = 1.5
	}
	if !more {
		f = 1 / f
	}
	return within(f)
}

// askRoom asks which way, where only the room is named.
func (c *clause) askRoom(a act.Act) {
	set, ok := c.subject()
	if !ok {
		return
	}
	c.takeAll()
	c.drafts = nil
	offer := func(label string, g act.Args) Choice {
		g.Part = a.Args.Part
		return choice(way{label: label, act: act.Act{Intent: act.Spacing, Args: g}}, set)
	}
	c.p.ask = &Question{Text: "More room between the " + a.Args.Part + " of " + c.p.them(set) + ", or less?", Choices: []Choice{
		offer("More", act.Args{Factor: roomFactor(a.Args.Part, 0, true)}), offer("Less", act.Args{Factor: roomFactor(a.Args.Part, 0, false)}),
		offer("As usual", act.Args{On: ptr(false)}),
		{Label: "Leave it"},
	}}
}

// carriedRoom is a change of the room in a text once more, or half of it taken back.
func carriedRoom(a act.Act, more bool, deg float64) (act.Act, bool) {
	g := &a.Args
	f := g.Factor
	up := f > 1 || f == 0 && (g.Value > 0 || g.Em != 0 || g.Pixels != 0)
	switch {
	case g.On != nil:
		return a, false
	case !more && f > 0:
		f = round((1 + (f-1)/2) / f)
	case !more:
		f = roomFactor(g.Part, 1.15, !up)
	case deg > 0 || f == 0:
		f = roomFactor(g.Part, deg, up)
	}
	*g = act.Args{Part: g.Part, Factor: f}
	return a, true
}

// undoes reports whether a clause takes something back, which is said with the name of a look too: "undo the letter spacing".
func (c *clause) undoes() bool {
	t := c.toks[0]
	return t.is("undo", "one") && !t.is("verb") && !t.is("neg")
}
