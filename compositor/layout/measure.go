package layout

import (
	"math"

	"cellshell/compositor/text"
	"cellshell/membrane/ui"
)

// widths is the least and the wanted width, padding included.
func (b *Box) widths() (least, wanted float64) {
	if b.widthOK {
		return b.minW, b.prefW
	}
	b.widthOK = true
	s := b.Scale
	if w := b.Style.Width; w != nil && !b.pinned {
		b.minW = max(0, *w) * s
		b.prefW = b.minW
	} else {
		lo, hi := b.content()
		lo, hi = lo+b.pad.x(), hi+b.pad.x()
		if b.pinned {
			lo, hi = b.pinW, b.pinW
		}
		b.minW, b.prefW = lo, max(lo, hi)
	}
	if !b.pinned {
		if v := b.Style.MaxWidth; v != nil {
			b.minW, b.prefW = min(b.minW, *v*s), min(b.prefW, *v*s)
		}
		if v := b.Style.MinWidth; v != nil {
			b.minW, b.prefW = max(b.minW, *v*s), max(b.prefW, *v*s)
		}
	}
	return b.minW, b.prefW
}

// content is the least and the wanted width of what is inside.
func (b *Box) content() (least, wanted float64) {
	s := b.Scale
	switch b.Node.Kind {
	case ui.KindText:
		least, wanted = text.MinWidth(b.Text, b.Font), b.textWidth()
		if lines := b.lines(); lines == 1 {
			least = min(wanted, 2*b.Font.Size)
		}
	case ui.KindButton:
		wanted = b.textWidth()
		if b.Node.Icon != "" {
			wanted += ButtonIcon * s
			if b.Text != "" {
				wanted += 8 * s
			}
		}
		wanted = max(wanted, ButtonHeight*s-b.pad.x())
		least = wanted
	case ui.KindToggle:
		least, wanted = SwitchW*s, SwitchW*s
		if b.Text != "" {
			wanted += 12*s + b.textWidth()
			least += 12*s + min(b.textWidth(), 3*b.Font.Size)
		}
	case ui.KindSlider:
		least, wanted = 64*s, max(160*s, b.labelWidth())
	case ui.KindProgress:
		least, wanted = 48*s, max(160*s, b.labelWidth())
		if b.Style.Variant == "ring" {
			least, wanted = RingSize*s, RingSize*s
		}
	case ui.KindField:
		least, wanted = 64*s, FieldW*s
	case ui.KindArea:
		least, wanted = 80*s, 260*s
	case ui.KindChart:
		least, wanted = 64*s, ChartW*s
		if b.Style.Variant == "ring" {
			least, wanted = ChartH*s, ChartH*s
			if b.legend() {
				least, wanted = 180*s, 220*s
			}
		}
	case ui.KindImage, ui.KindCanvas:
		w, _ := b.picture()
		least, wanted = min(w, 16*s), w
		if b.Node.Kind == ui.KindCanvas {
			least = w
		}
	case ui.KindIcon:
		least = val(b.Style.Size, IconSize) * s
		wanted = least
	case ui.KindDivider:
		least, wanted = s, s
	case ui.KindSpacer:
	default:
		return b.inside()
	}
	return least, wanted
}

// inside is content for containers.
func (b *Box) inside() (least, wanted float64) {
	switch b.Node.Kind {
	case ui.KindRow:
		for i, k := range b.Kids {
			lo, hi := k.widths()
			if i > 0 {
				lo, hi = lo+b.gap, hi+b.gap
			}
			least, wanted = least+lo, wanted+hi
		}
		return least, wanted
	case ui.KindGrid:
		for i, c := range b.columns() {
			if i > 0 {
				least, wanted = least+b.gap, wanted+b.gap
			}
			least, wanted = least+c.min, wanted+c.pref
		}
		return least, wanted
	}
	for _, k := range b.Kids {
		lo, hi := k.widths()
		least, wanted = max(least, lo), max(wanted, hi)
	}
	if b.Node.Kind == ui.KindList {
		least, wanted = least+2*ItemX*b.Scale, wanted+2*ItemX*b.Scale
	}
	if b.Node.Kind == ui.KindScroll {
		least = min(least, 80*b.Scale)
	}
	return least, wanted
}

// heights is the least and the wanted height at a width, padding included.
func (b *Box) heights(w float64) (least, wanted float64) {
	if b.heightOK && b.forWidth == w {
		return b.minH, b.prefH
	}
	s := b.Scale
	var lo, hi float64
	switch {
	case b.pinned:
		lo, hi = b.pinH, b.pinH
	case b.Style.Height != nil && !b.pinned:
		lo = max(0, *b.Style.Height) * s
		hi = lo
	default:
		lo, hi = b.contentHeight(max(0, w-b.pad.x()))
		lo, hi = lo+b.pad.y(), hi+b.pad.y()
	}
	if !b.pinned {
		if v := b.Style.MaxHeight; v != nil {
			lo, hi = min(lo, *v*s), min(hi, *v*s)
		}
		if v := b.Style.MinHeight; v != nil {
			lo, hi = max(lo, *v*s), max(hi, *v*s)
		}
	}
	b.heightOK, b.forWidth, b.minH, b.prefH = true, w, lo, max(lo, hi)
	return b.minH, b.prefH
}

