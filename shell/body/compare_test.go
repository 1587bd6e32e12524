package body

import (
	"image"
	"image/color"
	"image/draw"
	"testing"
)

func TestDifferencesAreBoxesAroundWhatChanged(t *testing.T) {
	a, z := image.NewRGBA(image.Rect(0, 0, 100, 80)), image.NewRGBA(image.Rect(0, 0, 100, 80))
	for _, m := range []*image.RGBA{a, z} {
		draw.Draw(m, m.Rect, image.NewUniform(color.Gray{40}), image.Point{}, draw.Src)
	}
	draw.Draw(z, image.Rect(10, 10, 30, 20), image.NewUniform(color.Gray{90}), image.Point{}, draw.Src)
	draw.Draw(z, image.Rect(90, 70, 100, 80), image.NewUniform(color.Gray{90}), image.Point{}, draw.Src)
	z.SetRGBA(60, 40, color.RGBA{50, 40, 40, 255}) // dithering is no difference
	got := differences(a, z)
	if len(got) != 2 || !image.Rect(10, 10, 30, 20).In(got[0]) || !image.Rect(90, 70, 100, 80).In(got[1]) || got[0].Dx() > 40 {
		t.Errorf("got %v", got)
	}
	if _, n, err := compare(a, z, color.White); n != 2 || err != nil {
		t.Errorf("got %d places, %v", n, err)
	}
	if _, n, _ := compare(image.NewRGBA(image.Rect(0, 0, 5, 5)), z, color.White); n != 0 {
		t.Errorf("pictures of different size differ in %d places", n)
	}
}
