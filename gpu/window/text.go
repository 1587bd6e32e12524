package window

import (
	"math"

	"cellshell/gpu/paint"
	"cellshell/gpu/raster"
)

// glyphKey names a mask of a glyph in the atlas.
type glyphKey struct {
	font, id uint32
	size     uint32 // in 1/64 pixels
	step     uint8
}

// text draws shaped glyphs. Their origins go to quarters of a pixel across and to whole pixels down, as gpu/soft has them.
func (r *Renderer) text(op *paint.Glyphs) {
	size := op.Size * r.scale
	if op.Color.A == 0 || !raster.Finite(size) || size <= 0 {
		return
	}
	font, ok := r.fonts[op.Font]
	if !ok {
		font = uint32(len(r.fonts))
		r.fonts[op.Font] = font
	}
	q := quad{blue: contrast(op.Color)}
	q.red, q.green = head(kindMask, op.Color)
	k := glyphKey{font: font, size: uint32(math.Round(size * 64))}
	b := r.clip.bounds
	left, right := float64(b.Min.X)-4*size, float64(b.Max.X)+4*size
	top, bottom := float64(b.Min.Y)-4*size, float64(b.Max.Y)+4*size
	for i := range op.Glyphs {
		g := &op.Glyphs[i]
		x, y := g.X*r.scale, g.Y*r.scale
		if !(x >= left && x <= right && y >= top && y <= bottom) {
			continue
		}
		quarter := int(math.Floor(x*raster.Steps + 0.5))
		k.id, k.step = g.ID, uint8(quarter&3)
		s := r.atlas.glyph(k)
		if s == nil {
			s = r.newGlyph(op, k, size)
		}
		if s.Size().X == 0 {
			r.glyphPicture(op, g)
			continue
		}
		px, py := quarter>>2, int(math.Round(y))
		r.slot(s, px, py, &q)
	}
}

func (r *Renderer) newGlyph(op *paint.Glyphs, k glyphKey, size float64) *slot {
	m := r.glyphs.Mask(string(op.Font), k.id, size, int(k.step))
	s := r.hold(m.Bounds.Size())
	s.offset = m.Bounds.Min
	r.atlas.mask(s, m.Pix)
	r.atlas.glyphs[k] = s
	return s
}

// slot draws a mask at a place, as far as the clip lets it.
func (r *Renderer) slot(s *slot, x, y int, q *quad) {
	whole := s.bounds(x, y)
	at := whole.Intersect(r.clip.bounds)
	if at.Empty() {
		return
	}
	r.begin(things, at, s.texture)
	r.batch.copy(at, s.at.Min.X+at.Min.X-whole.Min.X, s.at.Min.Y+at.Min.Y-whole.Min.Y, q)
}

// contrast is the power by which the coverage of glyphs is bent, by the lightness of their colour: gpu/soft tells why.
func contrast(c paint.Color) float32 {
	light := (2*int(c.R) + 5*int(c.G) + int(c.B)) / 8
	return 0.96 - 0.2*float32(light*7/255)/7
}
