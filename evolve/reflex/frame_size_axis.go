package reflex

import "cellshell/evolve/act"

// otherAxis is the measure across another.
var otherAxis = map[string]string{"height": "width", "width": "height"}

// keeping reads "… but keep the height".
func (c *clause) keeping() {
	for _, t := range c.toks {
		if !t.is("keep") {
			continue
		}
		axis := otherAxis[t.value("keep")]
		for k := range c.drafts {
			if g := &c.drafts[k].Args; c.drafts[k].Intent == act.Resize && (g.Axis == "" || g.Axis == axis) {
				g.Axis, t.used = axis, true
			}
		}
	}
}

// keepsToo reads ", don't change its width", said behind a change of size.
func (c *clause) keepsToo() bool {
	t := c.one("keep")
	if t == nil || c.before == nil || len(c.refs) > 0 && !c.bareRefs() || !c.only("keep") {
		return false
	}
	axis := otherAxis[t.value("keep")]
	for k := range c.p.acts {
		g := &c.p.acts[k].Args
		if c.p.acts[k].Intent == act.Resize && (g.Axis == "" || g.Axis == axis) && (axis != "width" || g.Height == 0) && (axis != "height" || g.Width == 0) {
			g.Axis, c.done = axis, true
		}
	}
	if c.done {
		t.used, c.targets = true, c.before.targets
		c.ownAll()
	}
	return c.done
}

// notAxis reads "but not wider": the size before it changes along the other axis only.
func (c *clause) notAxis(t *token) bool {
	not := otherAxis[axisOf(t)]
	i := c.at(t)
	neg := c.toks[i-1]
	if !neg.is("neg") {
		neg = c.toks[i-2]
	}
	if not == "" {
		return false
	}
	for k := range c.drafts {
		if c.drafts[k].Intent == act.Resize && (c.drafts[k].Args.Axis == "" || c.drafts[k].Args.Axis == not) {
			c.drafts[k].Args.Axis = not
			t.used, neg.used = true, true
			return true
		}
	}
	for k := range c.p.acts {
		if c.before != nil && c.p.acts[k].Intent == act.Resize && (c.p.acts[k].Args.Axis == "" || c.p.acts[k].Args.Axis == not) {
			c.p.acts[k].Args.Axis = not
			t.used, neg.used, c.done = true, true, true
		}
	}
	if c.before != nil {
		c.targets = c.before.targets
	}
	return c.done
}

// axisToo reads "height too" after something got a width: the same for its other side.
func (c *clause) axisToo() bool {
	prop, last := c.one("prop", "width", "height"), c.p.s.LastActs
	if prop == nil || c.before != nil || len(last) == 0 || c.p.elsewhere() || c.named() || !c.alsoSays() || !c.only("prop", "also", "repeat", "verb", "even", "deg", "dim") {
		return false
	}
	axis := prop.value("prop")
	var out []draft
	for _, a := range last {
		g := &a.Args
		switch {
		case a.Intent != act.Resize || a.Target.Cell == "" || g.Width > 0 && g.Height > 0:
			return false
		case axis == "height" && g.Width > 0:
			*g = act.Args{Height: g.Width}
		case axis == "width" && g.Height > 0:
			*g = act.Args{Width: g.Height}
		case g.Axis == otherAxis[axis]:
			g.Axis = axis
		default:
			return false
		}
		out = append(out, draft{Act: a, scope: anything, fixed: []act.Target{a.Target}})
	}
	c.takeAll()
	c.drafts = append(c.drafts, out...)
	return true
}

// alsoSays reports whether a clause says that it goes on with the same.
func (c *clause) alsoSays() bool {
	return c.one("also") != nil || c.one("repeat") != nil || someListed(c.toks, "andthis") || someListed(c.toks, "sameas")
}
