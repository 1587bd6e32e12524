package compositor

import (
	"image"
	"maps"
	"reflect"
	"slices"

	"cellshell/gpu/paint"
	"cellshell/tissue"
)

// Differ tells where two scenes of one size are drawn otherwise, in device pixels.
type Differ func(was, is *paint.Scene) []image.Rectangle

// veil is what a cell looked like before it changed its colours or words where it stands: it fades away over what it looks like now.
type veil struct {
	ops  []paint.Op
	at   paint.Rect // where it looked otherwise: elsewhere there is nothing to fade, and nothing to draw again with each picture
	left spring     // 1: seen in full
}

// wallpaperVeil is the name under which veils keep the wallpaper.
const wallpaperVeil tissue.CellID = "\x00"

// painted remembers the operations of a cell, from an index to the end, and lays a veil over it when a change was announced and it is
// drawn otherwise than in the picture before.
func (p *painter) painted(id tissue.CellID, from int) {
	m := p.move
	if m == nil {
		return
	}
	if m.spans == nil {
		m.spans = map[tissue.CellID][2]int{}
	}
	ops := p.ops[from:]
	m.spans[id] = [2]int{from, len(p.ops)}
	if m.changed[id] > m.at {
		if s, ok := m.seen[id]; ok {
			was := m.picture[s[0]:s[1]]
			if at := p.differing(was, ops); at != (paint.Rect{}) {
				m.veils[id] = &veil{ops: flat(was), at: at, left: spring{d: 1}}
				delete(m.changed, id)
			}
		}
	}
	if v := m.veils[id]; v != nil {
		p.add(paint.PushClip{Rect: v.at})
		p.add(paint.PushLayer{Alpha: min(max(v.left.d, 0), 1)})
		p.ops = append(p.ops, v.ops...)
		p.add(paint.PopLayer{})
		p.add(paint.PopClip{})
	}
}

// differing is the rectangle around all that two stretches of a picture draw otherwise, on whole device pixels; the empty one
// when they are alike. With nobody to ask, it is all of the desktop.
func (p *painter) differing(was, is []paint.Op) paint.Rect {
	if p.move.Differ == nil {
		if slices.EqualFunc(was, is, func(a, b paint.Op) bool { return reflect.DeepEqual(a, b) }) {
			return paint.Rect{}
		}
		return paint.Rect{W: p.l.W, H: p.l.H}
	}
	s := paint.Scene{W: p.l.W, H: p.l.H, Scale: p.scale}
	before, after := s, s
	before.Ops, after.Ops = was, is
	var all image.Rectangle
	for _, r := range p.move.Differ(&before, &after) {
		all = all.Union(r)
	}
	return paint.Rect{X: float64(all.Min.X) / p.scale, Y: float64(all.Min.Y) / p.scale, W: float64(all.Dx()) / p.scale, H: float64(all.Dy()) / p.scale}
}

// pictured ends a picture: what was painted is what the next is compared with.
func (m *Motion) pictured(ops []paint.Op) {
	if m == nil {
		return
	}
	m.picture, m.seen, m.spans = ops, m.spans, m.seen
	clear(m.spans)
	maps.DeleteFunc(m.changed, func(_ tissue.CellID, until float64) bool { return until <= m.at })
}

// flat leaves out what would be seen twice where a picture lies over its successor: shadows, and what is blurred below.
func flat(ops []paint.Op) []paint.Op {
	out := make([]paint.Op, 0, len(ops))
	for _, op := range ops {
		switch o := op.(type) {
		case paint.Backdrop:
			continue
		case paint.RoundRect:
			if o.Shadow != (paint.Shadow{}) {
				o.Shadow = paint.Shadow{}
				op = o
			}
		}
		out = append(out, op)
	}
	return out
}
