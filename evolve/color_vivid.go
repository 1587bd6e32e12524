package evolve

import (
	"math"

	"cellshell/evolve/hsl"
)

// saturate gives #rrggbb[aa] so much more or less of its saturation, −1 to 1, keeping hue and lightness. A grey has none.
func saturate(hex string, by float64) (string, bool) {
	c, ok := channels(hex)
	if !ok {
		return "", false
	}
	h, s, l := hsl.Of(c)
	if max(c[0], c[1], c[2])-min(c[0], c[1], c[2]) < 20 {
		return "", false
	}
	if by > 0 {
		s = math.Max(s+0.05, s*(1+by)) // a pale colour gets more of it too
	} else {
		s *= 1 + by
	}
	out := hexOf(hsl.RGB(h, clamp(s, 0, 1), l)) + hex[len("#rrggbb"):]
	return out, out != hex
}

// vivid is a colour with so much more or less in it; the error says where there is none.
func (s *subject) vivid(hex string, by float64) (string, error) {
	if out, ok := saturate(hex, by); ok {
		return out, nil
	}
	if by > 0 {
		return "", refuse("%s cannot be more vivid than it is. Name a colour for it.", s.label())
	}
	return "", refuse("%s is grey already: there is no colour in it to mute.", s.label())
}