// contentHeight is the least and the wanted height of what is inside, given its width.
func (b *Box) contentHeight(w float64) (least, wanted float64) {
	s := b.Scale
	line := b.Font.Size * b.Font.Leading
	one := func(v float64) (float64, float64) { return v, v }
	switch b.Node.Kind {
	case ui.KindText:
		return one(b.block(w).H)
	case ui.KindButton:
		return one(max(line, ButtonHeight*s-b.pad.y(), b.iconHeight()))
	case ui.KindToggle:
		return one(max(line, SwitchH*s))
	case ui.KindSlider:
		return one(SliderH*s + b.labelHeight())
	case ui.KindProgress:
		if b.Style.Variant == "ring" {
			return one(max(RingSize*s, w))
		}
		return one(BarH*s + b.labelHeight())
	case ui.KindField:
		return one(max(line, ButtonHeight*s-b.pad.y()))
	case ui.KindArea:
		return min(2*line, AreaH*s), max(AreaH*s-b.pad.y(), b.block(w).H)
	case ui.KindChart:
		if b.legend() && b.Style.Variant != "ring" {
			return 48*s + LegendH*s, ChartH*s + LegendH*s
		}
		return one(ChartH * s)
	case ui.KindImage, ui.KindCanvas:
		pw, ph := b.picture()
		if pw > 0 && w < pw {
			ph *= w / pw
		}
		return one(ph)
	case ui.KindIcon:
		return one(val(b.Style.Size, IconSize) * s)
	case ui.KindDivider:
		return one(s)
	case ui.KindSpacer:
		return 0, 0
	}
	return b.insideHeight(w)
}

// insideHeight is contentHeight for containers.
func (b *Box) insideHeight(w float64) (least, wanted float64) {
	gaps := b.gap * float64(max(len(b.Kids)-1, 0))
	switch b.Node.Kind {
	case ui.KindRow:
		items := b.items(0, nil)
		share(items, w-gaps)
		for i, k := range b.Kids {
			lo, hi := k.heights(items[i].size)
			least, wanted = max(least, lo), max(wanted, hi)
		}
	case ui.KindColumn:
		for _, k := range b.Kids {
			lo, hi := k.heights(b.kidWidth(k, w))
			least, wanted = least+lo, wanted+hi
		}
		least, wanted = least+gaps, wanted+gaps
	case ui.KindGrid:
		cols := b.columns()
		b.shareColumns(cols, w)
		for i, r := range b.gridRows(cols) {
			if i > 0 {
				least, wanted = least+b.gap, wanted+b.gap
			}
			least, wanted = least+r.min, wanted+r.pref
		}
	case ui.KindList:
		for i, k := range b.Kids {
			_, hi := k.heights(max(0, w-2*ItemX*b.Scale))
			wanted += hi + 2*ItemY*b.Scale
			if i > 0 {
				wanted += b.gap
			}
		}
		least = min(wanted, 72*b.Scale)
	case ui.KindScroll:
		for _, k := range b.Kids {
			_, hi := k.heights(b.scrollWidth(k, w))
			wanted = max(wanted, hi)
		}
		least = min(wanted, 72*b.Scale)
	default:
		for _, k := range b.Kids {
			lo, hi := k.heights(b.stackWidth(k, w))
			least, wanted = max(least, lo), max(wanted, hi)
		}
	}
	return least, wanted
}

func (b *Box) scrollWidth(k *Box, w float64) float64 {
	lo, pref := k.widths()
	if k.pinned {
		return pref
	}
	return max(lo, w)
}

func (b *Box) stackWidth(k *Box, w float64) float64 {
	lo, pref := k.widths()
	if !k.pinned && k.Style.Width == nil && (k.grow() > 0 || b.Style.Align == "stretch" || b.Style.Align == "" && len(k.Kids) > 0) {
		return max(lo, w)
	}
	return clamp(pref, lo, max(lo, w))
}

// picture is the wanted size of an image or canvas.
func (b *Box) picture() (w, h float64) {
	w, h = b.Node.Box[0], b.Node.Box[1]
	if b.Node.Kind == ui.KindImage && (w <= 0 || h <= 0) {
		iw, ih := ImageSize(b.Node.Data)
		switch {
		case iw == 0 || ih == 0:
			iw, ih = 96, 96
		case w > 0:
			iw, ih = w, ih*w/iw
		case h > 0:
			iw, ih = iw*h/ih, h
		default:
			k := min(1, 320/math.Max(iw, ih))
			iw, ih = iw*k, ih*k
		}
		w, h = iw, ih
	}
	if sw := b.Style.Width; sw != nil && w > 0 && b.Style.Height == nil {
		h, w = h*(*sw)/w, *sw
	}
	return clamp(w, 0, 1e4) * b.Scale, clamp(h, 0, 1e4) * b.Scale
}
