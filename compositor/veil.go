package compositor

import (
	"reflect"

	"cellshell/gpu/paint"
	"cellshell/tissue"
)

// veil is what a cell looked like before it changed its colours or words where it stands: it fades away over what it looks like now.
type veil struct {
	ops  []paint.Op
	left spring // 1: seen in full
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
	if m.changed[id] {
		if s, ok := m.seen[id]; ok {
			if was := m.picture[s[0]:s[1]]; !alike(was, ops) {
				m.veils[id] = &veil{ops: flat(was), left: spring{d: 1}}
			}
		}
	}
	if v := m.veils[id]; v != nil {
		p.add(paint.PushLayer{Alpha: min(max(v.left.d, 0), 1)})
		p.ops = append(p.ops, v.ops...)
		p.add(paint.PopLayer{})
	}
}

// pictured ends a picture: what was painted is what the next is compared with.
func (m *Motion) pictured(ops []paint.Op) {
	if m == nil {
		return
	}
	m.picture, m.seen, m.spans = ops, m.spans, m.seen
	clear(m.spans)
	clear(m.changed)
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

// alike tells whether two stretches of a picture are the same.
func alike(a, b []paint.Op) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !reflect.DeepEqual(a[i], b[i]) {
			return false
		}
	}
	return true
}
