package reflex

import (
	"strings"

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
	case shade != nil && c.one("themeword") != nil && c.one("part", "accent") != nil && c.at(shade) < c.at(c.one("part", "accent"))-1:
		shade.used = true
		a.Args.Mode = shade.value("shade")
	case c.one("themeword") != nil && c.toggling() && c.only("themeword", "flip", "verb"):
		a.Args.Mode = map[string]string{"light": "dark", "dark": "light"}[c.p.s.Mode]
		if c.drop("flip"); a.Args.Mode == "" {
			return false
		}
	case shade != nil && c.one("color") == nil && (c.one("themeword") != nil || len(c.refs) == 0 && (wholeDesk || c.before == nil && c.only("shade", "turn")) || wholeDesk && c.allRefs()):
		shade.used = true
		a.Args.Mode = shade.value("shade")
		if off {
			a.Args.Mode = map[string]string{"dark": "light", "light": "dark"}[a.Args.Mode]
		}
	case shade != nil && len(c.refs) == 1 && c.refs[0].head == "pron" && c.only("shade"):
		shade.used = true
		return c.darkness(shade.value("shade"))
	case c.one("part", "accent") != nil && c.one("color") != nil && c.cellRef() == nil && !c.onlyHere():
		c.drop("part")
		a.Args.Color = c.mixed()
	case c.one("themeword") != nil && c.one("color") != nil && c.cellRef() == nil:
		a.Args.Color = c.mixed()
	case wholeDesk && c.cellRef() == nil && c.leaning():
		a.Args.Color = c.mixed()
	case c.one("part", "accent") != nil && c.one("light") != nil && len(c.refs) == 0 && (c.before == nil || len(c.before.targets) == 0):
		c.drop("part")
		if a.Args.Lighten = 0.1; c.take("light").is("light", "darker") {
			a.Args.Lighten = -0.1
		}
		if c.degree() >= 2 {
			a.Args.Lighten *= 2
		}
	case c.one("light") != nil && (wholeDesk && len(c.refs) == 0 || c.one("themeword") != nil && c.unnamed() && c.bareRefs()):
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

// onlyHere reports whether a clause is about what is pointed at, "a teal accent here", and not about all of the desktop.
func (c *clause) onlyHere() bool {
	at := c.p.s.Point
	if at == nil || at.Cell == "" {
		return false
	}
	for _, r := range c.refs {
		if r.head == "this" || r.head == "thiscell" {
			return true
		}
	}
	return some(c.toks, "here")
}

// leaning reports whether a colour is only leant to: "more purple", "a little more blue", not "blue".
func (c *clause) leaning() bool {
	if tone := c.one("tone"); tone != nil {
		if more := t0(c.toks, c.at(tone)-1); more != nil && more.is("inc", "more") {
			more.used = true // "more bluish"
		}
		return c.one("color") == nil
	}
	t := c.one("color")
	if t == nil {
		return false
	}
	prev := t0(c.toks, c.at(t)-1)
	return prev != nil && !prev.used && (prev.is("inc", "more") || prev.is("deg") && strings.HasSuffix(prev.text, "more"))
}

// toggling reports whether a mode shall be the other one: "switch the theme", "theme toggle".
func (c *clause) toggling() bool {
	for _, t := range c.toks {
		if t.is("flip") || t.text == "switch" && len(c.refs) == 0 {
			return true
		}
	}
	return false
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

// deskOnly reports whether the desktop itself is what the clause talks about.
func (c *clause) deskOnly() bool {
	desk := false
	for _, t := range c.toks {
		desk = desk || t.is("desk")
	}
	return desk || c.allRefs() && len(c.refs) > 0
}
