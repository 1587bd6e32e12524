package window

import (
	"cmp"
	"image"
	"slices"

	"github.com/hajimehoshi/ebiten/v2"
)

// tidy moves what was used in the newest scenes to a new texture, which is larger when that is much, and forgets the rest.
func (a *atlas) tidy(age int, more image.Point) {
	a.drop(func(s *slot) bool { return a.scene-s.used > age && (s.texture == a.texture || s.texture == nil) })
	area := more.X * more.Y
	for _, s := range a.slots {
		area += s.at.Dx() * (s.at.Dy() + 4)
	}
	side := firstSheet
	if a.texture != nil {
		side = a.texture.Bounds().Dx()
	}
	for side < lastSheet && (2*area > side*side || max(more.X, more.Y) > side) {
		side *= 2
	}
	old := a.texture
	a.texture = ebiten.NewImageWithOptions(image.Rect(0, 0, side, side), &ebiten.NewImageOptions{Unmanaged: true})
	a.shelves, a.bottom = a.shelves[:0], 0
	slices.SortFunc(a.slots, func(p, q *slot) int { return cmp.Compare(p.at.Dy(), q.at.Dy()) })
	a.vertex, a.index = a.vertex[:0], a.index[:0]
	kept := a.slots[:0]
	for _, s := range a.slots {
		from := s.at
		if !a.place(s, from.Size()) {
			s.gone = true
			continue
		}
		kept = append(kept, s)
		n := uint32(len(a.vertex))
		for _, c := range [4][2]int{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
			a.vertex = append(a.vertex, ebiten.Vertex{
				DstX: float32(s.at.Min.X + c[0]*from.Dx()), DstY: float32(s.at.Min.Y + c[1]*from.Dy()),
				SrcX: float32(from.Min.X + c[0]*from.Dx()), SrcY: float32(from.Min.Y + c[1]*from.Dy()),
				ColorR: 1, ColorG: 1, ColorB: 1, ColorA: 1,
			})
		}
		a.index = append(a.index, n, n+1, n+2, n+1, n+3, n+2)
	}
	if len(kept) < len(a.slots) {
		a.forget()
	}
	a.slots = kept
	if old != nil {
		if len(a.index) > 0 {
			a.texture.DrawTriangles32(a.vertex, a.index, old, &ebiten.DrawTrianglesOptions{Blend: ebiten.BlendCopy})
		}
		old.Deallocate()
	}
}

// drop frees slots.
func (a *atlas) drop(gone func(*slot) bool) {
	mark := func(all []*slot) []*slot {
		return slices.DeleteFunc(all, func(s *slot) bool {
			s.gone = gone(s)
			if s.gone && s.texture != nil && s.texture != a.texture {
				s.texture.Deallocate()
			}
			return s.gone
		})
	}
	a.slots, a.own = mark(a.slots), mark(a.own)
	for _, s := range a.glyphs {
		s.gone = s.gone || gone(s)
	}
	for _, s := range a.paths {
		s.gone = s.gone || gone(s)
	}
	a.forget()
}

// forget takes slots that are gone out of the maps.
func (a *atlas) forget() {
	for k, s := range a.glyphs {
		if s.gone {
			delete(a.glyphs, k)
		}
	}
	for k, s := range a.paths {
		if s.gone {
			delete(a.paths, k)
		}
	}
	for k, s := range a.pictures {
		if s.gone {
			delete(a.pictures, k)
		}
	}
}
