package layout

import (
	"cellshell/compositor/text"
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// scrollBy takes the wanted offset of a container and keeps it within what there is to scroll.
func (b *Box) scrollBy(o *Options, w, h float64) {
	if o.Scrolled != nil {
		b.Scroll = o.Scrolled(b.ID)
	}
	b.Scroll.X = clamp(b.Scroll.X, 0, max(0, w-b.Inner.W))
	b.Scroll.Y = clamp(b.Scroll.Y, 0, max(0, h-b.Inner.H))
	b.Content = paint.Rect{X: b.Inner.X - b.Scroll.X, Y: b.Inner.Y - b.Scroll.Y, W: max(w, b.Inner.W), H: max(h, b.Inner.H)}
}

func (b *Box) placeScroll(clip paint.Rect, o *Options) {
	w, h := 0.0, 0.0
	for _, k := range b.Kids {
		kw := b.scrollWidth(k, b.Inner.W)
		_, kh := k.heights(kw)
		w, h = max(w, kw), max(h, kh)
	}
	b.scrollBy(o, w, h)
	clip = clip.Intersect(b.Rect)
	for _, k := range b.Kids {
		kw := b.scrollWidth(k, b.Inner.W)
		_, kh := k.heights(kw)
		if !k.pinned {
			kh = max(kh, b.Inner.H)
		}
		k.place(paint.Rect{X: b.Content.X, Y: b.Content.Y, W: kw, H: kh}, clip, o)
	}
}

func (b *Box) placeList(clip paint.Rect, o *Options) {
	dx, dy := ItemX*b.Scale, ItemY*b.Scale
	w := max(0, b.Inner.W-2*dx)
	h := 0.0
	for i, k := range b.Kids {
		_, kh := k.heights(b.itemWidth(k, w))
		h += kh + 2*dy
		if i > 0 {
			h += b.gap
		}
	}
	b.scrollBy(o, b.Inner.W, h)
	clip = clip.Intersect(b.Rect)
	y := b.Content.Y
	for _, k := range b.Kids {
		kw := b.itemWidth(k, w)
		_, kh := k.heights(kw)
		k.place(paint.Rect{X: b.Content.X + dx, Y: y + dy, W: kw, H: kh}, clip, o)
		y += kh + 2*dy + b.gap
	}
}

func (b *Box) itemWidth(k *Box, w float64) float64 {
	lo, pref := k.widths()
	if k.pinned || k.Style.Width != nil {
		return max(lo, min(pref, max(lo, w)))
	}
	return max(lo, w)
}

// placeText lays out the text of a leaf and puts it where it will be painted; editors scroll to show their cursor.
func (b *Box) placeText(o *Options) {
	in := b.Inner
	switch b.Node.Kind {
	case ui.KindText:
		b.Block = b.block(in.W)
		b.At = paint.Point{X: in.X, Y: in.Y + max(0, in.H-b.Block.H)*verticalShare(b)}
		return
	case ui.KindButton, ui.KindToggle:
		b.placeLabel()
		return
	}
	b.Block = b.block(in.W)
	w, h := b.Block.W, b.Block.H
	b.scrollBy(o, w+2*b.Scale, h)
	rtl := b.Node.Kind == ui.KindField && b.Block.RightToLeft()
	if rtl && b.Scroll.X == 0 { // its beginning shows
		b.Scroll.X = max(0, w+2*b.Scale-in.W)
	}
	if o.Cursor != nil {
		if at, ok := o.Cursor(b.ID); ok {
			b.reveal(at)
		}
	}
	b.At = paint.Point{X: in.X - b.Scroll.X, Y: in.Y - b.Scroll.Y}
	if b.Node.Kind == ui.KindField {
		b.At.Y = in.Y + (in.H-h)/2
		if rtl {
			b.At.X += max(0, in.W-w-2*b.Scale)
		}
	}
	b.Content = paint.Rect{X: b.At.X, Y: b.At.Y, W: max(w, in.W), H: max(h, in.H)}
}

// verticalShare is how much of the spare height stands above a text: its block is centred in a box stretched by others.
func verticalShare(b *Box) float64 {
	if b.Parent != nil && b.Parent.Node.Kind == ui.KindColumn {
		return 0
	}
	return 0.5
}

func (b *Box) placeLabel() {
	in := b.Inner
	room := in.W
	lead := 0.0
	switch {
	case b.Node.Kind == ui.KindToggle:
		room = max(0, in.W-(SwitchW+12)*b.Scale)
	case b.Node.Icon != "":
		lead = ButtonIcon * b.Scale
		if b.Text != "" {
			lead += 8 * b.Scale
		}
	}
	b.Block = text.Layout(text.Params{Text: b.Text, Style: b.Font, Width: max(room-lead, 0.5), Lines: 1})
	x := in.X
	if b.Node.Kind == ui.KindButton {
		switch b.Style.TextAlign {
		case "start":
		case "end":
			x += max(0, in.W-lead-b.Block.W)
		default:
			x += max(0, in.W-lead-b.Block.W) / 2
		}
	}
	b.At = paint.Point{X: x + lead, Y: in.Y + (in.H-b.Block.H)/2}
}

// reveal scrolls an editor so that its cursor is seen.
func (b *Box) reveal(at int) {
	x, top, h := b.Block.Caret(min(max(at, 0), len(b.Text)))
	if x < b.Scroll.X {
		b.Scroll.X = x
	} else if x > b.Scroll.X+b.Inner.W-b.Scale {
		b.Scroll.X = x - b.Inner.W + b.Scale
	}
	if b.Node.Kind == ui.KindField {
		return
	}
	b.Scroll.X = 0
	if top < b.Scroll.Y {
		b.Scroll.Y = top
	} else if top+h > b.Scroll.Y+b.Inner.H {
		b.Scroll.Y = top + h - b.Inner.H
	}
}
