// Package golden compares pictures with those kept in testdata (golden files), the way an eye would: small differences of a
// few pixels, as another processor's rounding makes them, pass; a moved letter does not.
//
//	golden.Image(t, got, "clock-dark")  // testdata/clock-dark.png
//
// go test -update writes the kept pictures anew. When a comparison fails, what was drawn is written beside as
// NAME.got.png and where it differs as NAME.diff.png.
package golden

import (
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "write golden files instead of comparing with them")

// Allowed is the part of a picture's pixels that may differ visibly.
const Allowed = 1.0 / 5000

// Image fails the test when a picture differs visibly from testdata/name.png.
func Image(t testing.TB, got image.Image, name string) {
	t.Helper()
	file := filepath.Join("testdata", name+".png")
	if *update {
		write(t, file, got)
		return
	}
	want := read(t, file)
	if want == nil {
		write(t, filepath.Join("testdata", name+".got.png"), got)
		t.Errorf("golden: %s does not exist; look at %s.got.png, then run go test -update", file, name)
		return
	}
	gotFile, diffFile := filepath.Join("testdata", name+".got.png"), filepath.Join("testdata", name+".diff.png")
	if got.Bounds().Size() != want.Bounds().Size() {
		write(t, gotFile, got)
		t.Errorf("golden: %s: the picture is %v, the kept one %v", name, got.Bounds().Size(), want.Bounds().Size())
		return
	}
	n, picture := Diff(got, want)
	total := got.Bounds().Dx() * got.Bounds().Dy()
	if float64(n) <= Allowed*float64(total) {
		os.Remove(gotFile)
		os.Remove(diffFile)
		return
	}
	write(t, gotFile, got)
	write(t, diffFile, picture)
	t.Errorf("golden: %s: %d of %d pixels differ; see %s", name, n, total, diffFile)
}

// Diff counts the pixels that differ visibly between two pictures of one size, and draws the second one pale with those
// pixels in red.
func Diff(got, want image.Image) (int, *image.NRGBA) {
	a, b := flat(got), flat(want)
	out := image.NewNRGBA(b.Rect)
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		p, q := a.Pix[i:i+4], b.Pix[i:i+4]
		if distance(p, q) > visible {
			n++
			copy(out.Pix[i:], []uint8{255, 0, 0, 255})
			continue
		}
		for c := range 3 {
			out.Pix[i+c] = uint8(200 + int(q[c])*55/255)
		}
		out.Pix[i+3] = 255
	}
	return n, out
}

// flat is the picture at 0,0 on mid grey, so that transparency counts too.
func flat(img image.Image) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
	draw.Draw(out, out.Rect, image.NewUniform(color.Gray{128}), image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Over)
	return out
}

// visible is a distance seen when looking for it: 6 % of that from black to white.
const visible = 0.06 * 0.06 * 35215

// distance is that of two colours in YIQ, squared and weighted by what the eye notices (Kotsarenko and Ramos, 2010).
func distance(p, q []uint8) float64 {
	r, g, b := float64(p[0])-float64(q[0]), float64(p[1])-float64(q[1]), float64(p[2])-float64(q[2])
	y := r*0.29889531 + g*0.58662247 + b*0.11448223
	i := r*0.59597799 - g*0.27417610 - b*0.32180189
	o := r*0.21147017 - g*0.52261711 + b*0.31114694
	return 0.5053*y*y + 0.299*i*i + 0.1957*o*o
}

func read(t testing.TB, file string) image.Image {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatalf("golden: %s: %v", file, err)
	}
	return img
}

func write(t testing.TB, file string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	enc := png.Encoder{CompressionLevel: png.BestCompression}
	if err := enc.Encode(f, img); err != nil {
		t.Fatalf("golden: %s: %v", file, err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}
