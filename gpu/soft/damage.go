package soft

import (
	"image"

	"cellshell/gpu/paint"
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

// Differing is where two scenes of one size are drawn otherwise, in device pixels, shaders included.
func Differing(was, is *paint.Scene) []image.Rectangle {
	d := Differ{Shaders: true}
	d.Next(was)
	return d.Next(is)
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
