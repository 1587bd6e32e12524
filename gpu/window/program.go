package window

import (
	"image"
	"math"

	"github.com/hajimehoshi/ebiten/v2"

	"cellshell/gpu/kage"
	"cellshell/gpu/paint"
)

// Judge says which shaders of cells may run. Its methods are called while a scene is drawn and return at once.
type Judge interface {
	// Allowed is the program of a source, nil unless it has been tried and found good.
	Allowed(source string) *kage.Program
	// Turn is another number whenever Allowed may say something else than before.
	Turn() uint64
}

// Bounds of what is kept for shaders of cells.
const (
	maxPrograms = 64
	maxShaded   = 8192 // pixels a side of a node; a larger one shows its fallback
)

// programs runs the shaders of cells.
type cellPrograms struct {
	judge  Judge
	turn   uint64 // of the judge, when the newest scene was drawn
	inner  bool   // a fallback is drawn: shaders in it are not run
	floor  nested // what a fallback may not close
	moving bool

	compiled map[string]*ebiten.Shader // nil: it cannot be
	scratch  *ebiten.Image
	vertices [4]ebiten.Vertex
}

// nested is how much was open outside.
type nested struct{ clips, layers int }

// Trust makes a renderer run the shaders that a judge allows; without one, their fallbacks are drawn. It must be called
// before the first Draw.
func (r *Renderer) Trust(j Judge) { r.programs.judge, r.differ.Shaders = j, j != nil }

// Moving reports whether the newest scene is to be drawn again soon: a shader in it that is animated and can be seen.
func (r *Renderer) Moving() bool { return r.programs.moving }

// judged notices that a shader may be drawn otherwise than in the scene before.
func (r *Renderer) judged() (again bool) {
	p := &r.programs
	if p.judge == nil {
		return false
	}
	turn := p.judge.Turn()
	again, p.turn = turn != p.turn, turn
	return again
}

// runs is the program of a shader that is run, nil for one whose fallback is drawn.
func (r *Renderer) runs(op *paint.Shader) *kage.Program {
	if r.programs.judge == nil || r.programs.inner {
		return nil
	}
	p := r.programs.judge.Allowed(op.Kage)
	if p == nil || r.compiled(p) == nil {
		return nil
	}
	return p
}

func (r *Renderer) compiled(p *kage.Program) *ebiten.Shader {
	c := &r.programs
	if s, ok := c.compiled[p.Source]; ok {
		return s
	}
	if len(c.compiled) >= maxPrograms {
		for _, s := range c.compiled {
			if s != nil {
				s.Deallocate()
			}
		}
		c.compiled = nil
	}
	if c.compiled == nil {
		c.compiled = map[string]*ebiten.Shader{}
	}
	s, err := ebiten.NewShader([]byte(p.Source))
	if err != nil {
		s = nil
	}
	c.compiled[p.Source] = s
	return s
}

// shader draws a picture that a cell's program computes, or what stands in for it.
func (r *Renderer) shader(op *paint.Shader) {
	s := newShape(op.Rect, op.Radius, r.scale)
	if s == (shape{}) || op.Alpha <= 0 {
		return
	}
	p := r.runs(op)
	whole := s.snapped().bounds()
	if p == nil || whole.Dx() > maxShaded || whole.Dy() > maxShaded {
		r.fallback(op)
		return
	}
	s = s.snapped()
	at := whole.Intersect(r.clip.bounds)
	if at.Empty() {
		return
	}
	c := &r.programs
	r.batch.flush()
	var src *ebiten.Image
	if p.Reads {
		src = r.readable(op, whole)
	}
	c.scratch = fitting(c.scratch, whole.Size())
	r.compute(p, op, src, whole, at)
	q := quad{a: float32(s.x0), b: float32(s.y0), c: float32(s.x1), d: float32(s.y1), green: 1, blue: float32(s.r)}
	if op.Alpha < 1 {
		q.green = float32(op.Alpha)
	}
	q.red = kindImage << 16
	r.begin(things, at, c.scratch)
	r.batch.copy(at, at.Min.X-whole.Min.X, at.Min.Y-whole.Min.Y, &q)
	r.batch.flush() // before the scratch is used again
}

