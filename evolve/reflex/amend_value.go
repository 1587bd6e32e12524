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
		return []act.Act{takeBack(1), swap}
	}
	return []act.Act{swap}
}

// redirected reads "no, left": the same way, to another side.
func (p *parser) redirected(toks []*token, said bool) []act.Act {
	to, _ := otherThan(toks)
	if len(to) != 1 || !said && len(to) == len(toks) || !to[0].isAny("dir", "rel") && !(to[0].is("place") && len(to) < len(toks) && toks[0].is("neg")) {
		return nil
	}
	if !said && (straightOnly(p.s.LastActs) || toks[0].is("conj")) {
		return nil // "to the far right", "and to the top": along the other side, and as well
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
		side := sideTo[dir]
		if far := math.Abs(g.DX) + math.Abs(g.DY); a.Intent == act.Move && far > 0 && (g.DX == 0 || g.DY == 0) {
			g.DX, g.DY = toward(dir, far)
			return true
		}
		switch {
		case a.Intent == act.Move && g.Relation != "" && counter[g.Relation] != "":
			g.Relation = besideTo[dir]
		case a.Intent == act.Move && counter[g.Anchor] != "":
			if from := counter[side]; strings.Contains(g.Anchor, "-") && strings.Contains(g.Anchor, from) {
				g.Anchor = strings.Replace(g.Anchor, from, side, 1)
			} else if strings.Contains(g.Anchor, "-") {
				return false
			} else {
				if g.Anchor = side; g.Axis != "" {
					g.Axis = axisAcross[side]
				}
			}
		default:
			return false
		}
		return true
	})
}

// straightOnly reports whether something went straight to a side, and stayed as high, or as far across, as it was.
func straightOnly(acts []act.Act) bool {
	return len(acts) == 1 && acts[0].Intent == act.Move && edges[acts[0].Args.Anchor] && acts[0].Args.Axis != ""
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
		if not != nil && axisOf(not) != "" && g.Axis != "" && g.Axis != axisOf(not) && g.Width == 0 && g.Height == 0 {
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
		case t.is("person"), t.is("correct"), t.kind == mark, t.is("conj"), t.is("prep"), t.is("det"), t.is("only"), t.is("verb", "make", "want"), t.is("pron"), t.is("even"), t.is("fill"):
		default:
			to = append(to, t)
		}
	}
	return to, not
}
