package gputest

import "cellshell/gpu/paint"

// Fallbacks is what is drawn in place of shaders: plain, faint, rounded, with clips and layers that are left open, and one in
// another's place.
func Fallbacks() *paint.Scene {
	s := &paint.Scene{W: 400, H: 160, Scale: 1.5}
	s.Ops = append(s.Ops, paint.RoundRect{Rect: paint.Rect{W: 400, H: 160}, Blend: &paint.Gradient{From: RGB(0xe8ecf4), To: RGB(0xb8c4de), Angle: 20}})
	stands := func(x, alpha, radius float64, more ...paint.Op) paint.Shader {
		r := paint.Rect{X: x, Y: 20, W: 80, H: 120}
		ops := append([]paint.Op{paint.RoundRect{Rect: r, Fill: RGB(0x243050)}, Write("sans-600", 30, x-10, 80, RGB(0xffffff), "wide word")}, more...)
		return paint.Shader{Rect: r, Radius: radius, Kage: "none", Alpha: alpha, Fallback: ops}
	}
	open := []paint.Op{
		paint.PopClip{},
		paint.PopLayer{},
		paint.PushLayer{Alpha: 0.6},
		paint.PushClip{Rect: paint.Rect{X: 220, Y: 90, W: 40, H: 40}, Radius: 20},
		paint.RoundRect{Rect: paint.Rect{X: 200, Y: 80, W: 90, H: 90}, Fill: RGB(0xff8800)},
		paint.Backdrop{Rect: paint.Rect{X: 200, Y: 20, W: 80, H: 60}, Blur: 8},
	}
	s.Ops = append(s.Ops, stands(10, 1, 0), stands(105, 0.4, 24), stands(200, 1, 12, open...), paint.PushClip{Rect: paint.Rect{X: 300, Y: 30, W: 90, H: 90}, Radius: 30},
		stands(300, 1, 0, stands(310, 0.5, 40)), paint.PopClip{})
	return s
}
