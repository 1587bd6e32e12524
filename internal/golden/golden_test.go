package golden_test

import (
	"image"
	"image/color"
	"testing"

	"cellshell/internal/golden"
)

func square(at int, c color.Color) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 100, 100))
	for y := range 30 {
		for x := range 30 {
			img.Set(at+x, at+y, c)
		}
	}
	return img
}

func TestDiff(t *testing.T) {
	red := color.NRGBA{200, 40, 40, 255}
	tests := []struct {
		name string
		got  image.Image
		want int
	}{
		{"the same", square(20, red), 0},
		{"another processor's rounding", square(20, color.NRGBA{201, 41, 38, 255}), 0},
		{"moved by one", square(21, red), 118},
		{"another colour", square(20, color.NRGBA{40, 200, 40, 255}), 900},
		{"gone", image.NewRGBA(image.Rect(0, 0, 100, 100)), 900},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if n, _ := golden.Diff(tt.got, square(20, red)); n != tt.want {
				t.Errorf("%d pixels differ, want %d", n, tt.want)
			}
		})
	}
}
