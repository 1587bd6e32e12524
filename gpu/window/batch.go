package window

import (
	"image"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/paint"
)

// batch collects quads that one call draws: those of one program, target, texture, way of blending and
// set of rounded clips.
type batch struct {
	vertices []ebiten.Vertex
	indices  []uint32 // of as many quads as there ever were

	program program
	target  *ebiten.Image
	origin  image.Point   // of the scene on the target
	texture *ebiten.Image // nil while no quad needs one
	blend   ebiten.Blend
	clips   [maxClips]shape
	cut     int // how many of clips are in use

	plain, cutting [programs]*ebiten.Shader
	options        ebiten.DrawTrianglesShaderOptions
	rects, radii   []float32 // the uniforms of cutting
	walls          wallUniforms
	calls          int // since the scene began
}

func newBatch() batch {
	b := batch{rects: make([]float32, 4*maxClips), radii: make([]float32, maxClips), walls: newWallUniforms()}
	b.plain, b.cutting = compileAll()
	b.options.Uniforms = map[string]any{
		"Clips": b.rects, "Radii": b.radii, "Colors": b.walls.colors, "Shapes": b.walls.shapes, "Style": b.walls.style,
	}
	return b
}

// quad is what all vertices of one share.
type quad struct {
	red, green, blue, alpha float32 // the colour's numbers, see common.kage
	a, b, c, d              float32 // mostly the shape
}

// head is a colour in the two numbers that begin a quad.
func head(kind int, c paint.Color) (red, green float32) {
	return float32(kind<<16 | int(c.R)<<8 | int(c.G)), float32(int(c.B)<<8 | int(c.A))
}

// pack is a colour in two numbers.
func pack(c paint.Color) (a, b float32) {
	return float32(int(c.R)<<8 | int(c.G)), float32(int(c.B)<<8 | int(c.A))
}

// add draws a rectangle of pixels, with the same source position everywhere.
func (b *batch) add(at image.Rectangle, sx, sy float32, q *quad) {
	b.put(at, sx, sy, sx, sy, q)
}

// ramp draws a rectangle of pixels along which a number grows by so much a pixel from what it is at 0,0.
func (b *batch) ramp(at image.Rectangle, start, dx, dy float64, sy float32, q *quad) {
	b.put(at, 0, sy, 0, sy, q)
	v := b.vertices[len(b.vertices)-4:]
	for i, p := range [4]image.Point{at.Min, {at.Max.X, at.Min.Y}, {at.Min.X, at.Max.Y}, at.Max} {
		v[i].SrcX = float32(start + dx*float64(p.X) + dy*float64(p.Y))
	}
}

// copy draws a rectangle of pixels with those of the texture that begin at x, y.
func (b *batch) copy(at image.Rectangle, x, y int, q *quad) {
	b.put(at, float32(x), float32(y), float32(x+at.Dx()), float32(y+at.Dy()), q)
}

func (b *batch) put(at image.Rectangle, sx0, sy0, sx1, sy1 float32, q *quad) {
	n := len(b.vertices)
	if cap(b.vertices) < n+4 {
		grown := make([]ebiten.Vertex, n, max(1024, 2*cap(b.vertices)))
		copy(grown, b.vertices)
		b.vertices = grown
	}
	b.vertices = b.vertices[:n+4]
	v := b.vertices[n : n+4 : n+4]
	x0, y0 := float32(at.Min.X+b.origin.X), float32(at.Min.Y+b.origin.Y)
	x1, y1 := float32(at.Max.X+b.origin.X), float32(at.Max.Y+b.origin.Y)
	v[0] = ebiten.Vertex{DstX: x0, DstY: y0, SrcX: sx0, SrcY: sy0, ColorR: q.red, ColorG: q.green, ColorB: q.blue, ColorA: q.alpha, Custom0: q.a, Custom1: q.b, Custom2: q.c, Custom3: q.d}
	v[1], v[2], v[3] = v[0], v[0], v[0]
	v[1].DstX, v[1].SrcX = x1, sx1
	v[2].DstY, v[2].SrcY = y1, sy1
	v[3].DstX, v[3].SrcX, v[3].DstY, v[3].SrcY = x1, sx1, y1, sy1
}

// use makes ready for a quad of a program that needs a texture (nil: none), cut by rounded clips of which those of the open ones it may be
// drawn under are given.
func (b *batch) use(p program, texture *ebiten.Image, need, open []shape) {
	if len(b.vertices) > 0 {
		if p == b.program && (texture == nil || b.texture == nil || texture == b.texture) && b.fits(need, open) {
			if b.texture == nil {
				b.texture = texture
			}
			return
		}
		b.flush()
	}
	b.program, b.texture = p, texture
	b.cut = copy(b.clips[:], need)
}

// fits reports whether a quad that needs some clips, of those open, may be drawn under those in use.
func (b *batch) fits(need, open []shape) bool {
	if b.cut == 0 {
		return len(need) == 0
	}
	for _, s := range b.clips[:b.cut] {
		if !has(open, s) {
			return false
		}
	}
	for _, s := range need {
		if !has(b.clips[:b.cut], s) {
			return false
		}
	}
	return true
}

func has(all []shape, s shape) bool {
	for i := range all {
		if all[i] == s {
			return true
		}
	}
	return false
}

// flush draws what was collected.
func (b *batch) flush() {
	if len(b.vertices) == 0 {
		return
	}
	quads := len(b.vertices) / 4
	for i := uint32(len(b.indices) / 6); i < uint32(quads); i++ {
		b.indices = append(b.indices, 4*i, 4*i+1, 4*i+2, 4*i+1, 4*i+3, 4*i+2)
	}
	shader := b.plain[b.program]
	if b.cut > 0 {
		shader = b.cutting[b.program]
		for i := range maxClips {
			s := shape{-1e6, -1e6, 1e6, 1e6, 0}
			if i < b.cut {
				s = b.clips[i]
			}
			b.rects[4*i], b.rects[4*i+1], b.rects[4*i+2], b.rects[4*i+3] = float32(s.x0), float32(s.y0), float32(s.x1), float32(s.y1)
			b.radii[i] = float32(s.r)
		}
	}
	b.options.Images[0], b.options.Blend = b.texture, b.blend
	b.target.DrawTrianglesShader32(b.vertices, b.indices[:6*quads], shader, &b.options)
	b.options.Images[0] = nil
	b.vertices, b.texture, b.cut = b.vertices[:0], nil, 0
	b.calls++
}
