package soft

import (
	"errors"
	"image"

	"cellshell/gpu/paint"
)

// Crop draws what lies within an area of a scene, in device pixels, into a picture of that area: Draw without the rest. A
// blurred backdrop sees the area only.
func (r *Renderer) Crop(s *paint.Scene, area image.Rectangle) (*image.RGBA, error) {
	w, h, err := Size(s)
	if err != nil {
		return nil, err
	}
	all := image.Rect(0, 0, w, h)
	if area = area.Intersect(all); area.Empty() {
		return nil, errors.New("soft: the area to draw lies outside of the scene")
	}
	dst := image.NewRGBA(area)
	p := painter{r: r, dst: dst, scene: all, scale: s.Scale, clip: clip{bounds: area}}
	p.all(s.Ops)
	return dst, nil
}