// compute runs a program for some pixels of a node.
func (r *Renderer) compute(p *kage.Program, op *paint.Shader, src *ebiten.Image, whole, at image.Rectangle) {
	c := &r.programs
	dst := c.scratch.RecyclableSubImage(image.Rectangle{Max: whole.Size()})
	to := at.Sub(whole.Min)
	from := at
	if src == nil {
		from = to
	}
	for i := range c.vertices {
		x, y := to.Min.X, to.Min.Y
		sx, sy := from.Min.X, from.Min.Y
		if i&1 == 1 {
			x, sx = to.Max.X, from.Max.X
		}
		if i&2 == 2 {
			y, sy = to.Max.Y, from.Max.Y
		}
		c.vertices[i] = ebiten.Vertex{DstX: float32(x), DstY: float32(y), SrcX: float32(sx), SrcY: float32(sy), ColorR: 1, ColorG: 1, ColorB: 1, ColorA: 1}
	}
	o := ebiten.DrawTrianglesShaderOptions{Blend: ebiten.BlendCopy, Uniforms: uniforms(p, op, whole.Size(), r.scale)}
	o.Images[0] = src
	dst.DrawTrianglesShader32(c.vertices[:], quadIndices, r.compiled(p), &o)
	dst.Recycle()
}

// readable draws the fallback by itself, for a program to read.
func (r *Renderer) readable(op *paint.Shader, whole image.Rectangle) *ebiten.Image {
	seen := whole.Intersect(r.all)
	depth := len(r.layers)
	if depth >= maxLayers {
		return nil
	}
	was := r.clip
	r.clip.bounds = seen // all of it, whatever part is drawn: a program may read beside the pixel
	r.pushLayer(1)
	plain := *op
	plain.Alpha = 1
	r.fallback(&plain)
	r.batch.flush()
	l := r.layers[depth]
	r.layers = r.layers[:depth]
	r.batch.target, r.batch.origin = l.target, l.origin
	r.clip = was
	return r.sheets[depth].SubImage(seen).(*ebiten.Image)
}

// fallback draws what stands in for a shader. It can neither end clips and layers that began outside it nor leave its own
// open.
func (r *Renderer) fallback(op *paint.Shader) {
	was, inner, clips := r.programs.floor, r.programs.inner, len(r.clips)
	r.pushClip(newShape(op.Rect, op.Radius, r.scale))
	r.programs.floor, r.programs.inner = nested{len(r.clips), len(r.layers)}, true
	if op.Alpha < 1 {
		r.pushLayer(op.Alpha)
	}
	r.ops(op.Fallback)
	for len(r.layers) > r.programs.floor.layers {
		r.popLayer()
	}
	r.programs.floor, r.programs.inner = was, inner
	r.clip, r.clips = r.clips[clips], r.clips[:clips]
}

// uniforms are the numbers of a program's variables: what the cell gave, as many as there is room for, and what it is told of
// the picture.
func uniforms(p *kage.Program, op *paint.Shader, size image.Point, scale float64) map[string]any {
	out := make(map[string]any, len(p.Uniforms))
	for _, u := range p.Uniforms {
		values := make([]float32, u.Numbers)
		for _, given := range op.Uniforms {
			if given.Name == u.Name {
				copy(values, given.Values)
			}
		}
		switch u.Name {
		case "Time":
			values[0] = float32(op.Time)
		case "Scale":
			values[0] = float32(scale)
		case "Size":
			copy(values, []float32{float32(size.X), float32(size.Y)})
		}
		if !u.Whole {
			out[u.Name] = values
			continue
		}
		whole := make([]int32, len(values))
		for i, v := range values {
			whole[i] = int32(math.Max(-1<<24, math.Min(1<<24, float64(v))))
		}
		out[u.Name] = whole
	}
	return out
}
