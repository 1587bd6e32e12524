package paint_test

import (
	"testing"

	"cellshell/gpu/paint"
)

func TestAfford(t *testing.T) {
	area := paint.Rect{W: 100, H: 100}
	full := paint.RoundRect{Rect: area, Fill: paint.Color{A: 255}}
	for name, tt := range map[string]struct {
		ops    []paint.Op
		budget float64
		n      int
		closes []paint.Op
	}{
		"nothing":           {nil, 0, 0, nil},
		"enough":            {[]paint.Op{full, full}, 30_000, 2, nil},
		"one of two":        {[]paint.Op{full, full}, 15_000, 1, nil},
		"out of sight":      {[]paint.Op{paint.RoundRect{Rect: paint.Rect{X: 500, W: 1e9, H: 1e9}}, full}, 11_000, 2, nil},
		"clipped":           {[]paint.Op{paint.PushClip{Rect: paint.Rect{W: 10, H: 10}}, full, full, full, paint.PopClip{}}, 1000, 5, nil},
		"what is open":      {[]paint.Op{paint.PushClip{Rect: area}, paint.PushLayer{Alpha: 1}, full, full}, 35_000, 3, []paint.Op{paint.PopLayer{}, paint.PopClip{}}},
		"what was closed":   {[]paint.Op{paint.PushClip{Rect: area}, paint.PopClip{}, full, full}, 15_000, 3, nil},
		"no pixels at all":  {make([]paint.Op, 0), 0, 0, nil},
		"many small things": {[]paint.Op{paint.PopClip{}, paint.PopClip{}, paint.PopClip{}}, 40, 2, nil},
	} {
		t.Run(name, func(t *testing.T) {
			n, closes := paint.Afford(tt.ops, area, 1, tt.budget)
			if n != tt.n || len(closes) != len(tt.closes) {
				t.Fatalf("%d and %v, want %d and %v", n, closes, tt.n, tt.closes)
			}
			for i := range closes {
				if closes[i] != tt.closes[i] {
					t.Errorf("closed by %T, want %T", closes[i], tt.closes[i])
				}
			}
		})
	}
}
