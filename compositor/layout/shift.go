package layout

// Shift moves a box and all in it.
func (b *Box) Shift(dx, dy float64) {
	b.Rect.X, b.Rect.Y = b.Rect.X+dx, b.Rect.Y+dy
	b.Clip.X, b.Clip.Y = b.Clip.X+dx, b.Clip.Y+dy
	b.Inner.X, b.Inner.Y = b.Inner.X+dx, b.Inner.Y+dy
	b.Content.X, b.Content.Y = b.Content.X+dx, b.Content.Y+dy
	b.At.X, b.At.Y = b.At.X+dx, b.At.Y+dy
	for _, k := range b.Kids {
		k.Shift(dx, dy)
	}
}
