package window

import (
	"math"

	"cellshell/gpu/paint"
	"cellshell/gpu/wall"
)

// wallUniforms are what the shader of wallpapers is told.
type wallUniforms struct {
	of             paint.Wallpaper
	scale          float64
	colors, shapes []float32
	style          []float32
}

func newWallUniforms() wallUniforms {
	return wallUniforms{colors: make([]float32, 10*4), shapes: make([]float32, 8*4), style: make([]float32, 1)}
}

// set works a pattern out, unless it is the one of before.
func (w *wallUniforms) set(op *paint.Wallpaper, s shape, scale float64) {
	if w.of == *op && w.scale == scale {
		return
	}
	w.of, w.scale = *op, scale
	f := wall.New(op, s.x1-s.x0, s.y1-s.y0)
	for i := range f.Colors {
		for k, v := range f.Colors[i] {
			w.colors[4*i+k] = float32(v)
		}
	}
	for i := range f.Shapes {
		for k, v := range f.Shapes[i] {
			w.shapes[4*i+k] = float32(v)
		}
	}
	w.style[0] = float32(f.Style)
}

// wallpaper draws a wallpaper. The colours of its pattern are uniforms, so each is a call of its own.
func (r *Renderer) wallpaper(op *paint.Wallpaper) {
	s := newShape(op.Rect, 0, r.scale)
	at := s.bounds().Intersect(r.clip.bounds)
	if at.Empty() || math.IsNaN(op.Phase) {
		return
	}
	r.batch.flush()
	r.batch.walls.set(op, s, r.scale)
	r.begin(walls, at, nil)
	q := quad{a: float32(s.x0), b: float32(s.y0), c: float32(s.x1), d: float32(s.y1)}
	r.batch.add(at, 0, 0, &q)
	r.batch.flush()
}
