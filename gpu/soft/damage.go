package soft

import (
	"image"
	"math"
	"slices"

	"cellshell/gpu/paint"
	"cellshell/gpu/raster"
	"cellshell/internal/fonts"
)

// maxDamage is how many areas are told apart; more become one. Of more than maxChanges changes it is not asked where they are.
const (
	maxDamage  = 8
	maxChanges = 512
)

// Differ finds where each scene differs from the one before, so that only that is drawn again. The zero value is ready. It is
// for one goroutine.
type Differ struct {
	Shaders bool // a shader is drawn, so its time and numbers make a difference; else its fallback is

	last  paint.Scene
	areas []image.Rectangle
	walk  walker

	units1, units2 []unit // of align
	common         []uint16
	kept1, kept2   []bool // operations that both scenes have
}

// Next is where a scene's picture may differ from that of the last one given, in device pixels: nowhere when they are equal,
// everywhere when it is the first or the size is another. What blurs an area differs too: RenderInto and Grow see to that.
// Operations are compared by what they hold, pictures by identity; what they hold must not change later. The answer is good
// until the next call. A scene that cannot be drawn has none and is left out.
func (d *Differ) Next(s *paint.Scene) []image.Rectangle {
	w, h, err := Size(s)
	if err != nil {
		return nil
	}
	d.areas = d.areas[:0]
	all := image.Rect(0, 0, w, h)
	if d.last.W != s.W || d.last.H != s.H || d.last.Scale != s.Scale || !d.compare(s, all) {
		d.areas = append(d.areas[:0], all)
	}
	clear(d.last.Ops)
	d.last = paint.Scene{W: s.W, H: s.H, Scale: s.Scale, Ops: append(d.last.Ops[:0], s.Ops...)}
	return d.areas
}

// compare collects the areas where a scene differs from the last one. It is false when that is everywhere.
func (d *Differ) compare(s *paint.Scene, all image.Rectangle) bool {
	old := d.last.Ops
	from, a, b := 0, len(old), len(s.Ops)
	for from < a && from < b && d.same(old[from], s.Ops[from]) {
		from++
	}
	for a > from && b > from && d.same(old[a-1], s.Ops[b-1]) {
		a, b = a-1, b-1
	}
	if from == a && from == b {
		return true
	}
	// Between the ends, operations that stand beside each other and are the same may lie under a clip or a layer that is
	// not, so they count as soon as one of those differs.
	beside := a == b
	changes := max(a, b) - from
	for i := from; beside && i < a; i++ {
		if d.same(old[i], s.Ops[i]) {
			changes--
		} else {
			beside = !scoped(old[i]) && !scoped(s.Ops[i])
		}
	}
	if changes > maxChanges {
		return false
	}
	none := func(int) bool { return false }
	kept1, kept2 := none, none
	switch {
	case beside:
		kept1 = func(i int) bool { return d.same(old[i], s.Ops[i]) }
		kept2 = kept1
	case d.align(old, s.Ops):
		from, a, b = 0, len(old), len(s.Ops)
		kept1 = func(i int) bool { return d.kept1[i] }
		kept2 = func(i int) bool { return d.kept2[i] }
	}
	// What follows would be clipped or blended otherwise if those between left something open.
	return d.collect(old, kept1, s.Scale, all, from, a) && d.collect(s.Ops, kept2, s.Scale, all, from, b)
}

// collect adds the bounds of the operations from a to b but for those that the other scene has too. It reports whether
// they leave the clips and layers that were open before them as they were.
func (d *Differ) collect(ops []paint.Op, kept func(i int) bool, scale float64, all image.Rectangle, a, b int) bool {
	w := &d.walk
	w.clip, w.clips, w.layers = all, w.clips[:0], w.layers[:0]
	balanced := true
	var clips, layers int
	for i, op := range ops[:b] {
		if i == a {
			clips, layers = len(w.clips), len(w.layers)
		}
		w.step(op, scale)
		if i < a {
			continue
		}
		if len(w.layers) < layers || len(w.layers) == layers && len(w.clips) < clips {
			balanced = false
		}
		if !kept(i) {
			d.add(bounds(op, scale).Intersect(w.clip))
		}
	}
	return balanced && (a >= b || len(w.clips) == clips && len(w.layers) == layers)
}

// walker follows the clip through a scene as painter does.
type walker struct {
	clip   image.Rectangle
	clips  []image.Rectangle
	layers []walkedLayer
}

type walkedLayer struct {
	clip  image.Rectangle
	clips int
}

func (w *walker) step(op paint.Op, scale float64) {
	switch op := op.(type) {
	case paint.PushClip:
		w.clips = append(w.clips, w.clip)
		w.clip = w.clip.Intersect(newShape(op.Rect, op.Radius, scale).bounds())
	case paint.PushLayer:
		w.layers = append(w.layers, walkedLayer{w.clip, len(w.clips)})
	case paint.PopClip:
		n, low := len(w.clips), 0
		if len(w.layers) > 0 {
			low = w.layers[len(w.layers)-1].clips
		}
		if n > low {
			w.clip, w.clips = w.clips[n-1], w.clips[:n-1]
		}
	case paint.PopLayer:
		if n := len(w.layers); n > 0 {
			l := w.layers[n-1]
			w.layers, w.clip, w.clips = w.layers[:n-1], l.clip, w.clips[:min(len(w.clips), l.clips)]
		}
	}
}

