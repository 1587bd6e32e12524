package theme

import (
	"math"
	"strconv"

	"cellshell/gpu/paint"
)

// Parse reads #rrggbb or #rrggbbaa.
func Parse(s string) (paint.Color, bool) {
	if (len(s) != 7 && len(s) != 9) || s[0] != '#' {
		return paint.Color{}, false
	}
	v, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil {
		return paint.Color{}, false
	}
	if len(s) == 7 {
		v = v<<8 | 0xff
	}
	return paint.Color{R: uint8(v >> 24), G: uint8(v >> 16), B: uint8(v >> 8), A: uint8(v)}, true
}

// Hex writes a colour as #rrggbb, or #rrggbbaa when it is not opaque.
func Hex(c paint.Color) string {
	const digits = "0123456789abcdef"
	out := []byte{'#'}
	for i, v := range [4]uint8{c.R, c.G, c.B, c.A} {
		if i < 3 || v != 255 {
			out = append(out, digits[v>>4], digits[v&15])
		}
	}
	return string(out)
}

// Luminance is the relative luminance of an opaque colour, 0 to 1 (WCAG 2).
func Luminance(c paint.Color) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// Contrast is the contrast ratio of two opaque colours, 1 to 21 (WCAG 2).
func Contrast(a, b paint.Color) float64 {
	la, lb := Luminance(a), Luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

// Mix blends from a to b: t 0 is a, 1 is b.
func Mix(a, b paint.Color, t float64) paint.Color {
	m := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return paint.Color{R: m(a.R, b.R), G: m(a.G, b.G), B: m(a.B, b.B), A: m(a.A, b.A)}
}

// Alpha returns c with its opacity multiplied by a, 0 to 1.
func Alpha(c paint.Color, a float64) paint.Color {
	c.A = uint8(math.Round(float64(c.A) * min(max(a, 0), 1)))
	return c
}

// Over is what a looks like on the opaque colour b.
func Over(a, b paint.Color) paint.Color {
	out := Mix(b, paint.Color{R: a.R, G: a.G, B: a.B, A: 255}, float64(a.A)/255)
	out.A = 255
	return out
}

// On is the text colour that stands best on a background: near-black or white.
func On(background paint.Color) paint.Color {
	dark, light := paint.Color{R: 0x0d, G: 0x10, B: 0x18, A: 255}, paint.Color{R: 255, G: 255, B: 255, A: 255}
	background.A = 255
	// White looks right on saturated colours already somewhat below the ratio at which black overtakes it.
	if Contrast(light, background) >= 4.5 || Contrast(light, background) >= Contrast(dark, background) {
		return light
	}
	return dark
}
