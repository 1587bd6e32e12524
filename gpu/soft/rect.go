package soft

import (
	"encoding/binary"
	"image"
	"math"

	"cellshell/gpu/paint"
)

// roundRect draws a shadow, then the shape with its border in one pass, so that no fill shines through at the edge.
func (p *painter) roundRect(op paint.RoundRect) {
	s := newShape(op.Rect, op.Radius, p.scale)
	if op.Shadow.Color.A != 0 && s != (shape{}) {
		p.shadow(s, op.Shadow)
	}
	area := s.bounds().Intersect(p.clip.bounds)
	if area.Empty() {
		return
	}
	fill := premultiplied(op.Fill)
	width := op.Width * p.scale
	hasBorder := op.Border.A != 0 && width > 0
	if op.Blend == nil && fill == 0 && !hasBorder {
		return
	}
	b := brush{fill: fill}
	if op.Blend != nil {
		b.blend = newGradient(*op.Blend, s)
	}
	if hasBorder {
		b.inner, b.border, b.ring = s.inset(width), premultiplied(op.Border), true
	}
	for y := area.Min.Y; y < area.Max.Y; y++ {
		p.shapeRow(s, b, area, y)
	}
}

// brush is what fills a shape.
type brush struct {
	fill   uint32
	blend  *gradient // instead of fill
	wall   *wallGrid // instead of fill
	ring   bool      // there is a border
	inner  shape     // inside the border
	border uint32
}

func (b *brush) fillAt(x, y int) uint32 {
	if b.blend != nil {
		return b.blend.at(x, y)
	}
	if b.wall != nil {
		var px [4]uint8
		b.wall.row(px[:], x, y)
		return binary.LittleEndian.Uint32(px[:])
	}
	return b.fill
}

// at is the colour of a pixel of which outer is covered by the shape, as if the shape covered it all.
func (b *brush) at(x, y int, outer float64) uint32 {
	fill := b.fillAt(x, y)
	if !b.ring {
		return fill
	}
	ring := over(b.border, fill)
	if outer <= 0 {
		return ring
	}
	t := uint32(math.Min(1, b.inner.at(x, y)/outer)*255 + 0.5)
	return lerp(fill, ring, t)
}

func (p *painter) shapeRow(s shape, b brush, area image.Rectangle, y int) {
	from, to := s.solid(y)
	if b.ring {
		f, t := b.inner.solid(y)
		from, to = max(from, f), min(to, t)
	}
	from, to = max(from, area.Min.X), min(to, area.Max.X)
	if from >= to {
		from, to = area.Max.X, area.Max.X
	}
	p.edgeRow(s, b, area.Min.X, from, y)
	p.solidRow(b, from, to, y)
	p.edgeRow(s, b, to, area.Max.X, y)
}

// edgeRow draws pixels one by one.
func (p *painter) edgeRow(s shape, b brush, x0, x1, y int) {
	if x0 >= x1 {
		return
	}
	// A border along a straight side is one colour for as long as the coverage of both shapes is the same.
	if b.ring && b.blend == nil && x1-x0 > 16 {
		if l, r := int(math.Ceil(s.x0+s.r+1)), int(math.Floor(s.x1-s.r-1)); r-l > 8 {
			in0, in1 := int(math.Ceil(b.inner.x0+b.inner.r+1)), int(math.Floor(b.inner.x1-b.inner.r-1))
			if b.inner != (shape{}) {
				l, r = max(l, in0), min(r, in1)
			}
			l, r = max(l, x0), min(r, x1)
			if r-l > 8 {
				p.edgeRow(s, b, x0, l, y)
				outer := s.at(l, y)
				c := uint8(outer*255 + 0.5)
				p.flatRow(mul(b.at(l, y, outer), uint32(c)), l, r, y)
				p.edgeRow(s, b, r, x1, y)
				return
			}
		}
	}
	dst := p.pixels(x0, x1, y)
	clipped := !p.clip.plain(x0, x1, y)
	for x := x0; x < x1; x++ {
		outer := s.at(x, y)
		if outer <= 0 {
			continue
		}
		c := [1]uint8{uint8(outer*255 + 0.5)}
		if clipped {
			p.clip.cover(c[:], x, y)
		}
		src := mul(b.at(x, y, outer), uint32(c[0]))
		at := dst[4*(x-x0):]
		binary.LittleEndian.PutUint32(at, over(src, binary.LittleEndian.Uint32(at)))
	}
}

// solidRow draws pixels that are covered whole and lie inside the border.
func (p *painter) solidRow(b brush, x0, x1, y int) {
	if x0 >= x1 {
		return
	}
	if b.blend == nil && b.wall == nil {
		p.flatRow(b.fill, x0, x1, y)
		return
	}
	dst := p.pixels(x0, x1, y)
	var cover []uint8
	if !p.clip.plain(x0, x1, y) {
		cover = p.full(x0, x1, y)
	} else if b.wall != nil {
		b.wall.row(dst, x0, y) // opaque
		return
	}
	for x := x0; x < x1; x++ {
		src := b.fillAt(x, y)
		if cover != nil {
			src = mul(src, uint32(cover[x-x0]))
		}
		at := dst[4*(x-x0):]
		binary.LittleEndian.PutUint32(at, over(src, binary.LittleEndian.Uint32(at)))
	}
}

// flatRow lays one colour over a row, as far as the clip lets it.
func (p *painter) flatRow(src uint32, x0, x1, y int) {
	if src == 0 || x0 >= x1 {
		return
	}
	dst := p.pixels(x0, x1, y)
	if p.clip.plain(x0, x1, y) {
		fillRow(dst, src)
		return
	}
	coverRow(dst, p.full(x0, x1, y), src)
}

// full is a row of whole coverage cut by the clip.
func (p *painter) full(x0, x1, y int) []uint8 {
	cover := p.row(x1 - x0)
	for i := range cover {
		cover[i] = 255
	}
	p.clip.cover(cover, x0, y)
	return cover
}
