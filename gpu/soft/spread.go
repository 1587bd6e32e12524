package soft

import (
	"image"
	"slices"

	"cellshell/gpu/paint"
)

// spread is where a picture changes when what is painted in an area does, as blurs carry it on, and what has to be painted
// again for that, as they see what lies around.
func spread(s *paint.Scene, damage, all image.Rectangle) (changed, needed image.Rectangle) {
	if damage.Empty() {
		return damage, damage
	}
	changed = damage
	for _, op := range s.Ops {
		if b, ok := op.(paint.Backdrop); ok {
			at, far := blurs(&b, s.Scale, all)
			changed = changed.Union(at.Intersect(changed.Inset(-far)))
		}
	}
	needed = changed
	for _, op := range slices.Backward(s.Ops) {
		if b, ok := op.(paint.Backdrop); ok {
			at, far := blurs(&b, s.Scale, all)
			if part := at.Intersect(needed); !part.Empty() {
				needed = needed.Union(part.Inset(-far).Intersect(all))
			}
		}
	}
	return changed, needed
}

// blurs is where a backdrop draws, and how far it sees.
func blurs(b *paint.Backdrop, scale float64, all image.Rectangle) (at image.Rectangle, far int) {
	return newShape(b.Rect, b.Radius, scale).bounds().Intersect(all), Reach(b.Blur * scale)
}

// Grow widens an area of a scene, device pixels, until all that its backdrops blur and see lies in it: drawn again as a whole, it
// needs nothing of what was there.
func Grow(s *paint.Scene, area, all image.Rectangle) image.Rectangle {
	if area.Empty() {
		return area
	}
	for changed := true; changed; {
		changed = false
		for _, op := range s.Ops {
			b, ok := op.(paint.Backdrop)
			if !ok {
				continue
			}
			at, far := blurs(&b, s.Scale, all)
			if at.Empty() {
				continue
			}
			if reads := at.Inset(-far).Intersect(all); reads.Overlaps(area) && !reads.In(area) {
				area, changed = area.Union(reads), true
			}
		}
	}
	return area
}
