package soft

import (
	"image"
	"math"

	"cellshell/gpu/paint"
	"cellshell/gpu/raster"
)

// text draws shaped glyphs. Their origins go to quarters of a pixel across and to whole pixels down.
func (p *painter) text(op paint.Glyphs) {
	size := op.Size * p.scale
	if op.Color.A == 0 || !raster.Finite(size) || size <= 0 {
		return
	}
	src := premultiplied(op.Color)
	curve := contrast(op.Color)
	for _, g := range op.Glyphs {
		x, y := g.X*p.scale, g.Y*p.scale
		if !raster.Finite(x, y) || x < float64(p.clip.bounds.Min.X)-4*size || x > float64(p.clip.bounds.Max.X)+4*size ||
			y < float64(p.clip.bounds.Min.Y)-4*size || y > float64(p.clip.bounds.Max.Y)+4*size {
			continue
		}
		quarter := int(math.Floor(x*raster.Steps + 0.5))
		px := quarter >> 2
		m := p.r.glyphs.Mask(string(op.Font), g.ID, size, quarter&3)
		if m.Bounds.Empty() {
			p.emoji(op, g)
			continue
		}
		p.glyph(m, px, int(math.Round(y)), src, curve)
	}
}

func (p *painter) glyph(m *raster.Mask, x, y int, src uint32, curve *[256]uint8) {
	area := m.Bounds.Add(image.Pt(x, y)).Intersect(p.clip.bounds)
	if area.Empty() {
		return
	}
	off := area.Min.X - x - m.Bounds.Min.X
	for row := area.Min.Y; row < area.Max.Y; row++ {
		cover := p.row(area.Dx())
		for i, c := range m.Row(row - y)[off : off+area.Dx()] {
			cover[i] = curve[c]
		}
		p.clip.cover(cover, area.Min.X, row)
		coverRow(p.pixels(area.Min.X, area.Max.X, row), cover, src)
	}
}

// Blending sRGB values makes light text on dark look thin and dark text on light look heavy at the edges. The coverage of
// glyphs is bent by the lightness of their colour to even that out.
var curves = func() (all [8][256]uint8) {
	for i := range all {
		light := float64(i) / float64(len(all)-1)
		gamma := 0.96 - 0.2*light
		for c := range all[i] {
			all[i][c] = uint8(255*math.Pow(float64(c)/255, gamma) + 0.5)
		}
	}
	return all
}()

func contrast(c paint.Color) *[256]uint8 {
	light := (2*int(c.R) + 5*int(c.G) + int(c.B)) / 8
	return &curves[light*(len(curves)-1)/255]
}
