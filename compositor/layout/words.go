package layout

import (
	"bytes"
	"image"
	_ "image/jpeg" // pictures of cells are PNG or JPEG
	_ "image/png"
	"unicode/utf8"

	"cellshell/compositor/text"
	"cellshell/membrane/ui"
)

func (b *Box) lines() int {
	if b.Style.Lines == nil {
		return 0
	}
	return max(0, *b.Style.Lines)
}

func (b *Box) align() text.Align {
	switch b.Style.TextAlign {
	case "center":
		return text.Center
	case "end":
		return text.End
	}
	return text.Start
}

// maxMeasured bounds what of a text with a limited number of lines is measured, bytes. It is wider than any screen.
const maxMeasured = 4 << 10

// measured is the text that says how wide the node wants to be.
func (b *Box) measured() string {
	if len(b.Text) <= maxMeasured || b.lines() == 0 {
		return b.Text
	}
	at := maxMeasured
	for at > 0 && !utf8.RuneStart(b.Text[at]) {
		at--
	}
	return b.Text[:at]
}

// textWidth is the width of the node's text on lines of its own.
func (b *Box) textWidth() float64 {
	return text.Layout(text.Params{Text: b.measured(), Style: b.Font}).W
}

// block lays the node's text out in a width.
func (b *Box) block(w float64) *text.Block {
	p := text.Params{Text: b.Text, Style: b.Font, Width: max(w, 0.5), Lines: b.lines(), Align: b.align()}
	switch b.Node.Kind {
	case ui.KindArea:
		p.Edit, p.Lines = true, 0
	case ui.KindField:
		p.Edit, p.Lines, p.Width = true, 0, 0
	}
	return text.Layout(p)
}

func (b *Box) iconHeight() float64 {
	if b.Node.Icon == "" {
		return 0
	}
	return ButtonIcon * b.Scale
}

func (b *Box) labelWidth() float64 {
	if b.Text == "" {
		return 0
	}
	return b.textWidth() + 56*b.Scale
}

func (b *Box) labelHeight() float64 {
	if b.Text == "" {
		return 0
	}
	return b.Font.Size*b.Font.Leading + 4*b.Scale
}

// Legend tells whether a chart names its series.
func (b *Box) Legend() bool {
	for _, s := range b.Node.Series {
		if s.Name != "" && len(b.Node.Series) > 1 {
			return true
		}
	}
	return false
}

// MaxImage bounds a picture's pixels: a small file must not unpack to gigabytes.
const MaxImage = 24 << 20

// ImageSize is the size of a picture in its own pixels; zeroes for what cannot be shown.
func ImageSize(data []byte) (w, h float64) {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || c.Width <= 0 || c.Height <= 0 || c.Width > MaxImage/c.Height {
		return 0, 0
	}
	return float64(c.Width), float64(c.Height)
}
