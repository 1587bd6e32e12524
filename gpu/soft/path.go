package soft

import (
	"math"

	"cellshell/gpu/paint"
	"cellshell/gpu/raster"
)

// maxPoints bounds what one path may hold; a longer one is not drawn.
const maxPoints = 1 << 20

func (p *painter) path(op paint.Path) {
	if len(op.Points) > maxPoints {
		return
	}
	fill, stroke := premultiplied(op.Fill), premultiplied(op.Stroke)
	width := op.Width * p.scale
	if fill == 0 && (stroke == 0 || !(width > 0)) || !p.near(op, width) {
		return
	}
	f, ok := raster.Flatten(op, p.scale, raster.Point{})
	if !ok {
		return
	}
	if fill != 0 {
		p.mask(f.Contours, fill)
	}
	if stroke == 0 || !raster.Finite(width) || width <= 0 {
		return
	}
	if width < 1 { // thinner than a pixel: as wide as one and fainter, so that it does not fall to dots
		stroke, width = mul(stroke, uint32(width*255+0.5)), 1
	}
	p.mask(raster.Stroke(f.Contours, f.Closed, width, op.Butt), stroke)
}

// near reports whether any of the path may be seen. One with a point that cannot be drawn is not.
func (p *painter) near(op paint.Path, width float64) bool {
	lo, hi, ok := op.Extent()
	if !ok || !raster.Finite(lo.X*p.scale, lo.Y*p.scale, hi.X*p.scale, hi.Y*p.scale) {
		return false // with a point that nothing takes too, as gpu/window does
	}
	b := p.clip.bounds
	pad := math.Max(0, width/2) + 1
	return lo.X*p.scale-pad < float64(b.Max.X) && hi.X*p.scale+pad > float64(b.Min.X) &&
		lo.Y*p.scale-pad < float64(b.Max.Y) && hi.Y*p.scale+pad > float64(b.Min.Y)
}

// mask fills contours with one colour. The mask is that of the whole scene, so that it does not depend on the area drawn.
func (p *painter) mask(contours [][]raster.Point, src uint32) {
	m := p.fill.Fill(contours, p.scene)
	b := m.Bounds.Intersect(p.clip.bounds)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		cover := m.Row(y)[b.Min.X-m.Bounds.Min.X : b.Max.X-m.Bounds.Min.X]
		p.clip.cover(cover, b.Min.X, y)
		coverRow(p.pixels(b.Min.X, b.Max.X, y), cover, src)
	}
}
