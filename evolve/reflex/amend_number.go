package reflex

import "cellshell/evolve/act"

// recounted reads "no, fifty": the number that was said is another one.
func (p *parser) recounted(toks []*token, said bool) []act.Act {
	n, unit, ok := onlyNumber(toks)
	if !ok || !said && unit != "px" && (len(p.s.LastActs) == 0 || p.s.LastActs[0].Intent != act.Opacity) {
		return nil
	}
	return p.eachLast(func(a *act.Act) bool {
		if a.Intent == act.Opacity {
			return p.paled(&a.Args, n, unit)
		}
		return (said || exactly(*a)) && renumber(a, n, unit)
	})
}

// paled gives an opacity another share: of what comes through, unless it was told how opaque something shall be.
func (p *parser) paled(g *act.Args, n float64, unit string) bool {
	switch unit {
	case "times":
		n = fraction(n)
	case "percent":
		n /= 100
	default:
		return false
	}
	if p.s.Deeds == nil || !someWord("opaquely", p.s.Deeds()[0].Sentence) {
		n = 1 - n
	}
	g.Value = round(n)
	return n >= 0.05 && n < 1
}

// exactly reports whether an act gave something a number of pixels of its own: "make it two pixels" gives it another.
func exactly(a act.Act) bool {
	g := a.Args
	return a.Intent == act.Border && g.Pixels > 0 || g.Radius != nil || g.Size > 0 || g.Width > 0 || g.Height > 0
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
		case t.isAny("prep", "det", "only") || t.is("verb", "make") || t.is("pron", "it"):
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
		goFar(g, n)
	case a.Intent == act.TextStyle && g.Size != 0 && unit != "percent":
		g.Size = n
	case a.Intent == act.Border && unit != "percent" && unit != "times" && g.On == nil:
		g.Pixels, g.Factor = n, 0
	case a.Intent == act.Shape && g.Radius != nil && unit != "percent":
		g.Radius, g.Than = ptr(n), ""
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
