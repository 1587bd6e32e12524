package evolve_test

import (
	"testing"

	"cellshell/evolve"
)

// Colour is taken out of what has some, and put into what is pale; a grey has none to give.
func TestSaturate(t *testing.T) {
	for _, tt := range []struct {
		hex  string
		by   float64
		want string
	}{
		{"#8340ea", -0.4, "#8a62c8"},
		{"#8340ea", -1, "#959595"},
		{"#8a62c8", 0.5, "#8449e2"},
		{"#8340ea80", -0.4, "#8a62c880"},
		{"#f2f4f9", -0.4, ""},
		{"#808080", 0.5, ""},
		{"surface", 0.5, ""},
	} {
		if got, ok := evolve.Saturate(tt.hex, tt.by); ok != (tt.want != "") || ok && got != tt.want {
			t.Errorf("%s by %g: %s %v, want %q", tt.hex, tt.by, got, ok, tt.want)
		}
	}
}
