package theme

import (
	"math"

	"cellshell/gpu/paint"
)

// LCH makes a colour of lightness 0 to 1, chroma 0 to about 0.3 and hue in degrees (OKLCH, in which equal steps look equal).
// Chroma the screen cannot show is reduced until it can.
func LCH(l, c, h float64) paint.Color {
	sin, cos := math.Sincos(h * math.Pi / 180)
	for range 24 {
		r, g, b := fromLab(l, c*cos, c*sin)
		if lo, hi := min(r, g, b), max(r, g, b); lo >= -0.001 && hi <= 1.001 || c < 0.002 {
			return paint.Color{R: encode(r), G: encode(g), B: encode(b), A: 255}
		}
		c *= 0.9
	}
	return paint.Color{A: 255}
}

// ToLCH is the lightness, chroma and hue of a colour.
func ToLCH(c paint.Color) (l, chroma, h float64) {
	r, g, b := linear(c.R), linear(c.G), linear(c.B)
	x := math.Cbrt(0.4122214708*r + 0.5363325363*g + 0.0514459929*b)
	y := math.Cbrt(0.2119034982*r + 0.6806995451*g + 0.1073969566*b)
	z := math.Cbrt(0.0883024619*r + 0.2817188376*g + 0.6299787005*b)
	l = 0.2104542553*x + 0.7936177850*y - 0.0040720468*z
	p := 1.9779984951*x - 2.4285922050*y + 0.4505937099*z
	q := 0.0259040371*x + 0.7827717662*y - 0.8086757660*z
	return l, math.Hypot(p, q), math.Atan2(q, p) * 180 / math.Pi
}

// fromLab is OKLab in linear light.
func fromLab(l, a, b float64) (r, g, bl float64) {
	cube := func(v float64) float64 { return v * v * v }
	x := cube(l + 0.3963377774*a + 0.2158037573*b)
	y := cube(l - 0.1055613458*a - 0.0638541728*b)
	z := cube(l - 0.0894841775*a - 1.2914855480*b)
	return 4.0767416621*x - 3.3077115913*y + 0.2309699292*z,
		-1.2684380046*x + 2.6097574011*y - 0.3413193965*z,
		-0.0041960863*x - 0.7034186147*y + 1.7076147010*z
}

// linear is a channel as light.
func linear(v uint8) float64 {
	f := float64(v) / 255
	if f <= 0.04045 {
		return f / 12.92
	}
	return math.Pow((f+0.055)/1.055, 2.4)
}

// encode is light as a channel.
func encode(f float64) uint8 {
	f = min(max(f, 0), 1)
	if f <= 0.0031308 {
		f *= 12.92
	} else {
		f = 1.055*math.Pow(f, 1/2.4) - 0.055
	}
	return uint8(math.Round(f * 255))
}
