package evolve

import "cellshell/evolve/act"

// joined makes one act of those that say one thing of the same target: a colour, and lighter; wider, and taller; smaller, and
// then half of that. Each of them alone would be measured against what the last one made of it.
func joined(acts []act.Act) []act.Act {
	var out []act.Act
	for _, a := range acts {
		n := len(out)
		if n == 0 || out[n-1].Target != a.Target || !join(&out[n-1], a) {
			out = append(out, a)
		}
	}
	return out
}

// join lets an act say what the next one on the same target says too, and reports whether it can.
func join(p *act.Act, a act.Act) bool {
	g, h := &p.Args, a.Args
	switch {
	case (p.Intent == act.Border || p.Intent == act.Shadow) && a.Intent == act.Remove: // "the border is too much, take that away"
		off := false
		*p = act.Act{Intent: p.Intent, Target: p.Target, Args: act.Args{On: &off}}
		return true
	case p.Intent != a.Intent:
		return false
	case a.Intent == act.Recolor && g.Color != "" && h.Color == "" && h.Lighten != 0 && (g.Part == h.Part || h.Part == ""):
		g.Lighten += h.Lighten
		return true
	case a.Intent == act.Resize && g.Axis != "" && h.Axis != "" && g.Axis != h.Axis && g.Factor > 0 && g.Factor == h.Factor:
		g.Axis = ""
		return true
	case a.Intent == act.Resize && g.Axis == h.Axis && g.LikeCell == "" && h.LikeCell == "" && g.Part == "" && h.Part == "":
		return chained(g, h)
	case a.Intent == act.Move && g.Pixels > 0 && h.Pixels > 0 && g.Axis != "" && h.Axis != "" && g.Axis != h.Axis: // so far from the left, so far from the top
		if g.Axis == "height" {
			*g, h = h, *g
		}
		x, y := g.Pixels, h.Pixels
		*g = act.Args{Anchor: h.Anchor + "-" + g.Anchor, X: &x, Y: &y}
		return true
	case a.Intent == act.Move && steps(*g) && steps(h):
		g.DX, g.DY = g.DX+h.DX, g.DY+h.DY
		return true
	}
	return false
}

// chained lets a change of size end where the one after it would, and reports whether the two can be told as one.
func chained(g *act.Args, h act.Args) bool {
	switch sized := h.Width > 0 || h.Height > 0; {
	case sized && h.Factor == 0 && h.Pixels == 0: // what was said before does not matter
		if all := h.Width > 0 && h.Height > 0; !all && ((h.Width == 0) != (g.Width == 0) || (h.Height == 0) != (g.Height == 0)) {
			return false
		}
		*g = h
	case sized:
		return false
	case h.Factor > 0 && h.Pixels == 0 && g.Pixels == 0:
		f := exact(h.Factor)
		if g.Width == 0 && g.Height == 0 {
			if g.Factor <= 0 {
				return false
			}
			g.Factor = exact(g.Factor) * f
		}
		g.Width, g.Height = g.Width*f, g.Height*f
	case h.Pixels != 0 && h.Factor == 0 && g.Factor == 0 && g.Width == 0 && g.Height == 0:
		g.Pixels += h.Pixels
	default:
		return false
	}
	return true
}

// steps reports whether a move says nothing but how far.
func steps(g act.Args) bool {
	return (g.DX != 0 || g.DY != 0) && g == act.Args{DX: g.DX, DY: g.DY}
}
