package reflex

import (
	"strings"

	"cellshell/evolve/act"
)

// vividness reads how much colour there shall be in something: "desaturate the save button", "more vivid", "mute it a bit".
func (c *clause) vividness() {
	if c.tonedDown() {
		return
	}
	var by float64
	t := c.one("vivid")
	switch {
	case t != nil:
		by = map[string]float64{"less": -0.4, "more": 0.5}[t.value("vivid")]
	case c.one("part", "saturation") != nil:
		t = c.one("part", "saturation")
		inc := c.take("inc", "more", "less")
		if inc == nil {
			return
		}
		by = map[string]float64{"less": -0.4, "more": 0.5}[inc.value("inc")]
	case c.one("color") == nil && c.one("cast", "muted", "vivid", "pale") != nil:
		t = c.one("cast", "muted", "vivid", "pale")
		by = map[string]float64{"muted": -0.4, "pale": -0.4, "vivid": 0.5}[t.value("cast")]
		if less := c.take("inc", "less"); less != nil {
			by = -by
		}
		c.take("inc", "more")
	default:
		return
	}
	t.used = true
	switch deg := c.degree(); {
	case deg >= 2:
		by *= 1.75
	case deg > 0:
		by *= 0.5
	}
	part := c.partNear(c.at(t))
	c.drop("part")
	c.itsColor()
	if c.undirected() {
		c.muteAll(by)
		return
	}
	c.add(act.Act{Intent: act.Recolor, Args: act.Args{Saturate: round(by), Part: part}}, anything)
}

// undirected reports whether nothing is named, or all of the desktop.
func (c *clause) undirected() bool {
	s := c.p.s
	if some(c.toks, "everywhere") || some(c.toks, "desk") || len(c.refs) > 0 && c.allRefs() {
		return true
	}
	return len(c.refs) == 0 && (c.before == nil || len(c.before.targets) == 0) && (s.Point == nil || s.Point.Cell == "") && len(s.Selection) == 0 && s.Last == nil
}

// muteAll asks what of the desktop shall be less, or more, colourful: it has no one saturation.
func (c *clause) muteAll(by float64) {
	c.ownAll()
	c.drop("everywhere", "desk")
	how := "less vivid"
	if by > 0 {
		how = "more vivid"
	}
	q := &Question{Text: "What shall be " + how + "?", Choices: []Choice{{Label: "The accent of everything", Acts: []act.Act{{Intent: act.Theme, Args: act.Args{Saturate: round(by)}}}}}}
	if by < 0 {
		q.Choices = append(q.Choices, Choice{Label: "The wallpaper: make it plain", Acts: []act.Act{{Intent: act.Wallpaper, Args: act.Args{Style: "plain"}}}})
	}
	q.Choices = append(q.Choices, Choice{Label: "One thing: I name it"})
	c.p.ask = q
}

// shades reads "make the notes dark", "more dark" and "a warmer tone" of a thing.
func (c *clause) shades() {
	if c.hasAny("color", "theme") || len(c.drafts) > 0 || c.p.ask != nil {
		return
	}
	if t := c.one("cast", "warm", "cool"); t != nil {
		c.warmth(t)
		return
	}
	t := c.one("shade")
	if t == nil || c.hasAny("themeword", "light") || c.cellRef() == nil && (c.before == nil || len(c.before.targets) == 0) && (c.p.s.Point == nil || c.p.s.Point.Cell == "") {
		return
	}
	mode := t.value("shade")
	part := c.partNear(c.at(t))
	if inc := c.one("inc", "more", "less"); inc != nil && c.at(inc) < c.at(t) {
		inc.used, t.used = true, true
		by := map[string]float64{"light": 0.15, "dark": -0.15}[mode]
		if inc.is("inc", "less") {
			by = -by
		}
		switch deg := c.degree(); {
		case deg >= 2:
			by *= 2
		case deg > 0:
			by *= 0.667
		}
		c.drop("part")
		c.add(act.Act{Intent: act.Recolor, Args: act.Args{Lighten: round(by), Part: part}}, anything)
		return
	}
	if !c.only("shade", "deg", "part", "verb", "place") || grounds[mode] == "" {
		return
	}
	t.used = true
	c.degree()
	c.drop("part")
	if part == "" {
		part = "background"
	}
	c.add(act.Act{Intent: act.Recolor, Args: act.Args{Color: grounds[mode], Part: part}}, anything)
}

// warmth asks for one of the warm or the cool colours.
func (c *clause) warmth(t *token) {
	targets := []act.Target{{}}
	if !c.undirected() {
		set, ok := c.subject()
		if !ok {
			return
		}
		targets = set
	}
	t.used = true
	for _, o := range c.toks {
		if o.isAny("part", "inc", "deg", "desk", "themeword", "everywhere", "tone") {
			o.used = true
		}
	}
	c.ownAll()
	q := &Question{Text: "A " + t.value("cast") + " colour: which one?"}
	if targets[0].Cell == "" {
		q.Text = "A " + t.value("cast") + " accent for everything: which one?"
	}
	for _, color := range map[string][]string{"warm": {"orange", "red", "yellow"}, "cool": {"blue", "teal", "indigo"}}[t.value("cast")] {
		choice := Choice{Label: color}
		for _, target := range targets {
			a := act.Act{Intent: act.Recolor, Target: target, Args: act.Args{Color: color}}
			if target.Cell == "" {
				a.Intent = act.Theme
			}
			choice.Acts = append(choice.Acts, a)
		}
		q.Choices = append(q.Choices, choice)
	}
	c.p.ask = q
}

// itsColor takes "the green" of "make the green more vivid": the colour that the thing has.
func (c *clause) itsColor() bool {
	t := c.one("color")
	if t == nil || t0(c.toks, c.at(t)-1) == nil || !c.toks[c.at(t)-1].is("det", "the", "my") {
		return false
	}
	t.used = true
	return true
}

// tonedDown reads "tone down the red" and asks what shall be done where no colour is named: "tone down the delete button".
func (c *clause) tonedDown() (done bool) {
	var t *token
	for _, o := range c.toks {
		switch how := listed("tonedown", o.text); {
		case o.used:
		case how == "it":
			t = o
		case how == "down": // "tone the button down"
			if down := c.one("dir", "down"); down != nil {
				t, down.used = o, true
			}
		}
	}
	if t == nil {
		return false
	}
	t.used = true // not to be read as more than that
	defer func() { t.used = done }()
	if c.hasAny("dim", "prop", "opaque", "unit", "num", "dir", "place", "light") || c.one("part") != nil && c.one("part", "color") == nil {
		return false
	}
	if c.one("part", "color") != nil || c.itsColor() {
		t.senses = []sense{{class: "vivid", value: "less", lang: "en"}}
		return false
	}
	if c.undirected() {
		return false
	}
	set, ok := c.subject()
	if !ok {
		return false
	}
	c.degree()
	c.ownAll()
	r := gripes["hush"]
	c.p.ask = &Question{Text: strings.ReplaceAll(r.text, "%s", c.p.them(set))}
	for _, w := range r.ways {
		c.p.ask.Choices = append(c.p.ask.Choices, choice(w, set))
	}
	return true
}
