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
		by = map[string]float64{"less": -0.4, "more": 0.5, "none": -1}[t.value("vivid")]
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
		if by > 0 && c.strong() {
			by = -by
		}
	default:
		return
	}
	if c.mood(t) {
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

// strong reports whether a clause finds what was coloured last too much, "a bit strong", where it wants nothing.
func (c *clause) strong() bool {
	last := c.p.s.LastActs
	return len(last) > 0 && last[0].Intent == act.Recolor && len(c.refs) == 0 && !c.hasVerb() && c.one("deg") != nil && c.before == nil
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
