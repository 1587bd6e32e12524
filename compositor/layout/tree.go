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
	case b.pinned && !o.Fixed:
		w = b.pinW
	case w <= 0:
		w = wanted
		if o.MaxW > 0 {
			w = min(w, o.MaxW)
		}
		w = max(w, least)
	default:
		w = max(w, least)
	}
	lo, pref := b.heights(w)
	h := o.H
	switch {
	case b.pinned && !o.Fixed:
		h = b.pinH
	case h <= 0:
		h = pref
	default:
		h = max(h, lo)
	}
	x, y := o.X, o.Y
	if o.Fixed && o.Scrolled != nil && (w > o.W || h > o.H) && o.W > 0 && o.H > 0 {
		s := o.Scrolled("")
		x -= clamp(s.X, 0, w-o.W)
		y -= clamp(s.Y, 0, h-o.H)
	}
	clip := o.Clip
	if clip.W <= 0 || clip.H <= 0 {
		clip = paint.Rect{X: x, Y: y, W: w, H: h}
	}
	b.place(paint.Rect{X: x, Y: y, W: w, H: h}, clip, o)
}
