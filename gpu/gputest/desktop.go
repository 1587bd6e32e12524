// Package gputest holds scenes that every renderer is tested with (test data).
package gputest

import (
	"image"
	"image/color"
	"math"

	"cellshell/gpu/paint"
	"cellshell/internal/fonts"
)

// RGB is an opaque colour.
func RGB(hex uint32) paint.Color {
	return paint.Color{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 255}
}

// Alpha is a colour made translucent.
func Alpha(c paint.Color, a uint8) paint.Color { c.A = a; return c }

// Write is text without kerning, enough to see glyphs by.
func Write(font string, size, x, y float64, c paint.Color, s string) paint.Glyphs {
	g := paint.Glyphs{Font: paint.FontID(font), Size: size, Color: c}
	for _, r := range s {
		id, _ := fonts.Glyph(font, r)
		g.Glyphs = append(g.Glyphs, paint.Glyph{ID: id, X: x, Y: y})
		x += fonts.Advance(font, id) * size
	}
	return g
}

// Picture is a scene with a name.
type Picture struct {
	Name  string
	Scene *paint.Scene
}

// Pictures are the scenes that have golden files.
func Pictures() []Picture {
	return []Picture{
		{"desktop-light-1x", Desktop(false, 1)},
		{"desktop-dark-1x", Desktop(true, 1)},
		{"desktop-dark-2x", Desktop(true, 2)}, // light at 2x would add nothing but its size
		{"wallpapers", Wallpapers()},
		{"fallbacks", Fallbacks()},
	}
}

// Wallpapers is each style of wallpaper, dark and light.
func Wallpapers() *paint.Scene {
	s := &paint.Scene{W: 720, H: 300, Scale: 1}
	dark := paint.Wallpaper{Base: [2]paint.Color{RGB(0x120f1c), RGB(0x1c1728)}, Tints: [3]paint.Color{Alpha(RGB(0x47306f), 205), Alpha(RGB(0x5c2450), 195), Alpha(RGB(0x073c64), 205)}}
	light := paint.Wallpaper{Base: [2]paint.Color{RGB(0xf4f2fc), RGB(0xe6e4f6)}, Tints: [3]paint.Color{Alpha(RGB(0xd9cdf8), 235), Alpha(RGB(0xf2cde4), 225), Alpha(RGB(0xb9ddf6), 225)}}
	for i := range 3 {
		for k, w := range []paint.Wallpaper{dark, light} {
			w.Rect, w.Style, w.Phase = paint.Rect{X: float64(i) * 240, Y: float64(k) * 150, W: 240, H: 150}, paint.WallStyle(i), 0.7
			s.Ops = append(s.Ops, w)
		}
	}
	s.Ops = append(s.Ops, paint.PushClip{Rect: paint.Rect{X: 300, Y: 90, W: 200, H: 120}, Radius: 24}, paint.Wallpaper{
		Rect: paint.Rect{X: 290.5, Y: 80.5, W: 180, H: 140}, Base: light.Base, Tints: light.Tints, Phase: 3,
	}, paint.PopClip{})
	return s
}

