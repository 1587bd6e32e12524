package soft

import (
	"image"

	"cellshell/gpu/paint"
	"cellshell/gpu/raster"
)

// painter draws one area of one scene. It belongs to one goroutine.
type painter struct {
	r      *Renderer
	dst    *image.RGBA // the newest layer's picture
	scene  image.Rectangle
	scale  float64
	clip   clip
	clips  []clip  // of the pushes still open
	layers []layer // the pictures below dst
	inner  bool    // it draws the fallback of a shader
	cover  []uint8 // one row of coverage
	fill   raster.Filler
}

func (p *painter) all(ops []paint.Op) {
	for _, op := range ops {
		switch op := op.(type) {
		case paint.RoundRect:
			p.roundRect(op)
		case paint.Wallpaper:
			p.wallpaper(&op)
		case paint.Glyphs:
			p.text(op)
		case paint.Path:
			p.path(op)
		case paint.Image:
			p.image(op)
		case paint.PushClip:
			p.clips = append(p.clips, p.clip)
			p.clip = p.clip.with(newShape(op.Rect, op.Radius, p.scale))
		case paint.PopClip:
			p.popClip()
		case paint.PushLayer:
			p.pushLayer(op.Alpha)
		case paint.PopLayer:
			p.popLayer()
		case paint.Backdrop:
			if !p.inner {
				p.backdrop(op)
			}
		case paint.Shader:
			p.fallback(op)
		}
	}
	for len(p.layers) > 0 {
		p.popLayer()
	}
}

// popClip ends the newest clip. Within a layer, those that began outside stay.
func (p *painter) popClip() {
	n, low := len(p.clips), 0
	if len(p.layers) > 0 {
		low = p.layers[len(p.layers)-1].clips
	}
	if n > low {
		p.clip, p.clips = p.clips[n-1], p.clips[:n-1]
	}
}

// row gives n bytes of scratch coverage. The next call takes them back.
func (p *painter) row(n int) []uint8 {
	if cap(p.cover) < n {
		p.cover = make([]uint8, n)
	}
	return p.cover[:n]
}

// pixels is the row y of the picture from x0 to x1.
func (p *painter) pixels(x0, x1, y int) []uint8 {
	at := p.dst.PixOffset(x0, y)
	return p.dst.Pix[at : at+4*(x1-x0)]
}
