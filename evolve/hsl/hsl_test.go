package hsl

import (
	"math"
	"testing"
)

// The primary and the mixed colours have the hues that everybody gives them.
func TestOf(t *testing.T) {
	for _, tt := range []struct {
		c       [3]uint8
		h, s, l float64
	}{
		{[3]uint8{255, 0, 0}, 0, 1, 0.5},
		{[3]uint8{255, 255, 0}, 60, 1, 0.5},
		{[3]uint8{0, 255, 0}, 120, 1, 0.5},
		{[3]uint8{0, 255, 255}, 180, 1, 0.5},
		{[3]uint8{0, 0, 255}, 240, 1, 0.5},
		{[3]uint8{255, 0, 255}, 300, 1, 0.5},
		{[3]uint8{255, 0, 51}, 348, 1, 0.5},
		{[3]uint8{51, 51, 51}, 0, 0, 0.2},
		{[3]uint8{255, 255, 255}, 0, 0, 1},
		{[3]uint8{102, 51, 51}, 0, 1.0 / 3, 0.3},
	} {
		h, s, l := Of(tt.c)
		if math.Abs(h-tt.h) > 1e-9 || math.Abs(s-tt.s) > 1e-9 || math.Abs(l-tt.l) > 1e-9 {
			t.Errorf("Of(%v) = %v, %v, %v, want %v, %v, %v", tt.c, h, s, l, tt.h, tt.s, tt.l)
		}
		if got := RGB(tt.h, tt.s, tt.l); got != tt.c {
			t.Errorf("RGB(%v, %v, %v) = %v, want %v", tt.h, tt.s, tt.l, got, tt.c)
		}
	}
}

// What was taken apart is put together as it was.
func TestThereAndBack(t *testing.T) {
	for v := 0; v < 1<<24; v += 251 {
		c := [3]uint8{uint8(v >> 16), uint8(v >> 8), uint8(v)}
		if got := RGB(Of(c)); got != c {
			t.Fatalf("RGB(Of(%v)) = %v", c, got)
		}
	}
}

// Hues go round: two reds at both ends of the scale are near each other.
func TestApart(t *testing.T) {
	for _, tt := range [][3]float64{{0, 0, 0}, {350, 10, 20}, {10, 350, 20}, {0, 180, 180}, {30, 200, 170}, {359, 0, 1}} {
		if got := Apart(tt[0], tt[1]); math.Abs(got-tt[2]) > 1e-9 {
			t.Errorf("Apart(%v, %v) = %v, want %v", tt[0], tt[1], got, tt[2])
		}
	}
}
