package reflex

import "cellshell/evolve/act"

// instead reads another colour or pattern for what was last done, said with nothing else: "no, teal", "dunes instead".
// It goes to all that was changed then, and to the part that was meant then.
func (c *clause) instead() bool {
	s := c.p.s
	if n := len(c.p.acts); c.before != nil && n > 0 && c.p.acts[n-1].Intent == act.Wallpaper && len(c.refs) == 0 && c.hasAny("color", "tone") && c.only("color", "tone", "shade", "plain", "deg") {
		c.p.acts[n-1].Args, c.done = act.Args{Color: c.mixed()}, true // "a calmer background, a pale green"
		return true
	}
	if c.before != nil || len(s.LastActs) == 0 || c.p.elsewhere() || s.Point != nil && s.Point.Given || len(s.Selection) > 0 || c.hasVerbBut("make") {
		return false
	}
	if !c.bareRefs() {
		return false
	}
	color := c.hasAny("color", "tone") && c.only("color", "tone", "shade", "even", "plain", "deg")
	if !color && !(c.one("wallstyle") != nil && c.only("wallstyle", "even", "plain")) {
		return false
	}
	in := c.one("prep", "in") != nil // "in silver", of the border that was drawn: "silver" alone is what it is around
	for _, a := range s.LastActs {
		if a.Intent == act.Spawn || a.Intent == act.Style || color && a.Args.Color == "" && !(a.Intent == act.Border && !a.Args.Off() && in) || !color && a.Intent != act.Wallpaper {
			return false
		}
	}
	value := c.mixed()
	if t := c.take("wallstyle"); t != nil {
		value = t.value("wallstyle")
	}
	c.drop("even", "plain")
	c.ownAll()
	for _, a := range s.LastActs {
		a.Args.Color, a.Args.Style, a.Args.Lighten = "", value, 0
		if color {
			a.Args.Color, a.Args.Style = value, ""
		}
		d := draft{Act: a, scope: desktop}
		if a.Target.Cell != "" {
			d.scope, d.fixed = anything, []act.Target{a.Target}
		}
		c.drafts = append(c.drafts, d)
	}
	return true
}
