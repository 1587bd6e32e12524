package compositor

import (
	"bytes"
	"hash/maphash"
	"image"
	"sync"

	"cellshell/compositor/layout"
	"cellshell/gpu/paint"
)

// pictures remembers unpacked images by what is in them: the newest few, bounded by their pixels.
var pictures struct {
	sync.Mutex
	seed   maphash.Seed
	known  map[uint64]image.Image // nil: cannot be shown
	pixels int
}

func init() {
	pictures.seed = maphash.MakeSeed()
	pictures.known = map[uint64]image.Image{}
}

func picture(data []byte) image.Image {
	key := maphash.Bytes(pictures.seed, data)
	pictures.Lock()
	defer pictures.Unlock()
	if img, ok := pictures.known[key]; ok {
		return img
	}
	var img image.Image
	size := 0
	if w, h := layout.ImageSize(data); w > 0 {
		if got, _, err := image.Decode(bytes.NewReader(data)); err == nil {
			img, size = got, int(w*h)
		}
	}
	if pictures.pixels+size > 2*layout.MaxImage || len(pictures.known) > 256 {
		pictures.known, pictures.pixels = map[uint64]image.Image{}, 0
	}
	pictures.known[key] = img
	pictures.pixels += size
	return img
}

// image paints a picture stretched over its box without changing its proportions: what does not fit is cut off alike at
// both sides.
func (p *painter) image(b *layout.Box) {
	r := p.snap(b.Rect)
	radius := min(rounding(b, 8*b.Scale), r.W/2, r.H/2)
	if h := b.Style.Shadow; h != nil {
		p.shadow(r, radius, *h, b.Scale)
	}
	img := picture(b.Node.Data)
	if img == nil {
		p.fill(r, radius, p.th.Or("raised", ""))
		k := min(24*b.Scale, r.W*0.6, r.H*0.6)
		p.icon("image", r.X+(r.W-k)/2, r.Y+(r.H-k)/2, k, p.th.Or("muted", ""))
	} else {
		w, h := float64(img.Bounds().Dx()), float64(img.Bounds().Dy())
		k := max(r.W/w, r.H/h)
		full := paint.Rect{X: r.X + (r.W-w*k)/2, Y: r.Y + (r.H-h*k)/2, W: w * k, H: h * k}
		alpha := 1.0
		if b.Dim {
			alpha = 0.45
		}
		p.add(paint.PushClip{Rect: r, Radius: radius})
		p.add(paint.Image{Rect: full, Img: img, Alpha: alpha})
		p.add(paint.PopClip{})
	}
	if c, ok := p.th.Fill(b.Style.Border); ok {
		w := p.hair(b.Scale)
		if v := b.Style.BorderWidth; v != nil {
			w = *v * b.Scale
		}
		p.shape(r, radius, paint.Color{}, c, w)
	}
}
