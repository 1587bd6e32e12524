package soft_test

import (
	"image"
	"math"
	"math/rand/v2"
	"testing"

	"cellshell/gpu"
	"cellshell/gpu/gputest"
	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/internal/golden"
)

var (
	rgb     = gputest.RGB
	alpha   = gputest.Alpha
	desktop = gputest.Desktop
)

var _ gpu.Renderer = (*soft.Renderer)(nil)

func TestDesktopPicture(t *testing.T) {
	for _, p := range gputest.Pictures() {
		t.Run(p.Name, func(t *testing.T) { golden.Image(t, soft.Render(p.Scene), p.Name) })
	}
}

func TestExactPixels(t *testing.T) {
	red, white := rgb(0xff0000), rgb(0xffffff)
	tests := []struct {
		name string
		ops  []paint.Op
		want [][4]uint8 // of the row through the middle, 8 pixels
	}{
		{
			"a rectangle on whole pixels is sharp",
			[]paint.Op{paint.RoundRect{Rect: paint.Rect{X: 2, Y: 0, W: 4, H: 8}, Fill: red}},
			[][4]uint8{{}, {}, {255, 0, 0, 255}, {255, 0, 0, 255}, {255, 0, 0, 255}, {255, 0, 0, 255}, {}, {}},
		},
		{
			"half a pixel is half covered",
			[]paint.Op{paint.RoundRect{Rect: paint.Rect{X: 2.5, Y: 0, W: 4, H: 8}, Fill: white}},
			[][4]uint8{{}, {}, {128, 128, 128, 128}, {255, 255, 255, 255}, {255, 255, 255, 255}, {255, 255, 255, 255}, {128, 128, 128, 128}, {}},
		},
		{
			"colours blend as sRGB values",
			[]paint.Op{paint.RoundRect{Rect: paint.Rect{W: 8, H: 8}, Fill: rgb(0x000000)}, paint.RoundRect{Rect: paint.Rect{X: 4, W: 4, H: 8}, Fill: alpha(white, 128)}},
			[][4]uint8{{0, 0, 0, 255}, {0, 0, 0, 255}, {0, 0, 0, 255}, {0, 0, 0, 255}, {128, 128, 128, 255}, {128, 128, 128, 255}, {128, 128, 128, 255}, {128, 128, 128, 255}},
		},
		{
			"an opaque border hides the fill at the edge",
			[]paint.Op{paint.RoundRect{Rect: paint.Rect{X: 1, Y: 0, W: 6, H: 8}, Fill: red, Border: white, Width: 2}},
			[][4]uint8{{}, {255, 255, 255, 255}, {255, 255, 255, 255}, {255, 0, 0, 255}, {255, 0, 0, 255}, {255, 255, 255, 255}, {255, 255, 255, 255}, {}},
		},
		{
			"a layer blends once, however much overlaps in it",
			[]paint.Op{
				paint.PushLayer{Alpha: 0.5},
				paint.RoundRect{Rect: paint.Rect{X: 0, W: 5, H: 8}, Fill: white},
				paint.RoundRect{Rect: paint.Rect{X: 3, W: 5, H: 8}, Fill: white},
				paint.PopLayer{},
			},
			repeat([4]uint8{128, 128, 128, 128}, 8),
		},
		{
			"a clip cuts, and clips nest",
			[]paint.Op{
				paint.PushClip{Rect: paint.Rect{X: 1, W: 6, H: 8}},
				paint.PushClip{Rect: paint.Rect{X: -9, W: 13, H: 8}},
				paint.RoundRect{Rect: paint.Rect{W: 8, H: 8}, Fill: white},
				paint.PopClip{},
				paint.RoundRect{Rect: paint.Rect{X: 5, W: 8, H: 8}, Fill: red},
				paint.PopClip{},
			},
			[][4]uint8{{}, {255, 255, 255, 255}, {255, 255, 255, 255}, {255, 255, 255, 255}, {}, {255, 0, 0, 255}, {255, 0, 0, 255}, {}},
		},
		{
			"a path covers what it encloses",
			[]paint.Op{paint.Path{
				Verbs:  []paint.Verb{paint.MoveTo, paint.LineTo, paint.LineTo, paint.LineTo, paint.Close},
				Points: []paint.Point{{X: 1.25, Y: 0}, {X: 6, Y: 0}, {X: 6, Y: 8}, {X: 1.25, Y: 8}}, Fill: white,
			}},
			[][4]uint8{{}, {191, 191, 191, 191}, {255, 255, 255, 255}, {255, 255, 255, 255}, {255, 255, 255, 255}, {255, 255, 255, 255}, {}, {}},
		},
		{
			"a line covers its width",
			[]paint.Op{paint.Path{
				Verbs: []paint.Verb{paint.MoveTo, paint.LineTo}, Points: []paint.Point{{X: 4, Y: -5}, {X: 4, Y: 20}}, Stroke: white, Width: 2, Butt: true,
			}},
			[][4]uint8{{}, {}, {}, {255, 255, 255, 255}, {255, 255, 255, 255}, {}, {}, {}},
		},
		{
			"a shadow is not under its shape",
			[]paint.Op{paint.RoundRect{Rect: paint.Rect{X: 2, W: 4, H: 8}, Fill: alpha(white, 128), Shadow: paint.Shadow{Color: rgb(0), DX: 2}}},
			[][4]uint8{{}, {}, {128, 128, 128, 128}, {128, 128, 128, 128}, {128, 128, 128, 128}, {128, 128, 128, 128}, {0, 0, 0, 255}, {0, 0, 0, 255}},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			img := soft.Render(&paint.Scene{W: 8, H: 8, Scale: 1, Ops: tt.ops})
			for x, want := range tt.want {
				at := img.PixOffset(x, 4)
				if got := [4]uint8(img.Pix[at : at+4]); got != want {
					t.Errorf("pixel %d is %v, want %v", x, got, want)
				}
			}
		})
	}
}

