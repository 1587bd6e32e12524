// Package window draws scenes with Ebitengine (a GPU renderer), or, where the graphics driver is broken, shows in the same
// place what gpu/soft has drawn. Both give pictures that a person cannot tell apart.
//
// Everything here is for the goroutine of Ebitengine's Update and Draw.
package window

import (
	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/paint"
)

// Drawer draws a scene at the upper left of an image and replaces what was there. An image that is given again must be as it was
// left: only what differs is drawn on it. What an operation refers to (glyphs, points, a picture, a blend) must not change after
// it was drawn. A scene without size, or larger than soft.MaxPixels, draws nothing.
type Drawer interface {
	Draw(dst *ebiten.Image, s *paint.Scene)
}
