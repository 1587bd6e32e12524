package wall_test

import (
	"math"
	"testing"

	"cellshell/gpu/paint"
	"cellshell/gpu/wall"
)

func gray(v, a uint8) paint.Color { return paint.Color{R: v, G: v, B: v, A: a} }

func example(style paint.WallStyle, phase float64) *paint.Wallpaper {
	return &paint.Wallpaper{
		Style: style, Phase: phase, Base: [2]paint.Color{gray(20, 255), gray(40, 255)},
		Tints: [3]paint.Color{gray(90, 200), gray(70, 200), gray(110, 200)},
	}
}

// A pattern stays between its colours, has no step from one pixel to the next, and after a turn of its phase is itself again.
func TestPatternsAreSmoothAndComeRound(t *testing.T) {
	const w, h = 1280, 800
	for style := paint.Aurora; style <= paint.Silk; style++ {
		a, round, moved := wall.New(example(style, 1), w, h), wall.New(example(style, 1+2*math.Pi), w, h), wall.New(example(style, 1.01), w, h)
		var lo, hi, step, drift float64 = 1, 0, 0, 0
		for y := range h / 5 {
			last := -1.0
			for x := range w {
				u, v := float64(x)/h, float64(5*y)/h
				c := a.At(u, v)[0]
				if last >= 0 {
					step = max(step, math.Abs(c-last))
				}
				last, lo, hi = c, min(lo, c), max(hi, c)
				if x%16 == 0 {
					if d := math.Abs(c - round.At(u, v)[0]); d > 1e-9 {
						t.Fatalf("style %d at %g,%g differs by %g after a whole turn", style, u, v, d)
					}
					drift = max(drift, math.Abs(c-moved.At(u, v)[0]))
				}
			}
		}
		if lo < 20.0/255-1e-9 || hi > 110.0/255+1e-9 || hi-lo < 20.0/255 {
			t.Errorf("style %d goes from %.3f to %.3f, of colours from %.3f to %.3f", style, lo, hi, 20.0/255, 110.0/255)
		}
		if step > 4.0/255 {
			t.Errorf("style %d has a step of %.1f/255 between two pixels", style, step*255)
		}
		if drift == 0 || drift > 6.0/255 {
			t.Errorf("style %d changes by %.2f/255 where the phase moves by 0.01", style, drift*255)
		}
	}
}

func TestWhatCannotBeDrawnIsPlain(t *testing.T) {
	for _, size := range [][2]float64{{1000, 1}, {1e6, 20}, {10, math.NaN()}, {10, 1e9}} {
		f := wall.New(example(paint.Dunes, 0), size[0], size[1])
		if f.At(0, 0) != f.At(3, 0.7) {
			t.Errorf("a wallpaper of %g by %g is not plain", size[0], size[1])
		}
	}
	f := wall.New(example(paint.Silk, math.Inf(1)), 100, 100)
	if f.At(0, 0) != f.At(0.5, 0.7) {
		t.Error("a phase without end is not plain")
	}
}
