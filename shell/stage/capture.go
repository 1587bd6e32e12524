package stage

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/shell/screen"
)

// capture gives the body what was drawn, when it wants to see it.
func capture(s *screen.Screen, moves bool, drawn func() *image.RGBA) {
	if s.Wanted(moves) {
		s.Give(drawn())
	}
}

// read is a copy of an image.
func read(from *ebiten.Image) *image.RGBA {
	img := image.NewRGBA(from.Bounds())
	from.ReadPixels(img.Pix)
	return img
}
