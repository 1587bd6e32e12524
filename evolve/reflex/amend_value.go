package reflex

import (
	"math"
	"strings"

	"cellshell/evolve/act"
)

// counter is the other way of each way to go, stand and look.
var counter = map[string]string{
	"left": "right", "right": "left", "top": "bottom", "bottom": "top", "left-of": "right-of", "right-of": "left-of", "above": "below", "below": "above",
	"top-left": "bottom-right", "bottom-right": "top-left", "top-right": "bottom-left", "bottom-left": "top-right", "dark": "light", "light": "dark",
}

// turned reads "the other way": what was done in one direction is done in the opposite one.
func (p *parser) turned(toks []*token, _ bool) []act.Act {
	if p.says("otherway", toks) == "" {
		return nil
	}
	return p.eachLast(func(a *act.Act) bool {
		g := &a.Args
		switch {
		case a.Intent == act.Move && (g.DX != 0 || g.DY != 0):
			g.DX, g.DY = -g.DX, -g.DY
		case a.Intent == act.Move && counter[g.Relation] != "":
			g.Relation = counter[g.Relation]
		case a.Intent == act.Move && counter[g.Anchor] != "":
			g.Anchor = counter[g.Anchor]
		case g.LikeCell == "" && g.Factor > 0:
			g.Factor = round(1 / g.Factor)
		case g.Pixels != 0 && (a.Intent == act.Resize || a.Intent == act.TextStyle):
			g.Pixels = -g.Pixels
		case g.Lighten != 0 && g.Color == "":
			g.Lighten = -g.Lighten
		case g.Saturate != 0:
			g.Saturate = -g.Saturate
		case a.Intent == act.Theme && counter[g.Mode] != "":
			g.Mode = counter[g.Mode]
		default:
			return false
		}
		return true
	})
}

// recounted reads "no, fifty": the number that was said is another one.
func (p *parser) recounted(toks []*token, said bool) []act.Act {
	n, unit, ok := onlyNumber(toks)
	if !ok || !said && unit != "px" {
		return nil
	}
	return p.eachLast(func(a *act.Act) bool { return (said || exactly(*a)) && renumber(a, n, unit) })
}

// exactly reports whether an act gave something a number of pixels of its own: "make it two pixels" gives it another.
func exactly(a act.Act) bool {
	g := a.Args
	return a.Intent == act.Border && g.Pixels > 0 || g.Radius != nil || g.Size > 0 || g.Width > 0 || g.Height > 0
}

// wayRound reads "the other way round" after a thing was put beside another: they change places.
func (p *parser) wayRound(toks []*token) []act.Act {
	last := p.s.LastActs
	for len(toks) > 1 && toks[0].is("conj") {
		toks = toks[1:]
	}
	if p.says("wayround", toks) == "" || len(last) != 1 || last[0].Intent != act.Move && last[0].Intent != act.Swap || last[0].Args.LikeCell == "" {
		return nil
	}
	g := last[0].Args
	swap := act.Act{Intent: act.Swap, Target: last[0].Target, Args: act.Args{LikeCell: g.LikeCell, LikeNode: g.LikeNode}}
	if g.Relation == "at" { // "the notes to where the monitor is, and vice versa"
		return []act.Act{{Intent: act.Undo, Args: act.Args{Count: 1}}, swap}
	}
	return []act.Act{swap}
}

// onlyNumber is a number and nothing but its unit: "50", "16 px", "three times".
func onlyNumber(toks []*token) (n float64, unit string, ok bool) {
	for _, t := range toks {
		switch {
		case t.is("kind", "any") && len(toks) > 1:
			return 0, "", false // "that one"
		case t.counts() && n == 0:
			n = t.num
		case t.is("mult") && n == 0:
			n, unit = atof(t.value("mult")), "times"
		case t.is("px") && n == 0:
			n, unit = atof(t.value("px")), "px"
		case t.is("unit") && n != 0 && unit == "":
			unit = t.value("unit")
		case t.isAny("prep", "det") || t.is("verb", "make") || t.is("pron", "it"):
		default:
			return 0, "", false
		}
	}
	return n, unit, n > 0
}

// renumber gives an act another number of the same sort. A bare number is read as the one that was there.
func renumber(a *act.Act, n float64, unit string) bool {
	g := &a.Args
	if a.Intent == act.Resize || a.Intent == act.TextStyle && g.Size == 0 {
		return resized(g, n, unit)
	}
	switch {
	case a.Intent == act.Move && (g.DX == 0) != (g.DY == 0) && (unit == "" || unit == "px"):
		g.DX, g.DY = math.Copysign(min(1, math.Abs(g.DX))*n, g.DX), math.Copysign(min(1, math.Abs(g.DY))*n, g.DY)
	case a.Intent == act.TextStyle && g.Size != 0 && unit != "percent":
		g.Size = n
	case a.Intent == act.Border && unit != "percent" && unit != "times" && g.On == nil:
		g.Pixels, g.Factor = n, 0
	case a.Intent == act.Shape && g.Radius != nil && unit != "percent":
		g.Radius = ptr(n)
	case a.Intent == act.Spacing && g.Pixels != 0 && unit != "percent":
		g.Pixels = n
	default:
		return false
	}
	return true
}

