package window

import (
	"image"
	"math"

	"cellshell/gpu/paint"
	"cellshell/gpu/raster"
)

const (
	maxPoints = 1 << 20 // of a path; a longer one is not drawn
	maxPath   = 2048    // pixels a side of a path kept whole; of a larger one what is in view
)

// pathKey names a mask of a path in the atlas: a hash of its outline as it lies on the pixels, wherever they are.
type pathKey struct{ a, b uint64 }

func (k *pathKey) add(v uint64) {
	k.a = (k.a ^ v) * 0x9e3779b97f4a7c15
	k.a ^= k.a >> 29
	k.b = (k.b + v) * 0xc2b2ae3d27d4eb4f
	k.b ^= k.b >> 31
}

// path fills and strokes an outline.
func (r *Renderer) path(op *paint.Path) {
	width := op.Width * r.scale
	stroke := op.Stroke.A != 0 && width > 0 && raster.Finite(width)
	if len(op.Points) > maxPoints || len(op.Points) == 0 || op.Fill.A == 0 && !stroke {
		return
	}
	color, pen := op.Stroke, width
	if width < 1 { // thinner than a pixel: as wide as one and fainter
		color.A, pen = uint8(float64(color.A)*width+0.5), 1
	}
	x0, y0, x1, y1, ok := r.extent(op)
	if !ok {
		return
	}
	pad := 1.0
	if stroke {
		pad += pen / 2
	}
	seen := image.Rect(int(math.Floor(x0-pad)), int(math.Floor(y0-pad)), int(math.Ceil(x1+pad)), int(math.Ceil(y1+pad)))
	if seen.Intersect(r.clip.bounds).Empty() {
		return
	}
	if len(op.Verbs) == 2 && op.Verbs[0] == paint.MoveTo && op.Verbs[1] == paint.LineTo && len(op.Points) >= 2 {
		if stroke { // nothing to fill
			r.line(op, color, pen)
		}
		return
	}
	base := image.Pt(int(math.Floor(x0)), int(math.Floor(y0)))
	within := seen.Sub(base)
	key := pathKey{1, 2}
	if seen.Dx() > maxPath || seen.Dy() > maxPath {
		within = within.Intersect(r.all.Sub(base))
		key.add(uint64(base.X)<<32 ^ uint64(uint32(base.Y)))
		key.add(uint64(r.all.Dx())<<32 ^ uint64(uint32(r.all.Dy())))
	}
	r.hash(&key, op, base)
	if op.Fill.A != 0 {
		r.mask(key, op, op.Fill, base, within, 0)
	}
	if stroke {
		key.add(math.Float64bits(pen))
		if op.Butt {
			key.add(7)
		}
		r.mask(key, op, color, base, within, pen)
	}
}

// extent is the smallest rectangle around the points. It is false when one of them cannot be drawn.
func (r *Renderer) extent(op *paint.Path) (x0, y0, x1, y1 float64, ok bool) {
	lo, hi, ok := op.Extent()
	x0, y0, x1, y1 = lo.X*r.scale, lo.Y*r.scale, hi.X*r.scale, hi.Y*r.scale
	return x0, y0, x1, y1, ok && raster.Finite(x0, y0, x1, y1)
}

// hash adds an outline to a key, to 1/64 of a pixel.
func (r *Renderer) hash(k *pathKey, op *paint.Path, base image.Point) {
	for _, v := range op.Verbs {
		k.add(uint64(v) + 1)
	}
	scale, bx, by := 64*r.scale, 64*float64(base.X), 64*float64(base.Y)
	for _, p := range op.Points {
		x, y := int64(math.Floor(p.X*scale-bx+0.5)), int64(math.Floor(p.Y*scale-by+0.5))
		k.add(uint64(x)<<32 ^ uint64(uint32(y)))
	}
}

// mask draws an outline filled, or stroked when it has a width.
func (r *Renderer) mask(key pathKey, op *paint.Path, c paint.Color, base image.Point, within image.Rectangle, width float64) {
	s := r.atlas.paths[key]
	if s == nil {
		var m raster.Mask
		if f, ok := raster.Flatten(*op, r.scale, raster.Point{X: float64(base.X), Y: float64(base.Y)}); ok {
			outline := f.Contours
			if width > 0 {
				outline = raster.Stroke(f.Contours, f.Closed, width, op.Butt)
			}
			m = r.fill.Fill(outline, within)
		}
		s = r.hold(m.Bounds.Size())
		s.offset = m.Bounds.Min
		r.atlas.mask(s, m.Pix)
		r.atlas.paths[key] = s
	}
	s.used = r.atlas.scene
	if s.Size().X == 0 {
		return
	}
	q := quad{blue: 1}
	q.red, q.green = head(kindMask, c)
	r.slot(s, base.X, base.Y, &q)
}

// line draws a single straight line, which needs no mask: those are what moves most.
func (r *Renderer) line(op *paint.Path, c paint.Color, width float64) {
	x0, y0 := op.Points[0].X*r.scale, op.Points[0].Y*r.scale
	x1, y1 := op.Points[1].X*r.scale, op.Points[1].Y*r.scale
	pad := width/2 + 1
	at := image.Rect(
		int(math.Floor(min(x0, x1)-pad)), int(math.Floor(min(y0, y1)-pad)), int(math.Ceil(max(x0, x1)+pad)), int(math.Ceil(max(y0, y1)+pad)),
	).Intersect(r.clip.bounds)
	if at.Empty() {
		return
	}
	q := quad{a: float32(x0), b: float32(y0), c: float32(x1), d: float32(y1)}
	q.red, q.green = head(kindLine, c)
	butt := float32(0)
	if op.Butt {
		butt = 1
	}
	r.begin(things, at, nil)
	r.batch.add(at, float32(width/2), butt, &q)
}
