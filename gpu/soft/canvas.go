package soft

import (
	"image"

	"cellshell/gpu/paint"
)

// Canvas is a picture that is drawn again where a scene differs from the one before. The zero value is ready. It is for one
// goroutine.
type Canvas struct {
	renderer Renderer
	differ   Differ
	img      *image.RGBA
	drawn    []image.Rectangle
}

// Draw makes the picture that of a scene, and tells where it is another one now. The picture is the canvas's and good until the
// next call, as are the areas. For a scene that cannot be drawn it stays as it was, nil before the first.
func (c *Canvas) Draw(s *paint.Scene) (img *image.RGBA, changed []image.Rectangle) {
	w, h, err := Size(s)
	if err != nil {
		return c.img, nil
	}
	if all := image.Rect(0, 0, w, h); c.img == nil || c.img.Rect != all {
		c.img, c.differ = image.NewRGBA(all), Differ{}
	}
	c.drawn = c.drawn[:0]
	for _, part := range c.differ.Next(s) {
		c.drawn = append(c.drawn, c.renderer.DrawInto(c.img, s, part))
	}
	return c.img, c.drawn
}