func repeat(p [4]uint8, n int) (out [][4]uint8) {
	for range n {
		out = append(out, p)
	}
	return out
}

// A shadow's darkness falls from the edge outwards as the integral of a Gaussian does, at any width.
func TestShadowIsGaussian(t *testing.T) {
	for _, sigma := range []float64{1, 6, 15, 20, 40} {
		img := soft.Render(&paint.Scene{W: 1000, H: 1000, Scale: 1, Ops: []paint.Op{
			paint.RoundRect{Rect: paint.Rect{X: 300, Y: 300, W: 400, H: 400}, Radius: 20, Shadow: paint.Shadow{Color: rgb(0), Blur: sigma}},
		}})
		for d := 1; d < int(2.9*sigma); d++ {
			want := 255 * 0.5 * math.Erfc((float64(d)-0.5)/sigma/math.Sqrt2)
			for _, got := range []uint8{img.RGBAAt(300-d, 500).A, img.RGBAAt(699+d, 500).A, img.RGBAAt(500, 300-d).A, img.RGBAAt(500, 699+d).A} {
				if math.Abs(float64(got)-want) > 1.6 {
					t.Errorf("blur %v, %d px from the edge: %v, want %.1f", sigma, d, got, want)
				}
			}
		}
	}
}

// What is drawn again equals what would be drawn whole.
func TestDamageEqualsWhole(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, scale := range []float64{1, 1.25} {
		before, after := desktop(false, scale), desktop(true, scale)
		want := soft.Render(after)
		for range 6 {
			got := soft.Render(before)
			x, y := rng.IntN(want.Rect.Dx()), rng.IntN(want.Rect.Dy())
			damage := image.Rect(x, y, x+rng.IntN(300), y+rng.IntN(200))
			drawn := soft.RenderInto(got, after, damage)
			for y := drawn.Min.Y; y < drawn.Max.Y; y++ {
				for x := drawn.Min.X; x < drawn.Max.X; x++ {
					if got.RGBAAt(x, y) != want.RGBAAt(x, y) {
						t.Fatalf("scale %v, damage %v: pixel %d,%d is %v, want %v", scale, damage, x, y, got.RGBAAt(x, y), want.RGBAAt(x, y))
					}
				}
			}
			old := soft.Render(before)
			for i := range old.Pix {
				x, y := i%old.Stride/4, i/old.Stride
				if !(image.Point{x, y}).In(drawn) && got.Pix[i] != old.Pix[i] {
					t.Fatalf("damage %v: pixel %d,%d outside was changed", damage, x, y)
				}
			}
		}
	}
}

func TestRenderTwiceIsTheSame(t *testing.T) {
	s := desktop(true, 1.5)
	a, b := soft.Render(s), soft.Render(s)
	if n, _ := golden.Diff(a, b); n != 0 || string(a.Pix) != string(b.Pix) {
		t.Errorf("two pictures of one scene differ in %d pixels", n)
	}
}

func TestNoSizeIsAnError(t *testing.T) {
	var r soft.Renderer
	for _, s := range []paint.Scene{{}, {W: 10, H: 10}, {W: 1e9, H: 1e9, Scale: 1}, {W: math.NaN(), H: 1, Scale: 1}, {W: 10, H: -3, Scale: 1}} {
		if _, err := r.Render(&s); err == nil {
			t.Errorf("%gx%g at %g was drawn", s.W, s.H, s.Scale)
		}
	}
}
