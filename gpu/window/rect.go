package window

import (
	"image"
	"math"

	"cellshell/gpu/paint"
)

// maxBlur bounds a standard deviation, device pixels, and maxOffset how far a shadow that is seen through its shape may lie
// beside it.
const (
	maxBlur   = 128
	maxOffset = 511
)

// reach is how far a blur of the standard deviation sigma spreads, device pixels.
func reach(sigma float64) int {
	if !(sigma > 0) {
		return 0
	}
	return int(math.Ceil(3 * min(sigma, maxBlur)))
}

// roundRect draws a shadow and then the shape.
func (r *Renderer) roundRect(op *paint.RoundRect) {
	s := newShape(op.Rect, op.Radius, r.scale)
	if s == (shape{}) {
		return
	}
	if op.Shadow.Color.A != 0 {
		r.shadow(s, op)
	}
	at := s.bounds().Intersect(r.clip.bounds)
	if at.Empty() {
		return
	}
	width := op.Width * r.scale
	if !(width > 0) || op.Border.A == 0 {
		width = 0
	}
	q := quad{a: float32(s.x0), b: float32(s.y0), c: float32(s.x1), d: float32(s.y1)}
	if op.Blend != nil {
		r.gradient(s, op.Blend, width, op.Border.A == 255)
		if width == 0 {
			return
		}
		q.red, q.green = head(kindBox, paint.Color{}) // only the border is left to draw
	} else {
		if op.Fill.A == 0 && width == 0 {
			return
		}
		q.red, q.green = head(kindBox, op.Fill)
	}
	if width > 0 {
		q.blue, q.alpha = pack(op.Border)
		width = min(width, max(s.x1-s.x0, s.y1-s.y0)) // wider ones look the same
	}
	r.begin(at, nil)
	r.batch.add(at, float32(s.r), float32(width), &q)
}

// gradient fills a shape with a blend. Under an opaque border it ends in the middle of that, so that it does not shine through
// at the edge.
func (r *Renderer) gradient(s shape, g *paint.Gradient, width float64, opaque bool) {
	angle := g.Angle * math.Pi / 180
	if math.IsNaN(angle) || math.IsInf(angle, 0) {
		angle = 0
	}
	if width > 0 && opaque {
		s = s.grown(-width / 2)
	}
	at := s.bounds().Intersect(r.clip.bounds)
	if at.Empty() {
		return
	}
	q := quad{a: float32(s.x0), b: float32(s.y0), c: float32(s.x1), d: float32(s.y1)}
	q.red, q.green = head(kindBlend, g.From)
	q.blue, q.alpha = pack(g.To)
	r.begin(at, nil)
	r.batch.add(at, float32(s.r), float32(math.Mod(angle, 2*math.Pi)), &q)
}

// shadow draws a shape's shadow outside the shape.
func (r *Renderer) shadow(s shape, op *paint.RoundRect) {
	dx, dy := op.Shadow.DX*r.scale, op.Shadow.DY*r.scale
	sigma := min(op.Shadow.Blur*r.scale, maxBlur)
	cast := s.grown(op.Shadow.Spread * r.scale)
	if cast == (shape{}) || !(math.Abs(dx)+math.Abs(dy) < 1<<19) || !(math.Abs(cast.x0)+math.Abs(cast.y0)+cast.x1+cast.y1 < 1<<22) {
		return
	}
	cast = cast.moved(dx, dy)
	if !(sigma > 0) {
		sigma = 0
	} else {
		cast = cast.snapped() // as gpu/soft does
	}
	at := cast.bounds().Inset(-reach(sigma)).Intersect(r.clip.bounds)
	core := s.core()
	if at.Empty() || at.In(core) {
		return
	}
	q := quad{a: float32(cast.x0), b: float32(cast.y0), c: float32(cast.x1), d: float32(cast.y1)}
	q.red, q.green = head(kindShadow, op.Shadow.Color)
	radius := cast.r
	if hidden := op.Blend == nil && op.Fill.A == 255; !hidden {
		if near, far, ok := sides(s, cast); ok {
			q = quad{a: float32(s.x0), b: float32(s.y0), c: float32(s.x1), d: float32(s.y1), blue: near, alpha: far}
			q.red, q.green = head(kindCast, op.Shadow.Color)
			radius = s.r
		}
	}
	// Only what lies around the shape needs drawing.
	middle := core.Intersect(at)
	if middle.Dx() < 8 || middle.Dy() < 8 {
		middle = image.Rect(at.Min.X, at.Max.Y, at.Max.X, at.Max.Y)
	}
	for _, part := range [4]image.Rectangle{
		{at.Min, image.Pt(at.Max.X, middle.Min.Y)},
		{image.Pt(at.Min.X, middle.Min.Y), image.Pt(middle.Min.X, middle.Max.Y)},
		{image.Pt(middle.Max.X, middle.Min.Y), image.Pt(at.Max.X, middle.Max.Y)},
		{image.Pt(at.Min.X, middle.Max.Y), at.Max},
	} {
		if !part.Empty() {
			r.begin(part, nil)
			r.batch.add(part, float32(radius), float32(sigma), &q)
		}
	}
}

// sides is how far the sides of a shadow's rectangle are from the shape's, in the two numbers scene.kage takes. It is false
// when they are too far.
func sides(s, cast shape) (near, far float32, ok bool) {
	var d [4]int
	for i, v := range [4]float64{cast.x0 - math.Floor(s.x0+0.5), cast.y0 - math.Floor(s.y0+0.5), cast.x1 - math.Floor(s.x1+0.5), cast.y1 - math.Floor(s.y1+0.5)} {
		d[i] = int(math.Round(v))
		if d[i] < -maxOffset || d[i] > maxOffset {
			return 0, 0, false
		}
		d[i] += 512
	}
	return float32(d[0]<<10 | d[1]), float32(d[2]<<10 | d[3]), true
}
