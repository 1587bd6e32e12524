package soft_test

import (
	"image"
	"testing"

	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
)

// BenchmarkDesktop draws 1280×800 pixels with text, shadows, curves, a picture and a blurred backdrop. The target is 40 ms.
func BenchmarkDesktop(b *testing.B) {
	s := desktop(true, 1.6) // 800×560 logical pixels
	soft.Render(s)
	for b.Loop() {
		soft.Render(s)
	}
}

// BenchmarkDesktopCold is the same with nothing cached.
func BenchmarkDesktopCold(b *testing.B) {
	s := desktop(true, 1.6)
	for b.Loop() {
		var r soft.Renderer
		if _, err := r.Render(s); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDamage draws one button of it again.
func BenchmarkDamage(b *testing.B) {
	s := desktop(true, 1.6)
	img := soft.Render(s)
	for b.Loop() {
		soft.RenderInto(img, s, image.Rect(690, 80, 860, 130))
	}
}

// BenchmarkPrimitives draws 10,000 small rounded rectangles.
func BenchmarkPrimitives(b *testing.B) {
	s := &paint.Scene{W: 1280, H: 800, Scale: 1}
	for i := range 10000 {
		s.Ops = append(s.Ops, paint.RoundRect{
			Rect: paint.Rect{X: float64(i % 100 * 12), Y: float64(i / 100 * 8), W: 10, H: 6}, Radius: 2, Fill: rgb(uint32(i * 997)), Border: rgb(0), Width: 1,
		})
	}
	for b.Loop() {
		soft.Render(s)
	}
}
