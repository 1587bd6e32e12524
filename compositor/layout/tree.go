package layout

import (
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// Tree lays out a tree whose nodes have their ids (see ui.Identify). It never fails: a node without room is simply small.
func Tree(root *ui.Node, o Options) *Box {
	if !(o.Scale > 0) {
		o.Scale = 1
	}
	b := build(root, nil, &o)
	levels := b.level
	if b.own != 1 {
		levels++
	}
	for pass := 0; ; pass++ {
		b.activate(pass)
		b.prepare(o.Scale, &o)
		b.solve(&o)
		if pass == levels {
			b.offset(b.Rect)
			return b
		}
		b.remember(pass, o.Scale)
	}
}

// activate lets the scales of the nodes below a level count.
func (b *Box) activate(pass int) {
	b.active = b.own != 1 && b.level < pass
	for _, k := range b.Kids {
		k.activate(pass)
	}
}

// remember keeps the size of the nodes whose scale counts from the next pass on. No scale around them counts yet.
func (b *Box) remember(pass int, scale float64) {
	if b.own != 1 && b.level == pass {
		b.base = [2]float64{b.Rect.W / scale, b.Rect.H / scale}
	}
	for _, k := range b.Kids {
		k.remember(pass, scale)
	}
}

// solve finds the root's size and places everything.
func (b *Box) solve(o *Options) {
	least, wanted := b.widths()
	w := o.W
	switch {
	case b.pinned && !o.Panel:
		w = b.pinW
	case w <= 0:
		w = wanted
		if o.MaxW > 0 {
			w = min(w, o.MaxW)
		}
		w = max(w, least)
	case !o.Fixed:
		w = max(w, least)
	}
	lo, pref := b.heights(w)
	h := o.H
	switch {
	case b.pinned:
		h = b.pinH
	case h <= 0:
		h = pref
	default:
		h = max(h, lo)
	}
	clip := o.Clip
	if clip.W <= 0 || clip.H <= 0 {
		clip = paint.Rect{X: o.X, Y: o.Y, W: w, H: h}
	}
	b.place(paint.Rect{X: o.X, Y: o.Y, W: w, H: h}, clip, o)
	if o.Fixed && o.W > 0 && o.H > 0 {
		b.scrollAll(o)
	}
}

// scrollAll finds what a root of fixed size covers, and shifts everything as far as it is scrolled.
func (b *Box) scrollAll(o *Options) {
	right, bottom := b.Rect.X+b.Rect.W, b.Rect.Y+b.Rect.H
	for _, k := range b.Kids {
		r, d := k.reach()
		right, bottom = max(right, r+b.pad.r), max(bottom, d+b.pad.b)
	}
	if clips(b.Node.Kind) {
		right, bottom = b.Rect.X+b.Rect.W, b.Rect.Y+b.Rect.H
	}
	b.Extent = paint.Rect{X: o.X, Y: o.Y, W: right - o.X, H: bottom - o.Y}
	if o.Scrolled == nil {
		return
	}
	s := o.Scrolled("")
	dx, dy := clamp(s.X, 0, max(0, b.Extent.W-o.W)), clamp(s.Y, 0, max(0, b.Extent.H-o.H))
	if dx != 0 || dy != 0 {
		b.shift(-dx, -dy, false)
	}
}

// clips tells whether a kind never shows anything outside itself.
func clips(k ui.Kind) bool {
	return k == ui.KindScroll || k == ui.KindList || k == ui.KindCanvas || k == ui.KindShader
}

// reach is how far a box and all in it go to the right and down.
func (b *Box) reach() (right, bottom float64) {
	right, bottom = b.Rect.X+b.Rect.W, b.Rect.Y+b.Rect.H
	if clips(b.Node.Kind) {
		return right, bottom
	}
	for _, k := range b.Kids {
		r, d := k.reach()
		right, bottom = max(right, r), max(bottom, d)
	}
	return right, bottom
}
