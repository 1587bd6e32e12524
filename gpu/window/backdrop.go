package window

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/paint"
	"cellshell/gpu/soft"
)

// blurring is what a backdrop needs.
type blurring struct {
	bilinear, blur *ebiten.Shader
	a, b           *ebiten.Image // taken in turn, a holds the newest
	part           [4]float32
	along          [3]float32 // the direction and the standard deviation
	options        ebiten.DrawTrianglesShaderOptions
	sigma          map[string]any
	whole          map[string]any
	vertices       [4]ebiten.Vertex
}

var quadIndices = []uint32{0, 1, 2, 1, 3, 2}

// away takes out of a picture what a shape covers, in makes room for: together they replace it.
var away = ebiten.Blend{
	BlendFactorSourceRGB: ebiten.BlendFactorZero, BlendFactorSourceAlpha: ebiten.BlendFactorZero,
	BlendFactorDestinationRGB: ebiten.BlendFactorOneMinusSourceAlpha, BlendFactorDestinationAlpha: ebiten.BlendFactorOneMinusSourceAlpha,
	BlendOperationRGB: ebiten.BlendOperationAdd, BlendOperationAlpha: ebiten.BlendOperationAdd,
}

func newBlurring() *blurring {
	w := &blurring{bilinear: compile(bilinearSource), blur: compile(blurSource)}
	w.whole = map[string]any{"Part": w.part[:]}
	w.sigma = map[string]any{"Part": w.part[:], "Along": w.along[:]}
	w.options.Blend = ebiten.BlendCopy
	return w
}

// backdrop blurs what is painted in a shape, seeing what lies around it too. It halves the picture until the blur is narrow,
// blurs along both axes and scales it up again.
func (r *Renderer) backdrop(op *paint.Backdrop) {
	s := newShape(op.Rect, op.Radius, r.scale)
	sigma := min(op.Blur*r.scale, soft.MaxBlur)
	at := s.bounds().Intersect(r.clip.bounds)
	if at.Empty() || !(sigma > 0) {
		return
	}
	r.batch.flush()
	if r.blurring == nil {
		r.blurring = newBlurring()
	}
	w := r.blurring
	sees := s.bounds().Inset(-soft.Reach(sigma)).Intersect(r.all)
	w.a, w.b = fitting(w.a, r.all.Size()), fitting(w.b, r.all.Size())
	from := sees.Add(r.batch.origin)
	size := sees.Size()
	w.resample(w.a, r.batch.target, from, size)
	f := 1
	for sigma > 4*float64(f) && size.X > 1 && size.Y > 1 {
		half := image.Pt((size.X+1)/2, (size.Y+1)/2)
		w.halve(size, half)
		size, f = half, 2*f
	}
	// Halving and scaling up blur as well.
	k := float64(f)
	narrow := math.Sqrt(math.Max(sigma*sigma-(k*k-1)/4, 0.05)) / k
	w.smooth(size, narrow)
	// Up again, to where it stood.
	w.part = [4]float32{0, 0, float32(size.X), float32(size.Y)}
	w.put(w.b, w.a, sees, float32(0), float32(0), float32(sees.Dx())/float32(f), float32(sees.Dy())/float32(f), w.bilinear, w.whole)
	w.a, w.b = w.b, w.a
	// Into the shape.
	q := quad{a: float32(s.x0), b: float32(s.y0), c: float32(s.x1), d: float32(s.y1)}
	q.red, q.green = head(kindBox, paint.Color{A: 255})
	r.batch.blend = away
	r.begin(things, at, nil)
	r.batch.add(at, float32(s.r), 0, &q)
	r.batch.flush()
	r.batch.blend = ebiten.BlendLighter
	r.sheet(w.a, at, s, 1)
	r.batch.flush()
	r.batch.blend = ebiten.BlendSourceOver
}

// resample copies a part of a picture to the upper left of another of a size.
func (w *blurring) resample(dst, src *ebiten.Image, part image.Rectangle, size image.Point) {
	m := src.Bounds().Min
	w.part = [4]float32{float32(part.Min.X - m.X), float32(part.Min.Y - m.Y), float32(part.Max.X - m.X), float32(part.Max.Y - m.Y)}
	w.put(dst, src, image.Rectangle{Max: size}, float32(part.Min.X), float32(part.Min.Y), float32(part.Max.X), float32(part.Max.Y), w.bilinear, w.whole)
}

// halve makes w.a half as large.
func (w *blurring) halve(size, half image.Point) {
	w.part = [4]float32{0, 0, float32(size.X), float32(size.Y)}
	w.put(w.b, w.a, image.Rectangle{Max: half}, 0, 0, float32(2*half.X), float32(2*half.Y), w.bilinear, w.whole)
	w.a, w.b = w.b, w.a
}

// smooth blurs w.a by a standard deviation of at most 4 pixels.
func (w *blurring) smooth(size image.Point, sigma float64) {
	w.part = [4]float32{0, 0, float32(size.X), float32(size.Y)}
	for _, along := range [2][3]float32{{1, 0, float32(sigma)}, {0, 1, float32(sigma)}} {
		w.along = along
		w.put(w.b, w.a, image.Rectangle{Max: size}, 0, 0, float32(size.X), float32(size.Y), w.blur, w.sigma)
		w.a, w.b = w.b, w.a
	}
}

// put draws a rectangle of an image with a shader that reads a part of another.
func (w *blurring) put(dst, src *ebiten.Image, at image.Rectangle, sx0, sy0, sx1, sy1 float32, shader *ebiten.Shader, uniforms map[string]any) {
	x0, y0, x1, y1 := float32(at.Min.X), float32(at.Min.Y), float32(at.Max.X), float32(at.Max.Y)
	w.vertices = [4]ebiten.Vertex{
		{DstX: x0, DstY: y0, SrcX: sx0, SrcY: sy0},
		{DstX: x1, DstY: y0, SrcX: sx1, SrcY: sy0},
		{DstX: x0, DstY: y1, SrcX: sx0, SrcY: sy1},
		{DstX: x1, DstY: y1, SrcX: sx1, SrcY: sy1},
	}
	w.options.Uniforms, w.options.Images[0] = uniforms, src
	dst.DrawTrianglesShader32(w.vertices[:], quadIndices, shader, &w.options)
	w.options.Images[0] = nil
}
