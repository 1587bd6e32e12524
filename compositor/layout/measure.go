package layout

import (
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
		least, wanted = text.MinWidth(b.measured(), b.Font), b.textWidth()
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
			if b.Legend() {
				least, wanted = 180*s, 220*s
			}
		}
	case ui.KindImage, ui.KindCanvas:
		w, _ := b.picture()
		least, wanted = min(w, 16*s), w
		if b.Node.Kind == ui.KindCanvas {
			least = w
		}
	case ui.KindShader:
		w, _ := b.shaded()
		least, wanted = b.inside()
		wanted = max(wanted, w)
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

// shaded is the wanted size of a shader, whatever its fallback takes.
func (b *Box) shaded() (w, h float64) {
	w, h = b.Node.Box[0], b.Node.Box[1]
	if w <= 0 {
		w = ShaderW
	}
	if h <= 0 {
		h = ShaderH
	}
	return clamp(w, 0, 1e4) * b.Scale, clamp(h, 0, 1e4) * b.Scale
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
			k := min(1, max(ImageMost, val(b.Style.MaxWidth, 0))/max(iw, ih))
			iw, ih = iw*k, ih*k
		}
		w, h = iw, ih
	}
	if sw := b.Style.Width; sw != nil && w > 0 && b.Style.Height == nil {
		h, w = h*(*sw)/w, *sw
	}
	return clamp(w, 0, 1e4) * b.Scale, clamp(h, 0, 1e4) * b.Scale
}
