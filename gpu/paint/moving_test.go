package paint_test

import (
	"testing"

	"cellshell/gpu/paint"
)

func TestMoving(t *testing.T) {
	at := paint.Rect{X: 10, Y: 10, W: 50, H: 50}
	anim := paint.Shader{Rect: at, Animate: true, Alpha: 1}
	still := anim
	still.Animate = false
	over := func(r paint.Rect, a uint8) paint.Op { return paint.RoundRect{Rect: r, Fill: paint.Color{A: a}} }
	all := paint.Rect{W: 100, H: 100}
	for name, tt := range map[string]struct {
		ops  []paint.Op
		want bool
	}{
		"nothing":               {nil, false},
		"one":                   {[]paint.Op{anim}, true},
		"still":                 {[]paint.Op{still}, false},
		"outside":               {[]paint.Op{paint.Shader{Rect: paint.Rect{X: 200, W: 5, H: 5}, Animate: true, Alpha: 1}}, false},
		"clipped away":          {[]paint.Op{paint.PushClip{Rect: paint.Rect{X: 70, Y: 70, W: 9, H: 9}}, anim, paint.PopClip{}}, false},
		"after a clip":          {[]paint.Op{paint.PushClip{Rect: paint.Rect{X: 70, Y: 70, W: 9, H: 9}}, paint.PopClip{}, anim}, true},
		"hidden":                {[]paint.Op{anim, over(all, 255)}, false},
		"seen through":          {[]paint.Op{anim, over(all, 254)}, true},
		"half hidden":           {[]paint.Op{anim, over(paint.Rect{W: 30, H: 100}, 255)}, true},
		"in front":              {[]paint.Op{over(all, 255), anim}, true},
		"hidden in a layer":     {[]paint.Op{anim, paint.PushLayer{Alpha: 0.5}, over(all, 255), paint.PopLayer{}}, true},
		"invisible layer":       {[]paint.Op{paint.PushLayer{}, anim, paint.PopLayer{}}, false},
		"the hiding is clipped": {[]paint.Op{anim, paint.PushClip{Rect: paint.Rect{W: 20, H: 20}}, over(all, 255), paint.PopClip{}}, true},
		"seen beside a corner":  {[]paint.Op{anim, paint.RoundRect{Rect: at, Radius: 20, Fill: paint.Color{A: 255}}}, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := paint.Scene{W: 100, H: 100, Scale: 1, Ops: tt.ops}
			if got := s.Moving(func(*paint.Shader) bool { return true }); got != tt.want {
				t.Errorf("%v", got)
			}
			if s.Moving(func(*paint.Shader) bool { return false }) {
				t.Error("moves although no shader runs")
			}
		})
	}
}
