package reflex

import (
	"cellshell/evolve/act"
)

// wallpaper reads a colour or a style for the desktop's background.
func (c *clause) wallpaper() bool {
	wall := c.one("wall")
	if seen := c.one("opaque"); seen != nil && comesThrough(seen) {
		return false // "let the wallpaper show through"
	}
	if wall != nil && c.before != nil && len(c.refs) == 0 && c.one("color") == nil && c.keeps() {
		wall.used, c.done = true, true // "dark mode, but leave the wallpaper"
		return true
	}
	if wall == nil && (c.p.s.Point == nil || c.p.s.Point.Cell == "") && len(c.refs) == 0 {
		if drop := c.one("part", "background"); drop != nil && listed("deskground", drop.text) != "" && (c.before == nil || len(c.before.targets) == 0) && c.hasAny("color", "light", "wallstyle") {
			wall = drop // "a sky blue backdrop"
		}
	}
	if wall == nil {
		back := c.one("part", "background")
		if back == nil && len(c.refs) == 0 && c.deskOnly() && c.one("color") != nil && c.only("color", "shade", "tone", "desk", "verb") && (c.before == nil || len(c.before.targets) == 0) {
			return c.whichDesk()
		}
		if back == nil || c.cellRef() != nil || c.before != nil && len(c.before.targets) > 0 || c.one("color") == nil && c.one("wallstyle") == nil {
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
			if s.Last != nil && c.one("wallstyle") == nil {
				return c.whichBackground(back)
			}
		}
		wall = back
	}
	wall.used = true
	if c.take("dir", "up") != nil { // "put a green wallpaper up"
		c.drop("verb")
	}
	if c.paperShade() {
		return true
	}
	plain := c.one("plain") != nil || c.papersNone()
	c.drop("plain", "desk", "part")
	c.ownAll()
	color := c.mixed()
	if color == "" {
		return c.wallStyle(plain)
	}
	c.take("wallstyle", "plain") // "a blue gradient"
	c.add(act.Act{Intent: act.Wallpaper, Args: act.Args{Color: color}}, desktop)
	return true
}

// paperShade reads "the wallpaper a bit darker".
func (c *clause) paperShade() bool {
	t := c.one("light")
	if t == nil {
		t = c.one("complaint", "darker", "lighter")
	}
	if t == nil || c.hasAny("color", "tone", "wallstyle") {
		return false
	}
	by := 0.1
	if t.is("light", "darker") || t.is("complaint", "darker") {
		by = -by
	}
	if t.used = true; c.degree() >= 2 {
		by *= 2
	}
	c.drop("part", "verb")
	c.ownAll()
	c.add(act.Act{Intent: act.Wallpaper, Args: act.Args{Lighten: by}}, desktop)
	return true
}

// keeps takes the verb of what shall stay as it is.
func (c *clause) keeps() bool {
	kept := false
	for _, t := range c.toks {
		if listed("keeps", t.text) != "" {
			t.used, kept = true, true
		}
	}
	return kept
}

// papersNone takes the words for no wallpaper at all, which is the plain one.
func (c *clause) papersNone() bool {
	none := false
	for _, t := range c.toks {
		if !t.used && (t.is("neg") || t.is("no") || t.is("turn", "off") && listed("keeps", t.text) == "") && c.one("color") == nil {
			t.used, none = true, true
		}
	}
	return none
}

// wallStyle reads the name of a wallpaper, or asks for one.
func (c *clause) wallStyle(plain bool) bool {
	style := ""
	if t := c.take("wallstyle"); t != nil {
		style = t.value("wallstyle")
	} else if plain {
		style = "plain"
	}
	if style != "" {
		c.add(act.Act{Intent: act.Wallpaper, Args: act.Args{Style: style}}, desktop)
		return true
	}
	if someListed(c.toks, "formerly") && c.lastPaper() {
		return true
	}
	ask := &Question{Text: "Which wallpaper? One of these, or a colour."}
	for _, w := range [][2]string{{"Aurora", "aurora"}, {"Dunes", "dunes"}, {"Silk", "silk"}, {"Plain", "plain"}} {
		ask.Choices = append(ask.Choices, Choice{Label: w[0], Acts: []act.Act{{Intent: act.Wallpaper, Args: act.Args{Style: w[1]}}}})
	}
	c.p.ask = ask
	return true
}

// lastPaper takes back the newest change of the wallpaper: "put the old wallpaper back".
func (c *clause) lastPaper() bool {
	if c.p.s.Deeds == nil || !c.takesBack(func(a act.Act) bool { return a.Intent == act.Wallpaper }) {
		return false
	}
	c.takeAll()
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
