package main_test

import (
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cellshell/internal/golden"
	"cellshell/internal/testenv"
)

// glassShot is what cell screenshot --window writes.
func glassShot(t *testing.T, d *testenv.Desk, flags ...string) image.Image {
	t.Helper()
	path := filepath.Join(d.Dir(), "window.png")
	if out, errOut, code := d.Cell(append([]string{"screenshot", "--window", path}, flags...)...); code != 0 {
		t.Fatalf("screenshot --window: %d %s%s", code, out, errOut)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// differ counts the pixels that differ below the panel, whose figures do.
func differ(a, b image.Image) (n int) {
	below := func(img image.Image) image.Image {
		r := img.Bounds()
		out := image.NewRGBA(image.Rect(0, 0, r.Dx(), max(r.Dy()-80, 0)))
		draw.Draw(out, out.Rect, img, r.Min.Add(image.Pt(0, 80)), draw.Src)
		return out
	}
	n, _ = golden.Diff(below(a), below(b))
	return n
}

// onGlass fails the test unless what a window sends of itself is what is on the glass. What happens between the two pictures
// does not count.
func onGlass(t *testing.T, d *testenv.Desk, x *testenv.Display, flags ...string) image.Image {
	t.Helper()
	n := 0
	for range 20 {
		got := glassShot(t, d, flags...)
		if n = differ(got, x.Shot("glass")); n == 0 {
			return got
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%d pixels are not those on the glass", n)
	return nil
}

func TestPictureOfAWindow(t *testing.T) {
	d, x := testenv.StartWindow(t)
	time.Sleep(700 * time.Millisecond) // what opens it is over
	x.Do("mousemove", "640", "790")
	got := onGlass(t, d, x)
	if n := differ(got, d.Screenshot()); n > 1280*800/1000 {
		t.Errorf("%d pixels are not those that the body draws", n)
	}
	x.Click(middle(node(d, "counter", "plus"))) // a part of it is another, then all of it has to be shown again
	onGlass(t, d, x)
	x.Do("search", "--name", "CellShell", "windowunmap", "--sync", "windowmap", "--sync")
	onGlass(t, d, x)
	x.Key("ctrl+space")
	time.Sleep(300 * time.Millisecond)
	if n := differ(glassShot(t, d), d.Screenshot()); n < 5000 {
		t.Errorf("the bar is not in the picture: %d pixels differ", n)
	}
	for line, want := range map[string]string{
		"cell screenshot --window a.png counter": "as large as the window", "cell screenshot --window --scale 2 a.png": "as large as the window",
		"cell screenshot --screen 77 a.png": "there is no window 77",
	} {
		if _, errOut, code := d.Shell(line); code == 0 || !strings.Contains(errOut, want) {
			t.Errorf("%s: %d %s", line, code, errOut)
		}
	}
}
