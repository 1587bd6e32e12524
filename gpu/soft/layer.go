package soft

import (
	"image"
	"math"
)

// layer is a picture below the newest one, and what the newest is to be blended with.
type layer struct {
	dst   *image.RGBA
	clip  clip
	clips int // pushes open when it began: those above belong to the layer
	alpha uint32
}

// pushLayer begins a transparent picture the size of the clip. The clip's shapes are applied when it ends, once.
func (p *painter) pushLayer(alpha float64) {
	a := uint32(math.Max(0, math.Min(1, alpha))*255 + 0.5)
	if math.IsNaN(alpha) {
		a = 255
	}
	p.layers = append(p.layers, layer{p.dst, p.clip, len(p.clips), a})
	p.dst = image.NewRGBA(p.clip.bounds)
	p.clip.shapes = nil
}

func (p *painter) popLayer() {
	if len(p.layers) == 0 {
		return
	}
	l := p.layers[len(p.layers)-1]
	p.layers = p.layers[:len(p.layers)-1]
	src := p.dst
	p.dst, p.clip, p.clips = l.dst, l.clip, p.clips[:min(len(p.clips), l.clips)]
	b := src.Rect
	if l.alpha == 0 {
		return
	}
	for y := b.Min.Y; y < b.Max.Y; y++ {
		var cover []uint8
		if l.alpha != 255 || !p.clip.plain(b.Min.X, b.Max.X, y) {
			cover = p.row(b.Dx())
			for i := range cover {
				cover[i] = uint8(l.alpha)
			}
			p.clip.cover(cover, b.Min.X, y)
		}
		at := src.PixOffset(b.Min.X, y)
		mixRow(p.pixels(b.Min.X, b.Max.X, y), src.Pix[at:at+4*b.Dx()], cover)
	}
}
