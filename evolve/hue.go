package evolve

import (
	"math"

	"cellshell/evolve/hsl"
)

// hueName is what people call a colour #rrggbb[aa], "" for what is none.
func hueName(hex string) string {
	c, ok := channels(hex)
	if !ok {
		return ""
	}
	h, s, l := hsl.Of(c)
	chroma := s * (1 - math.Abs(2*l-1))
	switch {
	case l > 0.96:
		return "white"
	case l < 0.06:
		return "black"
	case chroma < 0.1 && l > 0.9:
		return "nearly white"
	case chroma < 0.12 && l < 0.2:
		return "nearly black"
	case chroma < 0.1, s < 0.2:
		return shadeOf(l, "grey")
	}
	name := "red"
	for _, to := range []struct {
		end  float64 // in degrees
		name string
	}{{14, "red"}, {44, "orange"}, {68, "yellow"}, {155, "green"}, {188, "teal"}, {255, "blue"}, {290, "purple"}, {340, "pink"}, {360, "red"}} {
		if h <= to.end {
			name = to.name
			break
		}
	}
	if name == "orange" && l < 0.4 {
		return "brown"
	}
	return shadeOf(l, name)
}

func shadeOf(l float64, name string) string {
	switch {
	case l > 0.82:
		return "very light " + name
	case l > 0.68:
		return "light " + name
	case l < 0.2:
		return "very dark " + name
	case l < 0.33:
		return "dark " + name
	}
	return name
}
