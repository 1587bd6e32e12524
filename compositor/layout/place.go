package layout

import (
	"cellshell/gpu/paint"
	"cellshell/membrane/ui"
)

// cellFill tells whether a child fills its cell of a grid.
func (b *Box) cellFill(k *Box) bool {
	switch k.Node.Kind {
	case ui.KindIcon, ui.KindImage, ui.KindCanvas, ui.KindToggle:
		return b.Style.Align == "stretch"
	}
	return b.Style.Align == "" || b.Style.Align == "stretch"
}

// place gives a box its rectangle and its children theirs.
func (b *Box) place(r paint.Rect, clip paint.Rect, o *Options) {
	b.Rect, b.Clip = r, clip
	b.Inner = paint.Rect{X: r.X + b.pad.l, Y: r.Y + b.pad.t, W: max(0, r.W-b.pad.x()), H: max(0, r.H-b.pad.y())}
	b.Content, b.Scroll = b.Inner, paint.Point{}
	switch b.Node.Kind {
	case ui.KindRow:
		b.placeRow(clip, o)
	case ui.KindColumn:
		b.placeColumn(clip, o)
	case ui.KindGrid:
		b.placeGrid(clip, o)
	case ui.KindList:
		b.placeList(clip, o)
	case ui.KindScroll:
		b.placeScroll(clip, o)
	case ui.KindField, ui.KindArea, ui.KindText, ui.KindButton, ui.KindToggle:
		b.placeText(o)
	case ui.KindShader: // its fallback stands in its place, and so is as large; a mere word stands in the middle
		for _, k := range b.Kids {
			if len(k.Node.Children) == 0 && k.Style.Background == "" && k.Node.Kind != ui.KindCanvas {
				b.placeStacked(k, clip, o)
			} else {
				k.place(b.Inner, clip, o)
			}
		}
	default:
		for _, k := range b.Kids {
			b.placeStacked(k, clip, o)
		}
	}
}

// spread gives the items of a row or column their sizes in a length; the first begins at start, and step lies between two.
func (b *Box) spread(items []item, length float64) (start, step float64) {
	room := length - b.gap*float64(max(len(items)-1, 0))
	share(items, room)
	for _, it := range items {
		room -= it.size
	}
	return distribute(b.Style.Justify, room, b.gap, len(items))
}

func (b *Box) placeRow(clip paint.Rect, o *Options) {
	in := b.Inner
	items := b.items(0, nil)
	x, step := b.spread(items, in.W)
	x += in.X
	line := 0.0
	if b.Style.Align == "baseline" {
		for i, k := range b.Kids {
			line = max(line, k.baseline(items[i].size))
		}
	}
	align := b.Style.Align
	if align == "" {
		align = "center"
	}
	for i, k := range b.Kids {
		_, h := k.heights(items[i].size)
		y := in.Y
		switch {
		case k.tall(b.Style.Align):
			h = in.H
		case align == "baseline":
			y += line - k.baseline(items[i].size)
		default:
			if !k.pinned {
				lo, _ := k.heights(items[i].size)
				h = max(lo, min(h, in.H))
			}
			y += across(align, in.H-h)
		}
		k.place(paint.Rect{X: x, Y: y, W: items[i].size, H: h}, clip, o)
		x += items[i].size + step
	}
}

func (b *Box) placeColumn(clip paint.Rect, o *Options) {
	in := b.Inner
	items := b.items(1, func(k *Box) float64 { return b.kidWidth(k, in.W) })
	y, step := b.spread(items, in.H)
	y += in.Y
	for i, k := range b.Kids {
		w := b.kidWidth(k, in.W)
		k.place(paint.Rect{X: in.X + across(b.Style.Align, in.W-w), Y: y, W: w, H: items[i].size}, clip, o)
		y += items[i].size + step
	}
}

func (b *Box) placeGrid(clip paint.Rect, o *Options) {
	if len(b.Kids) == 0 {
		return
	}
	in := b.Inner
	cols := b.columns()
	b.shareColumns(cols, in.W)
	rows := b.gridRows(cols)
	room := in.H - b.gap*float64(len(rows)-1)
	for i := range rows {
		rows[i].grow = 1
	}
	share(rows, room)
	y := in.Y
	for r := range rows {
		x := in.X
		for c := range cols {
			if i := r*len(cols) + c; i < len(b.Kids) {
				b.placeCell(b.Kids[i], paint.Rect{X: x, Y: y, W: cols[c].size, H: rows[r].size}, clip, o)
			}
			x += cols[c].size + b.gap
		}
		y += rows[r].size + b.gap
	}
}

func (b *Box) placeCell(k *Box, cell, clip paint.Rect, o *Options) {
	align := b.Style.Align
	w := b.cellWidth(k, cell.W)
	_, h := k.heights(w)
	if b.cellFill(k) && !k.pinned && k.Style.Height == nil && k.Node.Kind != ui.KindText {
		h = max(h, cell.H)
	} else if align == "" {
		align = "center"
	}
	x := cell.X
	if align != "stretch" && k.Node.Kind != ui.KindText || align != "" && b.Style.Align != "" {
		x += across(align, cell.W-w)
	}
	y := cell.Y + across("center", cell.H-h)
	k.place(paint.Rect{X: x, Y: y, W: w, H: h}, clip, o)
}

// placeStacked places a child on top of its siblings: Align says where across, Justify where down.
func (b *Box) placeStacked(k *Box, clip paint.Rect, o *Options) {
	in := b.Inner
	w := b.stackWidth(k, in.W)
	lo, h := k.heights(w)
	if !k.pinned && k.Style.Height == nil && (k.grow() > 0 || b.Style.Align == "stretch" || b.Style.Align == "" && len(k.Kids) > 0) {
		h = max(lo, in.H)
	}
	h = max(lo, min(h, in.H))
	ax, ay := b.Style.Align, b.Style.Justify
	if ax == "" {
		ax = "center"
	}
	if ay == "" {
		ay = "center"
	}
	k.place(paint.Rect{X: in.X + across(ax, in.W-w), Y: in.Y + across(ay, in.H-h), W: w, H: h}, clip, o)
}

// baseline is how far below the top the first line of text stands, at a width.
func (b *Box) baseline(w float64) float64 {
	inner := max(0, w-b.pad.x())
	switch b.Node.Kind {
	case ui.KindText:
		return b.pad.t + b.block(inner).Lines[0].Baseline
	case ui.KindButton, ui.KindToggle, ui.KindField:
		_, h := b.heights(w)
		return (h-b.Font.Size*b.Font.Leading)/2 + b.block(inner).Lines[0].Baseline
	case ui.KindColumn:
		if len(b.Kids) > 0 {
			return b.pad.t + b.Kids[0].baseline(b.kidWidth(b.Kids[0], inner))
		}
	case ui.KindRow:
		if len(b.Kids) > 0 {
			items := b.items(0, nil)
			share(items, inner-b.gap*float64(len(items)-1))
			return b.pad.t + b.Kids[0].baseline(items[0].size)
		}
	}
	_, h := b.heights(w)
	return h
}
