package window

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"
)

// glass copies drawn scenes to an image: of the next scene only what has changed, while both are the same.
type glass struct {
	dst, scene *ebiten.Image // of the newest copy
	behind     image.Rectangle
}

// changed notes that a part of the scene is another one.
func (g *glass) changed(part image.Rectangle) { g.behind = g.behind.Union(part) }

// show brings the upper left of an image up to date.
func (g *glass) show(dst, scene *ebiten.Image) {
	part := g.behind
	if dst != g.dst || scene != g.scene {
		part = scene.Bounds()
	}
	g.dst, g.scene, g.behind = dst, scene, image.Rectangle{}
	if part.Empty() { // who owns the image shows it only when it was drawn on
		part = square(1)
	}
	from := scene.RecyclableSubImage(part)
	op := ebiten.DrawImageOptions{Blend: ebiten.BlendCopy}
	at := dst.Bounds().Min.Add(part.Min)
	op.GeoM.Translate(float64(at.X), float64(at.Y))
	dst.DrawImage(from, &op)
	from.Recycle()
}