// resized gives a change of size another number.
func resized(g *act.Args, n float64, unit string) bool {
	up := g.Factor > 1 || g.Pixels > 0
	switch {
	case g.LikeCell != "" || g.Part != "":
		return false
	case g.Width > 0 && g.Height > 0:
		return false // which of the two?
	case g.Width > 0 && unit != "percent" && unit != "times":
		g.Width = n
	case g.Height > 0 && unit != "percent" && unit != "times":
		g.Height = n
	case g.Width > 0 || g.Height > 0:
		return false
	case unit == "px" || unit == "" && g.Pixels != 0:
		g.Factor, g.Pixels = 0, n
		if !up {
			g.Pixels = -n
		}
	case unit == "percent" || unit == "" && n >= 5:
		if n >= 100 && !up {
			return false
		}
		if g.Factor, g.Pixels = 1+n/100, 0; !up {
			g.Factor = 1 - n/100
		}
	default:
		switch g.Factor, g.Pixels = within(n), 0; {
		case !up && n > 1 && n < 1.5:
			g.Factor = round(2 - n) // smaller by a quarter
		case !up && n > 1:
			g.Factor = round(within(1 / n))
		}
	}
	return true
}

// redirected reads "no, left": the same way, to another side.
func (p *parser) redirected(toks []*token, said bool) []act.Act {
	to, _ := otherThan(toks)
	if len(to) != 1 || !said && len(to) == len(toks) || !to[0].isAny("dir", "rel") && !(to[0].is("place") && len(to) < len(toks) && toks[0].is("neg")) {
		return nil
	}
	if rel := to[0].value("rel"); rel != "" && counter[rel] != "" {
		return p.eachLast(func(a *act.Act) bool {
			beside := a.Intent == act.Move && counter[a.Args.Relation] != ""
			if beside {
				a.Args.Relation = rel
			}
			return beside
		})
	}
	dir := to[0].value("dir")
	if dir == "" {
		dir = map[string]string{"left": "left", "right": "right", "top": "up", "bottom": "down"}[to[0].value("place")]
	}
	if dir == "" {
		return nil
	}
	return p.eachLast(func(a *act.Act) bool {
		g := &a.Args
		side := map[string]string{"left": "left", "right": "right", "up": "top", "down": "bottom"}[dir]
		if far := math.Abs(g.DX) + math.Abs(g.DY); a.Intent == act.Move && far > 0 && (g.DX == 0 || g.DY == 0) {
			g.DX, g.DY = 0, 0
			switch dir {
			case "left":
				g.DX = -far
			case "right":
				g.DX = far
			case "up":
				g.DY = -far
			case "down":
				g.DY = far
			}
			return true
		}
		rel := map[string]string{"left": "left-of", "right": "right-of", "up": "above", "down": "below"}[dir]
		switch {
		case a.Intent == act.Move && g.Relation != "" && counter[g.Relation] != "":
			g.Relation = rel
		case a.Intent == act.Move && counter[g.Anchor] != "":
			if from := counter[side]; strings.Contains(g.Anchor, "-") && strings.Contains(g.Anchor, from) {
				g.Anchor = strings.Replace(g.Anchor, from, side, 1)
			} else if strings.Contains(g.Anchor, "-") {
				return false
			} else {
				g.Anchor = side
			}
		default:
			return false
		}
		return true
	})
}

// reshaped reads "taller, not wider": the same change, along the other side.
func (p *parser) reshaped(toks []*token, said bool) []act.Act {
	to, not := otherThan(toks)
	if len(to) != 1 || !said && not == nil || !to[0].isAny("dim", "prop") {
		return nil
	}
	t := to[0]
	if not != nil && (!not.isAny("dim", "prop") || axisOf(not) == axisOf(t) && axisOf(t) != "") || not == nil && axisOf(t) == "" {
		return nil
	}
	return p.eachLast(func(a *act.Act) bool {
		g := &a.Args
		if a.Intent != act.Resize || g.LikeCell != "" || g.Part != "" || g.Width > 0 && g.Height > 0 {
			return false
		}
		if not != nil && axisOf(not) != "" && g.Axis != axisOf(not) && g.Width == 0 && g.Height == 0 {
			return false // what it shall not be it was not made
		}
		if was := g.Width + g.Height; was > 0 {
			if g.Width, g.Height = 0, was; axisOf(t) == "width" {
				g.Width, g.Height = was, 0
			}
			return axisOf(t) != ""
		}
		up := t.is("dim", "bigger", "wider", "taller") || !t.is("dim") && (g.Factor > 1 || g.Pixels > 0)
		g.Axis = axisOf(t)
		if g.Factor > 0 && (g.Factor > 1) != up {
			g.Factor = round(1 / g.Factor)
		}
		if g.Pixels != 0 && (g.Pixels > 0) != up {
			g.Pixels = -g.Pixels
		}
		return true
	})
}

// otherThan is what something shall be where nothing is said but that and what it shall not: "taller, not wider", "not wider
// but taller", "left". not is nil where that is not said.
func otherThan(toks []*token) (to []*token, not *token) {
	for i := 0; i < len(toks); i++ {
		t := toks[i]
		switch {
		case t.is("neg") && t0(toks, i+1) != nil && not == nil:
			if i++; toks[i].is("det") && i+1 < len(toks) {
				i++
			}
			not = toks[i]
		case t.is("person"), t.is("correct"), t.kind == mark, t.is("conj"), t.is("prep"), t.is("det"), t.is("only"), t.is("verb", "make"), t.is("pron"), t.is("even"), t.is("fill"):
		default:
			to = append(to, t)
		}
	}
	return to, not
}
