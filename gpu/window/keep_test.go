package window_test

import (
	"image"
	"image/color"
	"math"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/gputest"
	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/gpu/window"
	"cellshell/internal/golden"
)

// checked draws a scene and compares it with the processor's picture of it.
func checked(t *testing.T, r *window.Renderer, dst *ebiten.Image, s *paint.Scene, what string, i int) {
	t.Helper()
	r.Draw(dst, s)
	want := soft.Render(s)
	got := pixels(dst.SubImage(want.Rect.Add(dst.Bounds().Min)).(*ebiten.Image))
	if n, _ := golden.Diff(got, want); n > want.Rect.Dx()*want.Rect.Dy()/1000 {
		t.Errorf("%s %d: %d pixels differ", what, i, n)
	}
}

// Curves, text and pictures that change all the time fill the atlas over and over; what stays must stay right.
func TestWhatChangesMakesRoom(t *testing.T) {
	r := window.NewRenderer()
	const still = "The quick brown fox jumps over the lazy dog"
	for frame := range 150 {
		f := float64(frame)
		s := &paint.Scene{W: 600, H: 400, Scale: 1}
		s.Ops = append(s.Ops, paint.RoundRect{Rect: paint.Rect{W: 600, H: 400}, Fill: gputest.RGB(0xffffff)}, gputest.Write("sans-400", 14, 20, 30, gputest.RGB(0), still))
		curve := paint.Path{Verbs: []paint.Verb{paint.MoveTo, paint.CubicTo}, Stroke: gputest.RGB(0x2f6feb), Width: 3}
		curve.Points = []paint.Point{{X: 20, Y: 60}, {X: 200 + f, Y: 350}, {X: 300 - f, Y: 20}, {X: 580, Y: 380}}
		s.Ops = append(s.Ops, curve, gputest.Write("sans-700", 10+f/3, 20, 390-f, gputest.RGB(0xaa3311), "growing"))
		s.Ops = append(s.Ops, paint.Image{Rect: paint.Rect{X: 300, Y: 40, W: 40 + f, H: 60 + f/2}, Radius: 9, Img: gputest.Photo(), Alpha: 0.8})
		draw(t, func(*ebiten.Image) {
			dst := ebiten.NewImage(600, 400)
			defer dst.Deallocate()
			if frame%15 == 14 {
				checked(t, r, dst, s, "frame", frame)
				return
			}
			r.Draw(dst, s)
		})
	}
}

// A picture given by value cannot be told from others, so it is never kept.
func TestPictureByValue(t *testing.T) {
	r := window.NewRenderer()
	for i := range 3 {
		c := color.NRGBA{uint8(80 * i), 200, uint8(255 - 90*i), 255}
		s := &paint.Scene{W: 40, H: 40, Scale: 1, Ops: []paint.Op{paint.Image{Rect: paint.Rect{X: 4, Y: 4, W: 30, H: 20}, Radius: 6, Img: one{c}, Alpha: 1}}}
		draw(t, func(*ebiten.Image) {
			dst := ebiten.NewImage(40, 40)
			defer dst.Deallocate()
			checked(t, r, dst, s, "picture", i)
		})
	}
}

type one struct{ c color.NRGBA }

func (o one) ColorModel() color.Model { return color.NRGBAModel }
func (o one) Bounds() image.Rectangle { return image.Rect(0, 0, 3, 2) }
func (o one) At(x, y int) color.Color { return o.c }

// A scene on a part of an image stays in that part.
func TestPartOfAnImage(t *testing.T) {
	for name, d := range map[string]window.Drawer{"renderer": window.NewRenderer(), "fallback": &window.Fallback{}} {
		t.Run(name, func(t *testing.T) {
			s := gputest.Desktop(true, 0.5)
			draw(t, func(*ebiten.Image) {
				dst := ebiten.NewImage(500, 380)
				defer dst.Deallocate()
				dst.Fill(color.White)
				d.Draw(dst.SubImage(image.Rect(50, 40, 50+400, 40+280)).(*ebiten.Image), s)
				got := pixels(dst)
				want := image.NewRGBA(got.Rect)
				for i := range want.Pix {
					want.Pix[i] = 255
				}
				pic := soft.Render(s)
				for y := range pic.Rect.Dy() {
					copy(want.Pix[want.PixOffset(50, 40+y):], pic.Pix[y*pic.Stride:(y+1)*pic.Stride])
				}
				if n, _ := golden.Diff(got, want); n > 40 {
					t.Errorf("%d pixels differ", n)
				}
			})
		})
	}
}

