package reflex

import (
	"cellshell/evolve/act"
)

// themes reads dark and light mode, the accent and contrast.
func (c *clause) themes() bool {
	off := c.one("turn", "off") != nil || c.one("neg") != nil || c.verb("remove", "hide") != nil
	a := act.Act{Intent: act.Theme}
	shade, everything := c.one("shade"), c.one("everywhere") != nil
	wholeDesk := c.deskOnly() || everything
	switch {
	case c.one("theme") != nil:
		t := c.take("theme")
		mode := t.value("theme")
		if mode == "contrast" || mode == "nocontrast" {
			a.Args.Contrast = "high"
			if off || mode == "nocontrast" {
				a.Args.Contrast = "normal"
			}
			break
		}
		if off {
			mode = map[string]string{"dark": "light", "light": "dark"}[mode]
		}
		a.Args.Mode = mode
		if c.take("inc", "more", "less") != nil {
			return false
		}
	case shade != nil && c.one("color") == nil && (c.one("themeword") != nil || len(c.refs) == 0 && (wholeDesk || c.only("shade", "turn")) || wholeDesk && c.allRefs()):
		shade.used = true
		a.Args.Mode = shade.value("shade")
		if off {
			a.Args.Mode = map[string]string{"dark": "light", "light": "dark"}[a.Args.Mode]
		}
	case shade != nil && len(c.refs) == 1 && c.refs[0].head == "pron" && c.only("shade"):
		shade.used = true
		return c.darkness(shade.value("shade"))
	case c.one("part", "accent") != nil && c.one("color") != nil && c.cellRef() == nil:
		c.drop("part")
		a.Args.Color = c.mixed()
	case c.one("themeword") != nil && c.one("color") != nil && c.cellRef() == nil:
		a.Args.Color = c.mixed()
	case c.one("light") != nil && (wholeDesk && len(c.refs) == 0 || c.one("themeword") != nil):
		a.Args.Mode = map[string]string{"lighter": "light", "darker": "dark"}[c.take("light").value("light")]
	default:
		return false
	}
	c.drop("themeword", "turn", "desk", "everywhere", "deg")
	if off {
		c.drop("neg")
		for _, t := range c.toks {
			if t.is("verb", "remove", "hide") {
				t.used = true
			}
		}
	}
	for _, t := range c.toks {
		if t.is("verb", "show") || t.is("part", "color") || t.is("theme") && !t.used {
			t.used = true
		}
	}
	c.ownAll()
	c.add(a, desktop)
	if accent := c.one("part", "accent"); accent != nil && a.Args.Color == "" {
		if color := c.mixed(); color != "" {
			accent.used = true
			c.add(act.Act{Intent: act.Theme, Args: act.Args{Color: color}}, desktop)
		}
	}
	return true
}

// darkness reads "make it dark": the theme when nothing else can be meant, else it asks.
func (c *clause) darkness(mode string) bool {
	theme := act.Act{Intent: act.Theme, Args: act.Args{Mode: mode}}
	s := c.p.s
	c.ownAll()
	if s.Last == nil && len(s.Selection) == 0 && (s.Point == nil || s.Point.Cell == "") {
		c.add(theme, desktop)
		return true
	}
	by := map[string]float64{"dark": -0.3, "light": 0.3}[mode]
	c.p.ask = &Question{Text: "Everything, or just this?", Choices: []Choice{{Label: "The " + mode + " theme", Acts: []act.Act{theme}}}}
	if set, ok := c.p.pronoun(c.refs[0]); ok && len(set) == 1 {
		c.p.ask.Choices = append(c.p.ask.Choices, Choice{Label: s.name(set[0]), Acts: []act.Act{{Intent: act.Recolor, Target: set[0], Args: act.Args{Lighten: by}}}})
	}
	return true
}

// only reports whether the clause's content is of these classes alone.
func (c *clause) only(classes ...string) bool {
next:
	for _, t := range c.toks {
		if t.used || !t.content() {
			continue
		}
		for _, class := range classes {
			if t.is(class) {
				continue next
			}
		}
		return false
	}
	return true
}

// deskOnly reports whether the desktop itself is what the clause talks about.
func (c *clause) deskOnly() bool {
	desk := false
	for _, t := range c.toks {
		desk = desk || t.is("desk")
	}
	return desk || c.allRefs() && len(c.refs) > 0
}

