package layout

import "cellshell/membrane/ui"

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
		if b.Legend() && b.Style.Variant != "ring" {
			return 48*s + LegendH*s, ChartH*s + LegendH*s
		}
		return one(ChartH * s)
	case ui.KindImage, ui.KindCanvas:
		pw, ph := b.picture()
		if pw > 0 && w < pw {
			ph *= w / pw
		}
		return one(ph)
	case ui.KindShader:
		least, wanted := b.insideHeight(w)
		_, h := b.shaded()
		return least, max(wanted, h)
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
		if b.Style.Align == "baseline" {
			above, below := 0.0, 0.0
			for i, k := range b.Kids {
				_, h := k.heights(items[i].size)
				line := k.baseline(items[i].size)
				above, below = max(above, line), max(below, h-line)
			}
			wanted = max(wanted, above+below)
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
