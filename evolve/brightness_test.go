package evolve_test

import (
	"fmt"
	"math"
	"testing"

	"cellshell/compositor/theme"
	"cellshell/evolve"
)

// A surface that is not opaque is judged like one that is.
func TestBrightness(t *testing.T) {
	for hex, light := range map[string]bool{"#101010": false, "#f0f0f0": true, "#10101080": false, "#f0f0f0cc": true} {
		if evolve.Brightness(hex, "light") != light || evolve.Brightness(hex, "dark") == light {
			t.Errorf("%s is taken for light: %v, want %v", hex, !light, light)
		}
	}
	for _, hex := range []string{"", "surface", "#12"} {
		if !evolve.Brightness(hex, "light") || !evolve.Brightness(hex, "dark") {
			t.Errorf("%q, which nobody resolved, does not pass", hex)
		}
	}
}

// Every surface of the theme is on its mode's side of the bound, with room to spare.
func TestBrightnessOfTheThemes(t *testing.T) {
	for _, mode := range []string{"dark", "light"} {
		for _, contrast := range []string{"", "high"} {
			for _, accent := range []string{"red", "orange", "yellow", "green", "teal", "cyan", "blue", "indigo", "purple", "pink", "brown", "gray", "#ffffff", "#000000"} {
				th := theme.New(mode, accent, contrast)
				for _, role := range []string{"surface", "raised", "sunken"} {
					c, ok := th.Color(role)
					hex := fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
					other := map[string]string{"dark": "light", "light": "dark"}[mode]
					if !ok || !evolve.Brightness(hex, mode) || evolve.Brightness(hex, other) {
						t.Errorf("%s, %s, contrast %q: %s is %s, which does not count as %s", mode, accent, contrast, role, hex, mode)
					}
					if l := 0.2126*float64(c.R) + 0.7152*float64(c.G) + 0.0722*float64(c.B); math.Abs(l-128) < 40 {
						t.Errorf("%s, %s, contrast %q: %s is %s, only %.0f from the bound", mode, accent, contrast, role, hex, math.Abs(l-128))
					}
				}
			}
		}
	}
}