func (c *clause) allRefs() bool {
	for _, r := range c.refs {
		if r.head != "all" {
			return false
		}
	}
	return true
}

// cellRef is the first reference to a single thing.
func (c *clause) cellRef() *ref {
	for _, r := range c.refs {
		if r.head != "all" && !r.own {
			return r
		}
	}
	return nil
}

// wallpaper reads a colour for the desktop's background.
func (c *clause) wallpaper() bool {
	wall := c.one("wall")
	if wall == nil {
		back := c.one("part", "background")
		if back == nil && len(c.refs) == 0 && c.deskOnly() && c.one("color") != nil && c.only("color", "shade", "tone", "desk", "verb") && (c.before == nil || len(c.before.targets) == 0) {
			return c.whichDesk()
		}
		if back == nil || c.cellRef() != nil || c.before != nil && len(c.before.targets) > 0 || c.one("color") == nil {
			return false
		}
		desk := false
		for _, t := range c.toks {
			desk = desk || t.is("desk")
		}
		if !desk {
			s := c.p.s
			if s.Point != nil && s.Point.Cell != "" || len(s.Selection) > 0 {
				return false
			}
			if s.Last != nil {
				return c.whichBackground(back)
			}
		}
		wall = back
	}
	wall.used = true
	c.drop("plain", "desk", "part")
	c.ownAll()
	color := c.mixed()
	if color == "" {
		c.p.ask = &Question{Text: "Which colour shall the wallpaper have?"}
		return true
	}
	c.add(act.Act{Intent: act.Wallpaper, Args: act.Args{Color: color}}, desktop)
	return true
}

// whichDesk asks whether "make the desktop blue" means its wallpaper or the accent.
func (c *clause) whichDesk() bool {
	color := c.mixed()
	c.drop("verb")
	c.p.ask = &Question{Text: "The wallpaper, or the accent of everything?", Choices: []Choice{
		{Label: "The wallpaper", Acts: []act.Act{{Intent: act.Wallpaper, Args: act.Args{Color: color}}}},
		{Label: "The accent", Acts: []act.Act{{Intent: act.Theme, Args: act.Args{Color: color}}}},
	}}
	return true
}

// whichBackground asks whether the desktop's or the last thing's background is meant.
func (c *clause) whichBackground(back *token) bool {
	back.used = true
	color := c.mixed()
	last := c.p.tidy(*c.p.s.Last)
	c.p.ask = &Question{Text: "The background of what?", Choices: []Choice{
		{Label: c.p.s.name(last), Acts: []act.Act{{Intent: act.Recolor, Target: last, Args: act.Args{Color: color, Part: "background"}}}},
		{Label: "the desktop", Acts: []act.Act{{Intent: act.Wallpaper, Args: act.Args{Color: color}}}},
	}}
	return true
}

// arranging reads "tidy up", "arrange everything in a grid", "stack these vertically", "more space between them".
func (c *clause) arranging() bool {
	v := c.verb("arrange", "tile", "stack", "spread")
	layout := c.one("layout")
	if v == nil && (layout == nil || !c.carried("move", "make", "align")) {
		return false
	}
	if layout == nil && v == nil {
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
			a.Args.Layout, a.Args.Factor = "", 1.5
		}
		v.used = true
	}
	if layout != nil {
		a.Args.Layout = layout.value("layout")
		layout.used = true
		c.drop("layout")
	}
	for _, t := range c.toks {
		if t.is("verb", "move", "align") || t.is("desk") || t.is("dir", "up") {
			t.used = true
		}
	}
	if len(c.refs) == 0 || c.allRefs() && len(c.except) == 0 || c.cellsAll() {
		if len(c.p.s.Selection) > 1 && len(c.refs) == 0 {
			c.add(a, cells)
			return true
		}
		c.ownAll()
		c.add(a, desktop)
		return true
	}
	c.add(a, cells)
	return true
}

// cellsAll reports whether the references mean all cells: "the windows".
func (c *clause) cellsAll() bool {
	for _, r := range c.refs {
		if !(r.head == "cellkind" && r.plural || r.head == "kind" && r.value == "any" && r.plural) || r.count > 0 {
			return false
		}
	}
	return len(c.refs) > 0
}
