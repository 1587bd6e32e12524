package window

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"
)

// maxLayers is how deep layers nest; deeper ones are drawn as if they were opaque.
const maxLayers = 12

// layer is a picture below the newest one, and what the newest is to be blended with.
type layer struct {
	target *ebiten.Image
	origin image.Point
	clip   clip
	clips  int // pushes open when it began: those above belong to the layer
	alpha  float64
}

// pushLayer begins a transparent picture. The clip's shapes are applied when it ends, once.
func (r *Renderer) pushLayer(alpha float64) {
	if math.IsNaN(alpha) {
		alpha = 1
	}
	depth := len(r.layers)
	r.layers = append(r.layers, layer{r.batch.target, r.batch.origin, r.clip, len(r.clips), math.Max(0, math.Min(1, alpha))})
	if depth >= maxLayers {
		return
	}
	r.batch.flush()
	if len(r.sheets) <= depth {
		r.sheets = append(r.sheets, nil)
	}
	r.sheets[depth] = fitting(r.sheets[depth], r.all.Size())
	r.batch.target, r.batch.origin = r.sheets[depth], image.Point{}
	erase(r.sheets[depth], r.clip.bounds)
	r.clip.from = r.clip.to
}

func (r *Renderer) popLayer() {
	depth := len(r.layers) - 1
	if depth < r.programs.floor.layers {
		return
	}
	l := r.layers[depth]
	r.layers = r.layers[:depth]
	r.clip, r.clips = l.clip, r.clips[:min(len(r.clips), l.clips)]
	if depth >= maxLayers {
		return
	}
	r.batch.flush()
	r.batch.target, r.batch.origin = l.target, l.origin
	if !r.clip.bounds.Empty() {
		r.sheet(r.sheets[depth], r.clip.bounds, shape{-1e6, -1e6, 1e6, 1e6, 0}, l.alpha)
		r.batch.flush() // before the picture is used again
	}
}

// sheet draws a part of a picture as large as the scene, where a shape is.
func (r *Renderer) sheet(img *ebiten.Image, at image.Rectangle, in shape, alpha float64) {
	q := quad{a: float32(in.x0), b: float32(in.y0), c: float32(in.x1), d: float32(in.y1), green: float32(alpha), blue: float32(in.r)}
	q.red = kindImage << 16
	r.begin(things, at, img)
	r.batch.copy(at, at.Min.X, at.Min.Y, &q)
}

// fitting is an image of at least a size: the one there is, if that will do.
func fitting(img *ebiten.Image, size image.Point) *ebiten.Image {
	if img != nil {
		if have := img.Bounds().Size(); have.X >= size.X && have.Y >= size.Y && have.X*have.Y <= 4*size.X*size.Y {
			return img
		}
		img.Deallocate()
	}
	return ebiten.NewImageWithOptions(image.Rectangle{Max: size}, &ebiten.NewImageOptions{Unmanaged: true})
}