// add takes an area in, as one with those it touches.
func (d *Differ) add(r image.Rectangle) {
	if r.Empty() {
		return
	}
	for i := 0; i < len(d.areas); i++ {
		if o := d.areas[i]; o.Overlaps(r) || len(d.areas) >= maxDamage {
			r = r.Union(o)
			d.areas = append(d.areas[:i], d.areas[i+1:]...)
			i = -1
		}
	}
	d.areas = append(d.areas, r)
}

func scoped(op paint.Op) bool {
	switch op.(type) {
	case paint.PushClip, paint.PopClip, paint.PushLayer, paint.PopLayer:
		return true
	}
	return false
}

// same reports whether two operations draw the same.
func (d *Differ) same(a, b paint.Op) bool {
	switch a := a.(type) {
	case paint.RoundRect:
		b, ok := b.(paint.RoundRect)
		if !ok || (a.Blend == nil) != (b.Blend == nil) || a.Blend != nil && *a.Blend != *b.Blend {
			return false
		}
		b.Blend = a.Blend
		return a == b
	case paint.Glyphs:
		b, ok := b.(paint.Glyphs)
		return ok && a.Font == b.Font && a.Size == b.Size && a.Color == b.Color && slices.Equal(a.Glyphs, b.Glyphs)
	case paint.Path:
		b, ok := b.(paint.Path)
		return ok && a.Fill == b.Fill && a.Stroke == b.Stroke && a.Width == b.Width && a.Butt == b.Butt &&
			slices.Equal(a.Verbs, b.Verbs) && slices.Equal(a.Points, b.Points)
	case paint.Image:
		b, ok := b.(paint.Image)
		return ok && a.Rect == b.Rect && a.Radius == b.Radius && a.Alpha == b.Alpha && identical(a.Img) && identical(b.Img) && a.Img == b.Img
	case paint.Shader:
		b, ok := b.(paint.Shader)
		return ok && a.Rect == b.Rect && a.Radius == b.Radius && a.Alpha == b.Alpha && (!d.Shaders || sameProgram(&a, &b)) && slices.EqualFunc(a.Fallback, b.Fallback, d.same)
	default:
		if _, ok := b.(paint.Shader); ok {
			return false
		}
		return a == b
	}
}

// sameProgram reports whether two shaders compute the same.
func sameProgram(a, b *paint.Shader) bool {
	return a.Kage == b.Kage && a.Time == b.Time && slices.EqualFunc(a.Uniforms, b.Uniforms, func(u, v paint.Uniform) bool {
		return u.Name == v.Name && slices.Equal(u.Values, v.Values)
	})
}

// bounds is where an operation may change pixels.
func bounds(op paint.Op, scale float64) image.Rectangle {
	switch op := op.(type) {
	case paint.RoundRect:
		s := newShape(op.Rect, op.Radius, scale)
		out := s.bounds()
		if op.Shadow.Color.A != 0 && s != (shape{}) {
			dx, dy := op.Shadow.DX*scale, op.Shadow.DY*scale
			cast := s.inset(-op.Shadow.Spread * scale)
			cast.x0, cast.x1, cast.y0, cast.y1 = cast.x0+dx, cast.x1+dx, cast.y0+dy, cast.y1+dy
			if raster.Finite(cast.x0, cast.x1, cast.y0, cast.y1) {
				out = out.Union(cast.bounds().Inset(-reach(op.Shadow.Blur*scale) - 1))
			}
		}
		return out
	case paint.Glyphs:
		if len(op.Glyphs) == 0 {
			return image.Rectangle{}
		}
		x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, g := range op.Glyphs {
			if raster.Finite(g.X, g.Y) { // others are not drawn
				x0, y0, x1, y1 = min(x0, g.X), min(y0, g.Y), max(x1, g.X), max(y1, g.Y)
			}
		}
		e := fonts.Extents(string(op.Font))
		return around((x0-e.Left*op.Size)*scale, (y0-e.Up*op.Size)*scale, (x1+e.Right*op.Size)*scale, (y1+e.Down*op.Size)*scale, 2) // fitted to pixels
	case paint.Path:
		if len(op.Points) == 0 {
			return image.Rectangle{}
		}
		x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		if len(op.Verbs) == 0 || op.Verbs[0] != paint.MoveTo {
			x0, y0, x1, y1 = 0, 0, 0, 0 // where a path starts that does not say so
		}
		for _, p := range op.Points {
			x0, y0, x1, y1 = math.Min(x0, p.X), math.Min(y0, p.Y), math.Max(x1, p.X), math.Max(y1, p.Y)
		}
		pad := 1.0
		if w := op.Width * scale; w > 0 && raster.Finite(w) { // else it is only filled
			pad += w / 2
		}
		if !raster.Finite(x0*scale, y0*scale, x1*scale, y1*scale, pad) {
			return image.Rectangle{} // such a path is not drawn
		}
		return around(x0*scale, y0*scale, x1*scale, y1*scale, pad)
	case paint.Wallpaper:
		return newShape(op.Rect, 0, scale).bounds()
	case paint.Image:
		return newShape(op.Rect, 0, scale).bounds().Inset(-1)
	case paint.Backdrop:
		return newShape(op.Rect, 0, scale).bounds()
	case paint.Shader:
		return newShape(op.Rect, 0, scale).bounds().Inset(-1)
	}
	return image.Rectangle{}
}

// around is a rectangle with a border, empty when it cannot be drawn.
func around(x0, y0, x1, y1, pad float64) image.Rectangle {
	if !raster.Finite(x0, y0, x1, y1, pad) {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(x0-pad)), int(math.Floor(y0-pad)), int(math.Ceil(x1+pad)), int(math.Ceil(y1+pad)))
}