// Desktop is a picture with a bit of everything, in dark or light colours.
func Desktop(dark bool, scale float64) *paint.Scene {
	bg, to, surface, text, muted, accent, line := RGB(0xe8ecf4), RGB(0xcfd8ea), RGB(0xffffff), RGB(0x1b1f27), RGB(0x667085), RGB(0x2f6feb), RGB(0xd6dbe4)
	if dark {
		bg, to, surface, text, muted, accent, line = RGB(0x14161c), RGB(0x1d2331), RGB(0x232731), RGB(0xeceff4), RGB(0x98a2b3), RGB(0x6ea0ff), RGB(0x343a47)
	}
	s := &paint.Scene{W: 800, H: 560, Scale: scale}
	add := func(ops ...paint.Op) { s.Ops = append(s.Ops, ops...) }
	add(paint.RoundRect{Rect: paint.Rect{W: 800, H: 560}, Blend: &paint.Gradient{From: bg, To: to, Angle: 60}})
	card := func(x, y, w, h float64) {
		add(paint.RoundRect{
			Rect: paint.Rect{X: x, Y: y, W: w, H: h}, Radius: 14, Fill: surface, Border: line, Width: 1,
			Shadow: paint.Shadow{Color: paint.Color{A: 70}, DY: 8, Blur: 16, Spread: -4},
		})
	}
	// Text in all faces and sizes.
	card(24, 24, 360, 300)
	y := 60.0
	for _, size := range []float64{11, 12, 13, 14, 16, 20, 28} {
		add(Write("sans-400", size, 44, y, text, "Hamburgefonstiv — 012345 @"))
		y += size*1.5 + 2
	}
	add(Write("sans-600", 14, 44, y, text, "Semibold 14"), Write("sans-700", 14, 150, y, text, "Bold 14"), Write("sans-400-italic", 14, 220, y, text, "Italic 14"))
	add(Write("mono-400", 13, 44, y+26, muted, "func main() { cell.Run(&Counter{}) }"), Write("mono-700", 13, 44, y+48, accent, "if x != nil { return }"))
	// Controls.
	card(408, 24, 368, 150)
	add(paint.RoundRect{Rect: paint.Rect{X: 428, Y: 44, W: 110, H: 36}, Radius: 8, Fill: accent}, Write("sans-600", 14, 452, 67, RGB(0xffffff), "Tap me"))
	add(paint.RoundRect{Rect: paint.Rect{X: 550, Y: 44, W: 110, H: 36}, Radius: 8, Fill: Alpha(accent, 40), Border: Alpha(accent, 140), Width: 1}, Write("sans-500", 14, 575, 67, accent, "Cancel"))
	add(paint.RoundRect{Rect: paint.Rect{X: 672, Y: 50, W: 44, H: 24}, Radius: 12, Fill: accent}, paint.RoundRect{
		Rect: paint.Rect{X: 694, Y: 52, W: 20, H: 20}, Radius: 10, Fill: RGB(0xffffff), Shadow: paint.Shadow{Color: paint.Color{A: 90}, DY: 1, Blur: 1.5},
	})
	add(paint.RoundRect{Rect: paint.Rect{X: 428, Y: 104, W: 300, H: 6}, Radius: 3, Fill: line}, paint.RoundRect{Rect: paint.Rect{X: 428, Y: 104, W: 180, H: 6}, Radius: 3, Fill: accent}, paint.RoundRect{
		Rect: paint.Rect{X: 598, Y: 97, W: 20, H: 20}, Radius: 10, Fill: RGB(0xffffff), Border: accent, Width: 2,
	})
	for i := range 12 {
		w := float64(i+1) / 2
		add(paint.RoundRect{Rect: paint.Rect{X: 428 + float64(i)*26, Y: 134, W: 20, H: 20}, Radius: float64(i), Fill: surface, Border: text, Width: w / 2})
	}
	// A chart, an analogue clock, curves.
	card(408, 198, 368, 126)
	var chart, area paint.Path
	for i := range 120 {
		v := 90 + 30*math.Sin(float64(i)/7) + 9*math.Sin(float64(i)/1.7)
		p := paint.Point{X: 420 + float64(i)*1.6, Y: 170 + v}
		verb := paint.LineTo
		if i == 0 {
			verb = paint.MoveTo
		}
		chart.Verbs, chart.Points = append(chart.Verbs, verb), append(chart.Points, p)
	}
	chart.Stroke, chart.Width = accent, 2
	area.Verbs, area.Points = append(area.Verbs, chart.Verbs...), append(area.Points, chart.Points...)
	area.Verbs = append(area.Verbs, paint.LineTo, paint.LineTo, paint.Close)
	area.Points = append(area.Points, paint.Point{X: 610.4, Y: 312}, paint.Point{X: 420, Y: 312})
	area.Fill = Alpha(accent, 50)
	add(area, chart)
	add(paint.RoundRect{Rect: paint.Rect{X: 640, Y: 206, W: 110, H: 110}, Radius: 55, Border: text, Width: 2.5})
	hand := func(angle, length, width float64, c paint.Color) {
		x, y := 695+length*math.Sin(angle), 261-length*math.Cos(angle)
		add(paint.Path{Verbs: []paint.Verb{paint.MoveTo, paint.LineTo}, Points: []paint.Point{{X: 695, Y: 261}, {X: x, Y: y}}, Stroke: c, Width: width})
	}
	for i := range 12 {
		a := float64(i) * math.Pi / 6
		add(paint.Path{
			Verbs: []paint.Verb{paint.MoveTo, paint.LineTo}, Butt: true, Stroke: muted, Width: 1.5,
			Points: []paint.Point{{X: 695 + 44*math.Sin(a), Y: 261 - 44*math.Cos(a)}, {X: 695 + 50*math.Sin(a), Y: 261 - 50*math.Cos(a)}},
		})
	}
	hand(5.3, 26, 4, text)
	hand(1.1, 40, 3, text)
	hand(3.4, 44, 1, accent)
	// A clipped picture, a layer, a backdrop.
	add(
		paint.Image{Rect: paint.Rect{X: 24, Y: 348, W: 240, H: 180}, Radius: 18, Img: Photo(), Alpha: 1},
		paint.PushClip{Rect: paint.Rect{X: 288, Y: 348, W: 200, H: 180}, Radius: 40},
		paint.RoundRect{Rect: paint.Rect{X: 280, Y: 340, W: 220, H: 200}, Blend: &paint.Gradient{From: accent, To: RGB(0xff5f8f), Angle: 45}},
		Write("sans-700", 64, 270, 460, RGB(0xffffff), "Clipped"),
		paint.PushLayer{Alpha: 0.5},
		paint.RoundRect{Rect: paint.Rect{X: 300, Y: 480, W: 100, H: 100}, Radius: 50, Fill: RGB(0xffcc00)},
		paint.RoundRect{Rect: paint.Rect{X: 350, Y: 480, W: 100, H: 100}, Radius: 50, Fill: RGB(0x00ccff)},
		paint.PopLayer{}, paint.PopClip{},
	)
	add(paint.Path{
		Verbs:  []paint.Verb{paint.MoveTo, paint.CubicTo, paint.QuadTo, paint.LineTo, paint.LineTo},
		Points: []paint.Point{{X: 512, Y: 510}, {X: 560, Y: 330}, {X: 600, Y: 640}, {X: 640, Y: 400}, {X: 680, Y: 330}, {X: 720, Y: 420}, {X: 700, Y: 500}, {X: 740, Y: 380}},
		Stroke: Alpha(text, 200), Width: 12,
	})
	add(paint.Backdrop{Rect: paint.Rect{X: 120, Y: 420, W: 460, H: 70}, Radius: 20, Blur: 10}, paint.RoundRect{
		Rect: paint.Rect{X: 120, Y: 420, W: 460, H: 70}, Radius: 20, Fill: Alpha(surface, 150), Border: Alpha(text, 40), Width: 1,
		Shadow: paint.Shadow{Color: paint.Color{A: 80}, DY: 10, Blur: 20},
	}, Write("sans-500", 18, 150, 462, text, "make this button bigger"))
	return s
}

var photoOnce *image.NRGBA

// Photo is a picture, the same at every call.
func Photo() image.Image {
	if photoOnce == nil {
		photoOnce = image.NewNRGBA(image.Rect(0, 0, 320, 240))
		for y := range 240 {
			for x := range 320 {
				photoOnce.Set(x, y, color.NRGBA{uint8(x * 255 / 320), uint8(y * 255 / 240), uint8((x/20 + y/20) % 2 * 200), 255})
			}
		}
	}
	return photoOnce
}
