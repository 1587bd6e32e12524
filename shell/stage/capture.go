package stage

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/shell/screen"
)

// capture gives the body what was drawn, when it wants to see it.
func capture(s *screen.Screen, dst *ebiten.Image, moves bool) {
	if !s.Wanted(moves) {
		return
	}
	img := image.NewRGBA(dst.Bounds())
	dst.ReadPixels(img.Pix)
	s.Give(img)
}
