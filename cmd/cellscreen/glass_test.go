package main_test

import (
	"image"
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

func differ(a, b image.Image) (n int) {
	n, _ = golden.Diff(a, b)
	return n
}

func TestPictureOfAWindow(t *testing.T) {
	d, x := testenv.StartWindow(t)
	time.Sleep(700 * time.Millisecond) // what opens it is over
	x.Do("mousemove", "640", "790")
	got := glassShot(t, d)
	if want := x.Shot("glass"); differ(got, want) > 0 {
		t.Errorf("%d pixels are not those on the glass", differ(got, want))
	}
	if n := differ(got, d.Screenshot()); n > 1280*800/500 { // the panel's figures change
		t.Errorf("%d pixels are not those that the body draws", n)
	}
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
