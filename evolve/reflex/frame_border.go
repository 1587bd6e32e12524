package reflex

import "cellshell/evolve/act"

// borders reads "a red border", "thicker outline", "no border".
func (c *clause) borders() {
	if c.outlined() {
		return
	}
	t := c.one("part", "border")
	if t == nil {
		c.borderOn()
		return
	}
	a := act.Act{Intent: act.Border, Args: act.Args{Pixels: 2}}
	i := c.at(t)
	t.used = true
	if neg := c.one("neg"); neg != nil && (c.at(neg) < i || wideScript(neg.text)) {
		neg.used = true
		c.add(act.Act{Intent: act.Border, Args: act.Args{On: ptr(false)}}, anything)
		return
	}
	if off := c.take("turn", "off"); off != nil && off.is("fill") { // "Rahmen weg"
		c.add(act.Act{Intent: act.Border, Args: act.Args{On: ptr(false)}}, anything)
		return
	}
	a.Args.Pixels = c.lineWidth()
	if m := c.take("mult"); m != nil { // "twice as thick"
		a.Args.Pixels, a.Args.Factor = 0, atof(m.value("mult"))
	}
	// The colour nearest to the border, unless it is another part's.
	back := c.nearest(i)
	if near := c.one("color"); near != nil {
		k := c.at(near)
		if k < i && i-k <= 3 || k > i && c.colorsFollowing(i) == 1 && !c.partBetween(i, k) {
			a.Args.Color = c.mixed()
		}
	}
	back()
	for _, o := range c.toks {
		if o.is("verb", "add", "show", "move", "paint") || o.text == "draw" {
			o.used = true
		}
	}
	c.add(a, anything)
}

// nearest sets the colours aside that stand farther from a part than the one right before it, "white with a blue border", and
// returns what brings them back.
func (c *clause) nearest(i int) (back func()) {
	var aside []*token
	if before := t0(c.toks, i-1); before != nil && before.is("color") && !before.used {
		for _, t := range c.toks[:i-1] {
			if t.is("color") && !t.used {
				t.used = true
				aside = append(aside, t)
			}
		}
	}
	return func() {
		for _, t := range aside {
			t.used = false
		}
	}
}

// lineWidth takes what is said of how thick a border is: figures rather than words.
func (c *clause) lineWidth() float64 {
	exact, px := c.pixels(false), 2.0
	for _, o := range c.toks {
		switch {
		case o.used:
		case o.is("thick"):
			o.used, px = true, atof(o.value("thick"))
		case listed("fat", o.text) != "":
			o.used, px = true, atof(listed("fat", o.text))
		case o.is("dim", "bigger", "wider"), o.foreign("font") && o.is("font", "bold"): // of letters the same word says bold
			o.used, px = true, 4
		case o.is("dim", "smaller", "narrower"):
			o.used, px = true, 1
		}
	}
	if exact > 0 && exact <= 40 {
		return exact
	}
	return px
}

// outlined reads "make the save button outlined": a border and no ground.
func (c *clause) outlined() bool {
	t := c.one("outlined")
	if t == nil {
		return false
	}
	t.used = true
	c.drop("kind", "styleword")
	a := act.Act{Intent: act.Border, Args: act.Args{Pixels: 2}}
	if color := c.mixed(); color != "" {
		a.Args.Color = color
	}
	c.add(a, anything)
	c.add(act.Act{Intent: act.Recolor, Args: act.Args{Color: "transparent", Part: "background"}}, anything)
	return true
}

// borderOn reads what goes on about the border of the clause before: "put a border on it, two pixels, green".
func (c *clause) borderOn() {
	n := len(c.p.acts)
	if c.before == nil || n == 0 || c.p.acts[n-1].Intent != act.Border || len(c.refs) > 0 || c.hasVerb() || c.one("part") != nil || !c.only("color", "shade", "tone", "num", "unit", "thick") {
		return
	}
	px, color := c.pixels(false), c.mixed()
	if thick := c.take("thick"); thick != nil && px == 0 {
		px = atof(thick.value("thick"))
	}
	for i := range c.p.acts {
		g := &c.p.acts[i].Args
		if c.p.acts[i].Intent != act.Border || g.On != nil {
			continue
		}
		if px > 0 && px <= 40 {
			g.Pixels, c.done = px, true
		}
		if color != "" {
			g.Color, c.done = color, true
		}
	}
	c.targets = c.before.targets
}

func (c *clause) colorsFollowing(i int) int {
	n := 0
	for _, t := range c.toks[i:] {
		if t.is("color") && !t.used {
			n++
		}
	}
	return n
}

func (c *clause) partBetween(i, k int) bool {
	for _, t := range c.toks[i+1 : k] {
		if t.is("part") && !t.is("part", "color") {
			return true
		}
	}
	return false
}
