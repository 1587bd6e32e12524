package layout

import "cellshell/gpu/paint"

// offset draws the nodes that say so beside their place, in pixels of what they are in. It comes after everything has its
// place, so nothing else moves for it; no node leaves the root further than it stood out of it.
func (b *Box) offset(root paint.Rect) {
	for _, k := range b.Kids {
		dx, dy := val(k.Style.OffsetX, 0)*b.Scale, val(k.Style.OffsetY, 0)*b.Scale
		if dx != 0 || dy != 0 {
			dx = clamp(dx, min(0, root.X-k.Rect.X), max(0, root.X+root.W-k.Rect.X-k.Rect.W))
			dy = clamp(dy, min(0, root.Y-k.Rect.Y), max(0, root.Y+root.H-k.Rect.Y-k.Rect.H))
			k.shift(dx, dy, false)
		}
		k.offset(root)
	}
}
