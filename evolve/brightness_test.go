package evolve_test

import (
	"testing"

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