// A scene without size, or with numbers that are none, leaves the image as it was.
func TestNoSizeDrawsNothing(t *testing.T) {
	for _, d := range []window.Drawer{window.NewRenderer(), &window.Fallback{}} {
		for _, s := range []paint.Scene{{}, {W: 10, H: 10}, {W: 1e9, H: 1e9, Scale: 1}, {W: math.NaN(), H: 1, Scale: 1}} {
			draw(t, func(*ebiten.Image) {
				dst := ebiten.NewImage(10, 10)
				defer dst.Deallocate()
				dst.Fill(color.White)
				d.Draw(dst, &s)
				if pixels(dst).Pix[0] != 255 {
					t.Errorf("%v drew", s)
				}
			})
		}
	}
}

// Clips nest five deep, layers in one another, and both.
func TestClipsAndLayersNest(t *testing.T) {
	r := window.NewRenderer()
	s := &paint.Scene{W: 200, H: 200, Scale: 1.25}
	s.Ops = append(s.Ops, paint.RoundRect{Rect: paint.Rect{W: 200, H: 200}, Blend: &paint.Gradient{From: gputest.RGB(0x203050), To: gputest.RGB(0xd0c0a0), Angle: 30}})
	for i := range 3 {
		f := float64(i)
		s.Ops = append(
			s.Ops, paint.PushClip{Rect: paint.Rect{X: 10 + 9*f, Y: 10 + 4*f, W: 180 - 20*f, H: 180 - 12*f}, Radius: 60 - 10*f},
			paint.RoundRect{Rect: paint.Rect{X: 0, Y: 40 * f, W: 200, H: 150}, Fill: gputest.Alpha(gputest.RGB(0x44aa00<<uint(4*i)&0xffffff), 120)},
			paint.PushLayer{Alpha: 0.7},
			gputest.Write("sans-700", 60, 5, 80+30*f, gputest.RGB(0xffffff), "nested"),
			paint.Image{Rect: paint.Rect{X: 100, Y: 20 + 50*f, W: 90, H: 60}, Radius: 12, Img: gputest.Photo(), Alpha: 0.9},
		)
	}
	s.Ops = append(s.Ops, paint.Backdrop{Rect: paint.Rect{X: 20, Y: 60, W: 150, H: 80}, Radius: 30, Blur: 5})
	for range 3 {
		s.Ops = append(s.Ops, paint.PopLayer{}, paint.PopClip{})
	}
	s.Ops = append(s.Ops, paint.Backdrop{Rect: paint.Rect{X: 60, Y: 100, W: 130, H: 90}, Radius: 10, Blur: 30})
	draw(t, func(*ebiten.Image) {
		dst := ebiten.NewImage(250, 250)
		defer dst.Deallocate()
		checked(t, r, dst, s, "scene", 0)
	})
	if *keepDir != "" {
		save(t, *keepDir+"/nested.gpu.png", picture(t, r, s))
		save(t, *keepDir+"/nested.cpu.png", soft.Render(s))
	}
}

// One image on which picture after picture is drawn shows the newest, although only what differs is drawn on it.
func TestOneImageForAllPictures(t *testing.T) {
	for name, d := range map[string]window.Drawer{"renderer": window.NewRenderer(), "fallback": &window.Fallback{}} {
		t.Run(name, func(t *testing.T) {
			dst := ebiten.NewImage(500, 380)
			defer dst.Deallocate()
			for i := range 10 {
				s := gputest.Desktop(true, 0.5)
				f := float64(i)
				s.Ops = append(s.Ops, paint.RoundRect{Rect: paint.Rect{X: 40 * f, Y: 30 + 20*f, W: 60, H: 40}, Radius: 9, Fill: gputest.RGB(0x2f6feb)})
				if i%3 == 2 {
					s.Ops = append(s.Ops, gputest.Write("sans-400", 40, 20, 300, gputest.RGB(0xffffff), "third"))
				}
				draw(t, func(*ebiten.Image) {
					d.Draw(dst, s)
					want := soft.Render(s)
					got := pixels(dst.SubImage(want.Rect).(*ebiten.Image))
					if n, _ := golden.Diff(got, want); n > want.Rect.Dx()*want.Rect.Dy()/1000 {
						t.Errorf("picture %d: %d pixels differ", i, n)
					}
				})
			}
		})
	}
}
