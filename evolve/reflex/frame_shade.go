package reflex

import "cellshell/evolve/act"

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
