package window_test

import (
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/compositor"
	"cellshell/compositor/compositortest"
	"cellshell/gpu/gputest"
	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
	"cellshell/gpu/window"
	"cellshell/internal/golden"
)

var keepDir = flag.String("pictures", "", "write what both renderers draw to this folder")

// shared is one renderer for all tests, as a screen has one.
var shared = window.NewRenderer()

// picture draws a scene three times, so that what the first frame leaves behind is seen, and returns the last.
func picture(t testing.TB, d window.Drawer, s *paint.Scene) *image.RGBA {
	t.Helper()
	w, h, err := soft.Size(s)
	if err != nil {
		t.Fatal(err)
	}
	var got *image.RGBA
	for range 3 {
		draw(t, func(*ebiten.Image) {
			dst := ebiten.NewImage(w, h)
			d.Draw(dst, s)
			got = pixels(dst)
			dst.Deallocate()
		})
	}
	return got
}

// compare fails when two renderers' pictures of a scene can be told apart.
func compare(t *testing.T, name string, s *paint.Scene, allowed float64) {
	t.Helper()
	got, want := picture(t, shared, s), soft.Render(s)
	n, diff := golden.Diff(got, want)
	total := want.Rect.Dx() * want.Rect.Dy()
	sum, worst := 0.0, 0
	for i := range want.Pix {
		d := max(int(want.Pix[i]), int(got.Pix[i])) - min(int(want.Pix[i]), int(got.Pix[i]))
		sum, worst = sum+float64(d), max(worst, d)
	}
	mean := sum / float64(len(want.Pix))
	t.Logf("%d of %d pixels differ visibly, by %.3f of 255 on average, %d at most; %d calls", n, total, mean, worst, shared.Calls())
	bad := float64(n) > allowed*float64(total) || mean > 0.5
	if bad {
		t.Errorf("the GPU's picture differs from the CPU's")
	}
	dir := *keepDir
	if bad && dir == "" {
		dir = filepath.Join(os.TempDir(), "cellshell-window")
	}
	if dir != "" {
		save(t, filepath.Join(dir, name+".gpu.png"), got)
		save(t, filepath.Join(dir, name+".cpu.png"), want)
		save(t, filepath.Join(dir, name+".diff.png"), diff)
	}
}

func save(t *testing.T, file string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	t.Log("see", file)
}

func TestPicturesAreThoseOfTheProcessor(t *testing.T) {
	for _, p := range gputest.Pictures() {
		t.Run(p.Name, func(t *testing.T) { compare(t, "gpu-"+p.Name, p.Scene, golden.Allowed) })
	}
	for _, p := range compositortest.Pictures() {
		t.Run("compositor-"+p.Name, func(t *testing.T) {
			compare(t, "compositor-"+p.Name, compositor.Paint(p.Input, compositor.Arrange(p.Input), nil, 0), golden.Allowed)
		})
	}
}
