package reflex

import "cellshell/evolve/act"

// deskOn reads what goes on about the look of the whole desktop: "a shade darker" after the wallpaper or the accent got a colour,
// "far too bright" after the theme became light. None of it is about the thing that was changed before that.
func (c *clause) deskOn() bool {
	s := c.p.s
	if c.before != nil || len(s.LastActs) == 0 || c.named() || c.p.elsewhere() || s.Point != nil && s.Point.Given && s.Point.Cell != "" || len(s.Selection) > 0 {
		return false
	}
	last := s.LastActs[len(s.LastActs)-1]
	if last.Intent != act.Theme && last.Intent != act.Wallpaper {
		return false
	}
	shade, much := c.one("light"), c.one("complaint", "darker", "lighter")
	said := shade
	if much != nil {
		said = much
	}
	if said == nil || shade != nil && much != nil || c.one("part", "accent", "background", "text", "border") != nil || !c.only("light", "complaint", "deg", "even", "part", "verb", "fill", "inc") || c.hasVerbBut("make") || some(c.toks, "themeword") || some(c.toks, "desk") || some(c.toks, "everywhere") || len(c.refs) > 0 && c.allRefs() {
		return false
	}
	way := 1.0
	if said.is("light", "darker") || said.is("complaint", "darker") {
		way = -1
	}
	for _, a := range s.LastActs {
		if a.Intent == act.Theme && a.Args.Mode != "" && (much != nil || len(s.LastActs) == 1) {
			return c.modeOn(a.Args.Mode, way, much != nil)
		}
	}
	by := way * 0.1
	if deg := c.degree(); deg >= 2 {
		by *= 2
	}
	c.takeAll()
	c.add(act.Act{Intent: last.Intent, Args: act.Args{Lighten: round(by)}}, desktop)
	return true
}

// modeOn takes "too bright" after the light theme for the dark one; "darker" may also be said of a thing, so it is asked.
func (c *clause) modeOn(mode string, way float64, much bool) bool {
	other := map[string]string{"light": "dark", "dark": "light"}[mode]
	if (mode == "light") != (way < 0) || other == "" {
		return false
	}
	theme := act.Act{Intent: act.Theme, Args: act.Args{Mode: other}}
	c.takeAll()
	if much {
		c.add(theme, desktop)
		return true
	}
	return c.darkness(other)
}
