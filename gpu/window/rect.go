package window

import (
	"image"
	"math"

	"cellshell/gpu/paint"
	"cellshell/gpu/raster"
	"cellshell/gpu/soft"
)

// maxOffset bounds how far a shadow that is seen through its shape may lie beside it, device pixels.
const maxOffset = 511

// minInner is the least width and height of the inner part of a shape that is drawn by itself.
const minInner = 40

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
	var in image.Rectangle
	if at.Dx() >= minInner && at.Dy() >= minInner && op.Blend == nil {
		in = r.inner(s, width, op.Fill, at)
	}
	if in.Empty() {
		r.begin(things, at, nil)
		r.batch.add(at, float32(s.r), float32(width), &q)
		return
	}
	for _, part := range raster.Around(at, in) {
		if !part.Empty() {
			r.begin(things, part, nil)
			r.batch.add(part, float32(s.r), float32(width), &q)
		}
	}
}

// inner draws what lies inside a shape's border and is large enough to be drawn by itself, and returns where that is.
func (r *Renderer) inner(s shape, width float64, c paint.Color, at image.Rectangle) image.Rectangle {
	in := s.grown(-width).core().Intersect(at)
	if in.Dx() < minInner || in.Dy() < minInner {
		return image.Rectangle{}
	}
	open := r.shapes[r.clip.from:r.clip.to]
	for i := range open {
		if !open[i].contains(in) {
			return image.Rectangle{}
		}
	}
	if c.A == 0 {
		return in
	}
	a := float32(c.A) / 255
	q := quad{red: float32(c.R) / 255 * a, green: float32(c.G) / 255 * a, blue: float32(c.B) / 255 * a, alpha: a}
	r.batch.use(solids, nil, nil, open)
	r.batch.add(in, 0, 0, &q)
	return in
}

// gradient fills a shape with a blend. Under an opaque border it ends in the middle of that, so that it does not shine through
// at the edge.
func (r *Renderer) gradient(s shape, g *paint.Gradient, width float64, opaque bool) {
	sin, cos := math.Sincos(g.Angle * math.Pi / 180)
	if math.IsNaN(sin) {
		sin, cos = 0, 1
	}
	span := math.Abs((s.x1-s.x0)*cos) + math.Abs((s.y1-s.y0)*sin) // so that the ends lie in the corners
	dx, dy := cos/span, sin/span
	start := 0.5 - dx*(s.x0+s.x1)/2 - dy*(s.y0+s.y1)/2
	if width > 0 && opaque {
		s = s.grown(-width / 2)
	}
	at := s.bounds().Intersect(r.clip.bounds)
	if at.Empty() {
		return
	}
	q := quad{a: float32(s.x0), b: float32(s.y0), c: float32(s.x1), d: float32(s.y1)}
	q.red, q.green = pack(g.From)
	q.blue, q.alpha = pack(g.To)
	r.begin(blends, at, nil)
	r.batch.ramp(at, start, dx, dy, float32(s.r), &q)
}

// shadow draws a shape's shadow outside the shape.
func (r *Renderer) shadow(s shape, op *paint.RoundRect) {
	dx, dy := op.Shadow.DX*r.scale, op.Shadow.DY*r.scale
	sigma := min(op.Shadow.Blur*r.scale, soft.MaxBlur)
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
	at := cast.bounds().Inset(-soft.Reach(sigma)).Intersect(r.clip.bounds)
	core := s.core()
	if at.Empty() || at.In(core) {
		return
	}
	q := quad{a: float32(cast.x0), b: float32(cast.y0), c: float32(cast.x1), d: float32(cast.y1)}
	q.red, q.green = head(kindShadow, op.Shadow.Color)
	radius := cast.r
	if hidden := op.Blend == nil && op.Fill.A == 255; !hidden {
		if near, far, ok := sides(s, cast, sigma > 0); ok {
			q = quad{a: float32(s.x0), b: float32(s.y0), c: float32(s.x1), d: float32(s.y1), blue: near, alpha: far}
			q.red, q.green = head(kindCast, op.Shadow.Color)
			radius = s.r
		}
	}
	middle := core.Intersect(at) // only what lies around the shape needs drawing
	if middle.Dx() < 8 || middle.Dy() < 8 {
		middle = image.Rectangle{}
	}
	for _, part := range raster.Around(at, middle) {
		if !part.Empty() {
			r.begin(shadows, part, nil)
			r.batch.add(part, float32(radius), float32(sigma), &q)
		}
	}
}

// sides is how far the sides of a shadow's rectangle are from the shape's, in the two numbers shadow.kage takes. It is false
// when they are too far.
func sides(s, cast shape, blurred bool) (near, far float32, ok bool) {
	d := [4]float64{cast.x0 - s.x0, cast.y0 - s.y0, cast.x1 - s.x1, cast.y1 - s.y1}
	if blurred { // and so cast is on whole pixels
		r := [4]float64{s.x0, s.y0, s.x1, s.y1}
		for i, v := range [4]float64{cast.x0, cast.y0, cast.x1, cast.y1} {
			d[i] = v - math.Floor(r[i]+0.5)
		}
	}
	var n [4]int
	for i, v := range d {
		if !blurred {
			v *= 8
		}
		n[i] = int(math.Round(v))
		if n[i] < -maxOffset || n[i] > maxOffset {
			return 0, 0, false
		}
		n[i] += 512
	}
	return float32(n[0]<<10 | n[1]), float32(n[2]<<10 | n[3]), true
}
