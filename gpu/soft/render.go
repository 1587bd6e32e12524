package soft

import (
	"fmt"
	"image"
	"image/draw"
	"math"
	"runtime"
	"sync"

	"cellshell/gpu/paint"
	"cellshell/gpu/raster"
)

// MaxPixels bounds a picture: a little over 8K by 4K.
const MaxPixels = 36 << 20

// Renderer draws scenes. It keeps glyphs and shadows between pictures. It may be used by any number of goroutines. The
// zero value is ready.
type Renderer struct {
	glyphs  raster.Glyphs
	shadows shadows
	images  images
	emoji   emoji
	walls   walls
}

// shared is the renderer behind Render and RenderInto.
var shared Renderer

// Render draws a scene with a renderer the whole program shares. The picture of a scene without or beyond all size is empty.
func Render(s *paint.Scene) *image.RGBA {
	img, err := shared.Draw(s)
	if err != nil {
		return image.NewRGBA(image.Rectangle{})
	}
	return img
}

// RenderInto draws again what lies within damage, in device pixels, of a picture of the same size as the scene's, and
// returns the area it has drawn, which is larger where something blurs what is behind it.
func RenderInto(dst *image.RGBA, s *paint.Scene, damage image.Rectangle) image.Rectangle {
	return shared.DrawInto(dst, s, damage)
}

// Size is the number of device pixels a scene takes.
func Size(s *paint.Scene) (w, h int, err error) {
	fw, fh := math.Round(s.W*s.Scale), math.Round(s.H*s.Scale)
	if !(fw >= 1 && fh >= 1 && fw*fh <= MaxPixels) {
		return 0, 0, fmt.Errorf("soft: a scene of %g×%g at scale %g is not between 1 and %d pixels", s.W, s.H, s.Scale, MaxPixels)
	}
	return int(fw), int(fh), nil
}

// Render implements gpu.Renderer.
func (r *Renderer) Render(s *paint.Scene) (image.Image, error) {
	return r.Draw(s)
}

// Draw draws a whole scene on transparent black.
func (r *Renderer) Draw(s *paint.Scene) (*image.RGBA, error) {
	w, h, err := Size(s)
	if err != nil {
		return nil, err
	}
	dst := image.NewRGBA(image.Rect(0, 0, w, h))
	r.bands(dst, s, dst.Rect)
	return dst, nil
}

// DrawInto is RenderInto with this renderer.
func (r *Renderer) DrawInto(dst *image.RGBA, s *paint.Scene, damage image.Rectangle) image.Rectangle {
	if w, h, err := Size(s); err != nil || dst.Rect != image.Rect(0, 0, w, h) {
		return image.Rectangle{}
	}
	changed, needed := spread(s, damage.Intersect(dst.Rect), dst.Rect)
	if changed.Empty() {
		return changed
	}
	var kept *image.RGBA
	if needed != changed {
		kept = image.NewRGBA(needed)
		draw.Draw(kept, needed, dst, needed.Min, draw.Src)
	}
	for y := needed.Min.Y; y < needed.Max.Y; y++ {
		clear(dst.Pix[dst.PixOffset(needed.Min.X, y):dst.PixOffset(needed.Max.X, y)])
	}
	r.bands(dst, s, needed)
	if kept != nil { // around what has changed, blurs have not seen all they need
		for _, ring := range raster.Around(needed, changed) {
			draw.Draw(dst, ring, kept, ring.Min, draw.Src)
		}
	}
	return changed
}

// bands draws an area on several processors, each its own rows. A blurred backdrop needs rows of others, so scenes with one
// are drawn by one.
func (r *Renderer) bands(dst *image.RGBA, s *paint.Scene, area image.Rectangle) {
	n := min(runtime.GOMAXPROCS(0), runtime.NumCPU(), 8, area.Dy()/64+1)
	if hasBackdrop(s) {
		n = 1
	}
	var wg sync.WaitGroup
	for i := range n {
		band := area
		band.Min.Y = area.Min.Y + area.Dy()*i/n
		band.Max.Y = area.Min.Y + area.Dy()*(i+1)/n
		wg.Go(func() {
			p := painter{r: r, dst: dst, scene: dst.Rect, scale: s.Scale, clip: clip{bounds: band}}
			p.all(s.Ops)
		})
	}
	wg.Wait()
}

func hasBackdrop(s *paint.Scene) bool {
	for _, op := range s.Ops {
		if _, ok := op.(paint.Backdrop); ok {
			return true
		}
	}
	return false
}
