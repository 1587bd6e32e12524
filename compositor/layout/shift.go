package layout

// Shift moves a box and all in it.
func (b *Box) Shift(dx, dy float64) { b.shift(dx, dy, true) }

// shift moves a box; without clip what it is seen through stays where it is. Clips of containers inside always go along.
func (b *Box) shift(dx, dy float64, clip bool) {
	b.Rect.X, b.Rect.Y = b.Rect.X+dx, b.Rect.Y+dy
	b.Inner.X, b.Inner.Y = b.Inner.X+dx, b.Inner.Y+dy
	b.Content.X, b.Content.Y = b.Content.X+dx, b.Content.Y+dy
	b.At.X, b.At.Y = b.At.X+dx, b.At.Y+dy
	b.Extent.X, b.Extent.Y = b.Extent.X+dx, b.Extent.Y+dy
	if clip {
		b.Clip.X, b.Clip.Y = b.Clip.X+dx, b.Clip.Y+dy
	}
	for _, k := range b.Kids {
		if !clip {
			k.Clip = b.Clip
			if clips(b.Node.Kind) {
				k.Clip = b.Clip.Intersect(b.Rect)
			}
		}
		k.shift(dx, dy, clip)
	}
}
