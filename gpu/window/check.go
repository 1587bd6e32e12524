package window

import (
	"fmt"
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/internal/fonts"
)

// Check draws a small scene with a drawer and compares it with what the processor draws. The error says how much a broken
// graphics driver gets wrong; the way out is a Fallback. It reads pixels back, so it belongs into Update or Draw, once at the
// start.
func Check(d Drawer) error {
	s := probe()
	want := soft.Render(s)
	dst := ebiten.NewImageWithOptions(want.Rect, &ebiten.NewImageOptions{Unmanaged: true})
	defer dst.Deallocate()
	d.Draw(dst, s)
	got := image.NewRGBA(want.Rect)
	dst.ReadPixels(got.Pix)
	wrong := 0
	for i := 0; i < len(want.Pix); i += 4 {
		for c := range 4 {
			if diff := int(got.Pix[i+c]) - int(want.Pix[i+c]); diff < -24 || diff > 24 {
				wrong++
				break
			}
		}
	}
	if all := len(want.Pix) / 4; wrong > all/100 {
		return fmt.Errorf("window: %d of %d pixels of a test picture are wrong", wrong, all)
	}
	return nil
}

// probe is a scene that uses every shader.
func probe() *paint.Scene {
	white, blue := paint.Color{R: 255, G: 255, B: 255, A: 255}, paint.Color{R: 40, G: 110, B: 240, A: 255}
	text := paint.Glyphs{Font: "sans-600", Size: 20, Color: white}
	for i, r := range "Aa" {
		id, _ := fonts.Glyph("sans-600", r)
		text.Glyphs = append(text.Glyphs, paint.Glyph{ID: id, X: 34 + 16*float64(i), Y: 60})
	}
	return &paint.Scene{W: 128, H: 96, Scale: 1, Ops: []paint.Op{
		paint.Wallpaper{Rect: paint.Rect{W: 128, H: 96}, Base: [2]paint.Color{white, blue}, Tints: [3]paint.Color{blue, white, blue}},
		paint.RoundRect{Rect: paint.Rect{X: 64, W: 64, H: 96}, Blend: &paint.Gradient{From: white, To: blue, Angle: 30}},
		paint.RoundRect{Rect: paint.Rect{X: 20, Y: 20, W: 80, H: 56}, Radius: 12, Fill: blue, Border: white, Width: 2, Shadow: paint.Shadow{Color: paint.Color{A: 150}, DY: 4, Blur: 6}},
		paint.PushClip{Rect: paint.Rect{X: 20, Y: 20, W: 80, H: 56}, Radius: 12},
		paint.RoundRect{Rect: paint.Rect{X: 10, Y: 10, W: 30, H: 30}, Fill: paint.Color{R: 250, G: 90, A: 200}},
		paint.PushLayer{Alpha: 0.5},
		paint.Path{Verbs: []paint.Verb{paint.MoveTo, paint.QuadTo}, Points: []paint.Point{{X: 20, Y: 70}, {X: 70, Y: 20}, {X: 110, Y: 70}}, Stroke: white, Width: 5},
		paint.PopLayer{},
		text,
		paint.PopClip{},
		paint.Backdrop{Rect: paint.Rect{X: 70, Y: 50, W: 50, H: 40}, Radius: 8, Blur: 4},
	}}
}
