// Package hsl takes colours apart into hue, saturation and lightness, and puts them together again: what people say of a
// colour, "darker", "more vivid", is said of these.
package hsl

import "math"

// Of takes red, green and blue apart into hue in degrees, 0 to below 360, and saturation and lightness, 0 to 1. A grey has no
// hue and no saturation.
func Of(c [3]uint8) (h, s, l float64) {
	r, g, b := float64(c[0])/255, float64(c[1])/255, float64(c[2])/255
	hi, lo := max(r, g, b), min(r, g, b)
	l = (hi + lo) / 2
	d := hi - lo
	if d == 0 {
		return 0, 0, l
	}
	s = d / (1 - math.Abs(2*l-1))
	switch hi {
	case r:
		h = math.Mod((g-b)/d+6, 6)
	case g:
		h = (b-r)/d + 2
	default:
		h = (r-g)/d + 4
	}
	return h * 60, s, l
}

// Apart is how far two hues lie from each other round the circle, 0 to 180 degrees: 350 and 10 are 20 apart.
func Apart(a, b float64) float64 { return math.Abs(math.Mod(a-b+540, 360) - 180) }

// RGB puts a colour together again.
func RGB(h, s, l float64) [3]uint8 {
	part := func(n float64) uint8 {
		k := math.Mod(n+h/30, 12)
		v := l - s*math.Min(l, 1-l)*math.Max(-1, min(k-3, 9-k, 1))
		return uint8(math.Round(math.Max(0, math.Min(1, v)) * 255))
	}
	return [3]uint8{part(0), part(8), part(4)}
}
