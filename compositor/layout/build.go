package layout

import (
	"strings"
	"unicode/utf8"

	"cellshell/membrane/ui"
)

// build makes the box tree: styles merged, texts chosen, what is inherited handed down.
func build(n *ui.Node, parent *Box, o *Options) *Box {
	b := &Box{ID: n.ID, Node: n, Parent: parent, Style: n.Style, Text: n.Text, Tooltip: n.Tooltip, Dim: n.Disabled}
	if over, ok := o.Overrides[n.ID]; ok {
		b.Style = b.Style.Merge(over)
	}
	if parent == nil {
		if over, ok := o.Overrides[""]; ok {
			b.Style = b.Style.Merge(over)
		}
	} else {
		b.Accent, b.Color, b.Dim = parent.Accent, parent.Color, b.Dim || parent.Dim
		b.inherit = parent.inherit
	}
	if t, ok := o.TextOverrides[n.ID]; ok {
		b.Text = t
	}
	if t, ok := o.TooltipOverrides[n.ID]; ok {
		b.Tooltip = t
	}
	if b.isEditor() && o.Edited != nil {
		if t, ok := o.Edited(n.ID); ok {
			b.Text = t
		}
	}
	if a := b.Style.Accent; a != "" && a != "accent" {
		b.Accent = a
	}
	if b.Style.Color != "" {
		b.Color = b.Style.Color
	}
	b.hand()
	switch {
	case b.isEditor():
	case b.Style.Case == "upper":
		b.Text = strings.ToUpper(b.Text)
	case b.Style.Case == "lower":
		b.Text = strings.ToLower(b.Text)
	}
	b.Text = o.cut(b.Text)
	b.own = clamp(val(b.Style.Scale, 1), 0.1, 10)
	for _, kid := range n.Children {
		if kid != nil {
			b.Kids = append(b.Kids, build(kid, b, o))
		}
	}
	for _, k := range b.Kids {
		l := k.level
		if k.own != 1 {
			l++
		}
		b.level = max(b.level, l)
	}
	if b.level >= maxLevels {
		b.own = 1
	}
	return b
}

// maxLevels bounds how deep scaled nodes may be nested; the scales of the outer ones then do not count.
const maxLevels = 12

// maxText bounds the text that is laid out for one cell, bytes; what follows is left out. Nobody can read so much at once,
// and laying out all that a tree may hold would take half a minute.
const maxText = 128 << 10

// cut takes a text's part of what may still be laid out.
func (o *Options) cut(s string) string {
	room := maxText - o.spent
	o.spent += min(len(s), room)
	if len(s) <= room {
		return s
	}
	for room > 0 && !utf8.RuneStart(s[room]) {
		room--
	}
	return s[:room]
}

// hand sets what the children inherit, and takes from the parents what the node does not say itself.
func (b *Box) hand() {
	h := ui.Style{
		Size: b.Style.Size, Weight: b.Style.Weight, Italic: b.Style.Italic, Font: b.Style.Font,
		Tabular: b.Style.Tabular, Case: b.Style.Case, TextAlign: b.Style.TextAlign,
		LetterSpacing: b.Style.LetterSpacing, LineHeight: b.Style.LineHeight,
	}
	b.inherit = b.inherit.Merge(h)
	b.Style.Font, b.Style.Case = b.inherit.Font, b.inherit.Case
	b.Style.Size, b.Style.Tabular, b.Style.LetterSpacing = b.inherit.Size, b.inherit.Tabular, b.inherit.LetterSpacing
	if b.Node.Kind == ui.KindText || b.Node.Kind == ui.KindArea { // what has lines; a button is not taller for the text beside it
		b.Style.LineHeight = b.inherit.LineHeight
	}
	if b.Node.Kind == ui.KindText {
		b.Style.Weight, b.Style.Italic = b.inherit.Weight, b.inherit.Italic
		b.Style.TextAlign = b.inherit.TextAlign
		if b.Style.TextAlign == "" && b.Parent != nil && b.Parent.Node.Kind == ui.KindColumn && b.Parent.Style.Align == "center" {
			b.Style.TextAlign = "center"
		}
	}
}

func (b *Box) isEditor() bool { return b.Node.Kind == ui.KindField || b.Node.Kind == ui.KindArea }

// prepare sets what depends on the scale: the font, paddings and gaps. outer is the scale of the parent.
func (b *Box) prepare(outer float64, o *Options) {
	b.Scale, b.pinned = outer, false
	if b.active {
		b.Scale = clamp(outer*b.own, 0.01, 100)
		b.pinned = true
		b.pinW, b.pinH = b.base[0]*b.Scale, b.base[1]*b.Scale
	}
	b.widthOK, b.heightOK, b.Block = false, false, nil
	s := b.Scale
	size := clamp(val(b.Style.Size, fontSize(b.Node.Kind)), 1, 2000)
	b.Font = b.lettering(size, s)
	p := defaultPadding(b, o)
	if v := b.Style.Padding; v != nil {
		p = insets{*v, *v, *v, *v}
	}
	if v := b.Style.PadX; v != nil {
		p.l, p.r = *v, *v
	}
	if v := b.Style.PadY; v != nil {
		p.t, p.b = *v, *v
	}
	b.pad = insets{p.l * s, p.t * s, p.r * s, p.b * s}
	b.gap = val(b.Style.Gap, defaultGap(b.Node.Kind)) * s
	for _, k := range b.Kids {
		k.prepare(b.Scale, o)
	}
}
