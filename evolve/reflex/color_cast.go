package reflex

import (
	"math"

	"cellshell/evolve/hsl"
)

// tinged is a colour, a hue or #rrggbb, with what an adjective makes of it.
func tinged(color, cast string) string {
	v, ok := rgb(color)
	if !ok {
		return color
	}
	h, s, l := hsl.Of(v)
	switch cast {
	case "light":
		return mix(color, "white")
	case "dark":
		return mix(color, "black")
	case "pale":
		s, l = s*0.8, l+(1-l)*0.6
	case "muted":
		s *= 0.5
	case "vivid":
		s, l = math.Min(1, s*1.25+0.1), l+(0.5-l)*0.3
	case "neon":
		s, l = 1, 0.5
	case "warm", "cool":
		to := map[string]float64{"warm": 35, "cool": 220}[cast]
		if s < 0.15 { // grey has no hue to turn
			h, s, l = to, math.Max(s, 0.14), math.Min(l, 0.95)
			break
		}
		d := math.Mod(to-h+540, 360) - 180
		h = math.Mod(h+math.Copysign(math.Min(math.Abs(d), 14), d)+360, 360)
	default:
		return color
	}
	return hexOf(hsl.RGB(h, s, l))
}

// alike reports whether two colours go by one name, their hues being so many degrees apart at most: green like a frog, but
// not red like one.
func alike(a, b string, apart float64) bool {
	x, ok1 := rgb(a)
	y, ok2 := rgb(b)
	if !ok1 || !ok2 {
		return false
	}
	h1, s1, l1 := hsl.Of(x)
	h2, s2, l2 := hsl.Of(y)
	if s1 < 0.2 || s2 < 0.2 {
		return s1 < 0.35 && s2 < 0.35 && math.Abs(l1-l2) < 0.5
	}
	return hsl.Apart(h1, h2) < apart
}
