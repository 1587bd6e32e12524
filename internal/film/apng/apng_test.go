package apng

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"testing"
	"time"
)

func TestPicturesComeBack(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	img := image.NewRGBA(image.Rect(0, 0, 60, 40))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	var f Film
	var want []image.RGBA
	for i := range 12 {
		if i%4 != 3 { // every fourth is as the one before
			for range 30 {
				x, y := 10+rng.IntN(30), 5+rng.IntN(30)
				img.SetRGBA(x, y, color.RGBA{uint8(rng.IntN(256)), uint8(i), 7, 255})
			}
			want = append(want, image.RGBA{Pix: bytes.Clone(img.Pix), Stride: img.Stride, Rect: img.Rect})
		}
		if err := f.Add(img, 40*time.Millisecond); err != nil {
			t.Fatal(err)
		}
	}
	f.Stay(time.Second)
	var file bytes.Buffer
	if err := f.Encode(&file); err != nil {
		t.Fatal(err)
	}
	var total time.Duration
	n, err := decode(file.Bytes(), func(i int, p picture) {
		total += p.delay
		if !bytes.Equal(p.image.Pix, want[i].Pix) {
			t.Errorf("picture %d is another one", i)
		}
	})
	if err != nil || n != len(want) || n != f.Len() {
		t.Fatalf("%d pictures, want %d: %v", n, len(want), err)
	}
	if want := 12*40*time.Millisecond + time.Second; total != want {
		t.Errorf("the film takes %v, want %v", total, want)
	}
	still, err := png.Decode(bytes.NewReader(file.Bytes()))
	if err != nil || still.Bounds() != img.Rect {
		t.Errorf("to whom films mean nothing it is a picture of %v: %v", still, err)
	}
	if err := f.Add(image.NewRGBA(image.Rect(0, 0, 1, 1)), 0); err == nil {
		t.Error("a picture of another size is taken")
	}
	if err := new(Film).Encode(&file); err == nil {
		t.Error("a film without a picture is written")
	}
}

// The picture of the README is a film of a sentence that is typed and done. See docs/picture.sh.
func TestThePictureOfTheReadme(t *testing.T) {
	const most = 1500 << 10
	file, err := os.ReadFile("../../../docs/desk.png")
	if err != nil {
		t.Fatal(err)
	}
	if len(file) > most {
		t.Errorf("it has %d bytes, at most %d", len(file), most)
	}
	var took time.Duration
	var size image.Point
	n, err := decode(file, func(_ int, p picture) { took, size = took+p.delay, p.image.Rect.Size() })
	if err != nil || n <= 20 {
		t.Fatalf("%d pictures, want more than 20: %v", n, err)
	}
	if size != image.Pt(1280, 800) {
		t.Errorf("it is %v large, want 1280 by 800", size)
	}
	if took < 5*time.Second || took > 25*time.Second {
		t.Errorf("it takes %v, want 5 s to 25 s", took)
	}
}
