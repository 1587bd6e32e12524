package compositor

import (
	"reflect"
	"time"

	"cellshell/compositor/layout"
	"cellshell/gpu/paint"
	"cellshell/tissue"
)

// Motion carries the picture from one layout to the next: cells and nodes glide to their new places, new cells fade in,
// removed ones out, and what changes its colours or words where it stands blends into them. It holds only how far everything
// still is from where it belongs, so a layout may change under it without being announced: that change is then shown at once.
// The zero Motion is ready. It is for one goroutine.
type Motion struct {
	// Differ finds what of a cell is to blend into the next when it changes where it stands; nil: all of the cell is.
	Differ Differ

	at    float64 // seconds; the springs are those of this instant
	known map[string]springs
	fades map[tissue.CellID]spring // 1 missing: not seen yet
	gone  map[tissue.CellID]*leaving
	veils map[tissue.CellID]*veil

	// changed are what the document now says otherwise, and until when, in seconds, its new look is expected: a picture may come
	// later than the word of it. What a cell shows of itself meanwhile is no change: it would leave a trail.
	changed map[tissue.CellID]float64
	picture []paint.Op               // the last
	seen    map[tissue.CellID][2]int // the cells in it
	spans   map[tissue.CellID][2]int // and in the one that is being painted
}

// leaving is a cell that was removed and is still fading.
type leaving struct {
	cell *Placed
	left spring // 1: seen in full
}

// lookTime is how long after a change of the document the new look of what it was of may come, seconds.
const lookTime = 0.5

// Retarget tells that the picture changes from one layout to another at an instant. What is moving goes on from where it is
// seen.
func (m *Motion) Retarget(old, next *Layout, now time.Duration) {
	m.advance(now.Seconds())
	if old == nil || next == nil {
		return
	}
	until, themed := m.at+lookTime, old.theme != next.theme
	if themed {
		m.changed[wallpaperVeil] = until
	}
	for i := range next.Cells {
		c := &next.Cells[i]
		was, ok := old.Cell(c.ID)
		delete(m.gone, c.ID)
		if !ok {
			m.fades[c.ID] = spring{d: 1}
			continue
		}
		m.aim(Key(c.ID, "")+"\x00", was.Bounds, c.Bounds)
		// What moves takes no veil along: it would stay behind where the cell was seen when it began.
		if m.nodes(c.ID, was, c) || m.flies(c.ID) {
			delete(m.veils, c.ID)
			delete(m.changed, c.ID)
		} else if themed || !reflect.DeepEqual(was.cell, c.cell) {
			m.changed[c.ID] = until
		}
	}
	for i := range old.Cells {
		c := &old.Cells[i]
		if _, ok := next.Cell(c.ID); !ok {
			m.gone[c.ID] = &leaving{cell: c, left: spring{d: 1}}
			delete(m.fades, c.ID)
		}
	}
}

// flies tells whether a cell as a whole is on its way, or still coming.
func (m *Motion) flies(id tissue.CellID) bool {
	_, moves := m.known[Key(id, "")+"\x00"]
	_, comes := m.fades[id]
	return moves || comes
}

// nodes aims the nodes both layouts of a cell have, and tells whether any moves.
func (m *Motion) nodes(id tissue.CellID, was, is *Placed) (moves bool) {
	boxes := map[string]*layout.Box{}
	walk(was.root, func(b *layout.Box) { boxes[b.ID] = b })
	walk(is.root, func(b *layout.Box) {
		if o := boxes[b.ID]; o != nil && o.Node.Kind == b.Node.Kind {
			m.aim(Key(id, b.ID), relative(o), relative(b))
			_, moving := m.known[Key(id, b.ID)]
			moves = moves || moving
		}
	})
	return moves
}

func walk(b *layout.Box, visit func(*layout.Box)) {
	if b == nil {
		return
	}
	visit(b)
	for _, k := range b.Kids {
		walk(k, visit)
	}
}

// relative is a box's place in its parent's content, so that scrolling and the parent's own motion are no motion of it.
func relative(b *layout.Box) paint.Rect {
	if b.Parent == nil {
		return paint.Rect{W: b.Rect.W, H: b.Rect.H}
	}
	o := b.Parent.Content
	return paint.Rect{X: b.Rect.X - o.X, Y: b.Rect.Y - o.Y, W: b.Rect.W, H: b.Rect.H}
}

func (m *Motion) aim(key string, from, to paint.Rect) {
	s, moving := m.known[key]
	if from == to && !moving {
		return
	}
	if s = s.aim(from, to); !s.rest() {
		m.known[key] = s
	}
}

// advance brings the springs to an instant and forgets those at rest.
func (m *Motion) advance(now float64) {
	if m.known == nil {
		m.known, m.fades, m.gone = map[string]springs{}, map[tissue.CellID]spring{}, map[tissue.CellID]*leaving{}
		m.veils, m.changed = map[tissue.CellID]*veil{}, map[tissue.CellID]float64{}
	}
	t := now - m.at
	if t <= 0 {
		return
	}
	m.at = now
	for k, s := range m.known {
		if s = s.after(t); s.rest() {
			delete(m.known, k)
		} else {
			m.known[k] = s
		}
	}
	for k, s := range m.fades {
		if s = s.after(t); s.d < 0.004 {
			delete(m.fades, k)
		} else {
			m.fades[k] = s
		}
	}
	for k, v := range m.veils {
		if v.left = v.left.after(t); v.left.d < 0.004 {
			delete(m.veils, k)
		}
	}
	for k, g := range m.gone {
		if g.left = g.left.after(t); g.left.d < 0.004 {
			delete(m.gone, k)
		}
	}
}

// Settled tells whether everything stands where it belongs at an instant: the next picture would be the same.
func (m *Motion) Settled(now time.Duration) bool {
	if m == nil {
		return true
	}
	m.advance(now.Seconds())
	return len(m.known) == 0 && len(m.fades) == 0 && len(m.gone) == 0 && len(m.veils) == 0
}
