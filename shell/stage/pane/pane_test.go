package pane_test

import (
	"image"
	"image/color"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"
	"go.uber.org/goleak"

	"cellshell/internal/testenv"
	"cellshell/shell/stage/pane"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// picture is one whose pixels are all different, or nearly.
func picture() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 400, 300))
	for y := range 300 {
		for x := range 400 {
			img.SetRGBA(x, y, color.RGBA{uint8(x), uint8(y), uint8(x ^ y), 255})
		}
	}
	return img
}

// Pixels stand where they were put, the others stay; when the display has forgotten them it says so.
func TestPut(t *testing.T) {
	x := testenv.StartDisplay(t)
	c, id := x.Window()
	exposed := make(chan struct{}, 100)
	p, err := pane.Open(x.Name(), uint32(id), func() { exposed <- struct{}{} })
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	img := picture()
	if err := p.Put(img, img.Rect); err != nil { // more than one request takes
		t.Fatal(err)
	}
	small := image.Rect(33, 44, 99, 55)
	for y := small.Min.Y; y < small.Max.Y; y++ {
		for x := small.Min.X; x < small.Max.X; x++ {
			img.SetRGBA(x, y, color.RGBA{9, 99, 199, 255})
		}
	}
	img.SetRGBA(200, 200, color.RGBA{}) // not put
	if err := p.Put(img, small); err != nil {
		t.Fatal(err)
	}
	img.SetRGBA(200, 200, picture().RGBAAt(200, 200))
	if err := p.Put(img, image.Rect(-50, 290, 1000, 1000)); err != nil { // beyond the edges is nothing
		t.Fatal(err)
	}
	shot := x.Shot("pane")
	for y := range 300 {
		for x := range 400 {
			r, g, b, _ := shot.At(100+x, 100+y).RGBA()
			if got, want := (color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 255}), img.RGBAAt(x, y); got != want {
				t.Fatalf("pixel %d,%d is %v, want %v", x, y, got, want)
			}
		}
	}
	for len(exposed) > 0 {
		<-exposed
	}
	xproto.UnmapWindow(c, id)
	xproto.MapWindow(c, id)
	select {
	case <-exposed:
	case <-time.After(5 * time.Second):
		t.Fatal("nobody was told that the window is empty")
	}
	xproto.DestroyWindow(c, id)
	testenv.Eventually(t, 5*time.Second, "a window that is gone takes nothing", func() bool { return p.Put(img, img.Rect) != nil })
}

func TestWhatIsNoWindow(t *testing.T) {
	if _, err := pane.Open(":987654", 1, func() {}); err == nil {
		t.Error("a display that is not there has a window")
	}
	x := testenv.StartDisplay(t)
	if _, err := pane.Open(x.Name(), 77, func() {}); err == nil {
		t.Error("a window that is not there takes pixels")
	}
}
