package reflex

import (
	"math"

	"cellshell/evolve/act"
)

// onward reads what goes on from the last change: "a bit more", "less", "even more", "half of that".
func (c *clause) onward() bool {
	if c.figuresOn() {
		return true
	}
	inc := c.one("inc", "more", "less")
	if inc == nil {
		inc = c.one("onward")
	}
	if inc == nil || c.before != nil || len(c.p.s.LastActs) == 0 || c.p.elsewhere() || c.hasVerb() && c.verb("make", "move") == nil {
		return false
	}
	if c.named() || !c.only("inc", "deg", "even", "onward") || !inc.is("onward") && listed("goeson", inc.text) == "" {
		return false
	}
	inc.used = true
	deg := c.degree()
	if inc.is("onward", "bit") {
		deg = 1.15
	}
	for _, t := range c.toks {
		if t.is("even") {
			t.used = true
		}
	}
	more := inc.is("inc", "more") || inc.is("onward", "more", "bit")
	var out []draft
	for _, a := range c.p.s.LastActs {
		if a, ok := carriedOn(a, more, deg); ok {
			d := draft{Act: a, scope: anything, fixed: []act.Target{a.Target}}
			if a.Target.Cell == "" {
				d = draft{Act: a, scope: desktop}
			}
			out = append(out, d)
		}
	}
	if len(out) != len(c.p.s.LastActs) {
		return false
	}
	c.ownAll()
	c.drafts = append(c.drafts, out...)
	return true
}

// carriedOn is an act once more, or half of it taken back; deg above 1 but small is less of it.
func carriedOn(a act.Act, more bool, deg float64) (act.Act, bool) {
	share := 1.0 // of the act
	switch {
	case !more:
		share = -0.5
	case deg > 0 && deg < 1.5:
		share = 0.4
	case deg >= 2:
		share = 1.5
	}
	switch g := &a.Args; {
	case a.Intent == act.Wallpaper && g.Lighten != 0 && g.Color == "":
		g.Lighten = round(g.Lighten * share)
		return a, true
	case a.Target.Cell == "":
		return a, false
	case a.Intent == act.Spacing && (g.Part == "letters" || g.Part == "lines"):
		return carriedRoom(a, more, deg)
	case g.Factor > 0 && g.LikeCell == "" && (a.Intent == act.Resize || a.Intent == act.TextStyle || a.Intent == act.Spacing):
		if more {
			g.Factor = round(within(1 + (g.Factor-1)*share))
		} else {
			g.Factor = round((1 + (g.Factor-1)/2) / g.Factor)
		}
		return a, g.Factor > 0
	case g.Lighten != 0 && g.Color == "":
		g.Lighten = round(g.Lighten * share)
		return a, true
	case a.Intent == act.Move && (g.DX != 0 || g.DY != 0):
		g.DX, g.DY = round(g.DX*share), round(g.DY*share)
		return a, true
	case a.Intent == act.Resize && g.Pixels != 0:
		g.Pixels = round(g.Pixels * share)
		return a, true
	case g.LikeCell != "" || g.On != nil:
		return a, false
	}
	return again(a, 1+share)
}

// again is an act that says how it shall be, said with that much more or less of it.
func again(a act.Act, by float64) (act.Act, bool) {
	switch g := &a.Args; {
	case a.Intent == act.Border && g.Pixels > 0:
		g.Pixels = math.Max(1, math.Round(g.Pixels*by))
		return a, true
	case a.Intent == act.Shape && g.Radius != nil && *g.Radius > 0:
		g.Radius = ptr(math.Max(1, math.Round(*g.Radius*by)))
		return a, true
	case a.Intent == act.Opacity && g.Value > 0 && g.Value < 1:
		if g.Value = round(1 - (1-g.Value)*by); by > 1 && g.Value < leastOpaque {
			g.Value = leastOpaque
		}
		return a, true
	case a.Intent == act.Shadow && by > 1 && g.Factor == 0:
		g.Value = math.Min(mostShadow, math.Max(1, g.Value)+1)
		return a, true
	case a.Intent == act.Shadow && g.Value > 1:
		g.Value--
		return a, true
	}
	return a, false
}

const (
	leastOpaque = 0.1 // of what goes on becoming more see-through
	mostShadow  = 3
)
