package text

import (
	"strings"

	"cellshell/gpu/paint"
	"cellshell/internal/fonts"
)

// Params says what to lay out.
type Params struct {
	Text  string
	Style Style
	Width float64 // lines wrap here; 0 or less: only at line feeds
	Lines int     // at most so many, then an ellipsis; 0: any number
	Align Align
	Edit  bool // for an editor: trailing spaces count, and carets are known
}

// Block is laid-out text. Positions are logical pixels from its top left.
type Block struct {
	W, H      float64 // of the widest line, of all lines
	Lines     []Line  // at least one
	Truncated bool    // an ellipsis stands for the rest
	text      string
}

// Line is one line of a block.
type Line struct {
	X, Top, W, H float64
	Baseline     float64
	Start, End   int // bytes of the text, without the line feed
	Runs         []Run
	Break        bool // ends in a line feed, or the text ends here
	rtl          bool
	carets       []caret
}

// Run is a stretch of glyphs of one font, ready to paint.
type Run struct {
	Font   paint.FontID
	Size   float64
	Glyphs []paint.Glyph
}

// Layout lays out text. The same Params give the same Block, which is shared: read it only.
func Layout(p Params) *Block {
	if p.Width < 0 {
		p.Width = 0
	}
	if p.Style.Leading == 0 {
		p.Style.Leading = Leading(p.Style.Size)
	}
	shared.mu.Lock()
	defer shared.mu.Unlock()
	if b, ok := shared.blocks.get(p); ok {
		return b
	}
	b := shared.layout(p)
	shared.blocks.put(p, b, 400+len(p.Text)*40)
	return b
}

// MinWidth is the width of the widest piece of text that cannot be broken, logical pixels.
func MinWidth(s string, style Style) float64 {
	shared.mu.Lock()
	defer shared.mu.Unlock()
	w := 0.0
	for line := range strings.SplitSeq(s, "\n") {
		w = max(w, shared.shape(keyOf(line, style)).widest)
	}
	return w * style.Size
}

func keyOf(line string, s Style) shapeKey {
	return shapeKey{strings.TrimSuffix(line, "\r"), s.Font(), s.Tabular && !s.Mono, s.Tracking}
}

func (e *engine) layout(p Params) *Block {
	b := &Block{text: p.Text}
	size := p.Style.Size
	if !(size > 0) {
		size = 1
	}
	m := fonts.Metrics(string(p.Style.Font()))
	lineH := p.Style.Leading * size
	base := (lineH-(m.Ascent+m.Descent)*size)/2 + m.Ascent*size
	offset := 0
	for para := range strings.SplitSeq(p.Text, "\n") {
		s := e.shape(keyOf(para, p.Style))
		spans := s.wrap(p.Width / size)
		for i, sp := range spans {
			last := i == len(spans)-1
			more := !last || offset+len(para) < len(p.Text)
			cut := p.Lines > 0 && len(b.Lines) == p.Lines-1 && more
			l := Line{Top: float64(len(b.Lines)) * lineH, H: lineH, Start: offset + s.bytes[sp.from], End: offset + s.bytes[sp.to], Break: last, rtl: s.rtl}
			l.Baseline = l.Top + base
			if cut {
				e.ellipsize(&l, s, sp, p, size)
				b.Truncated = true
			} else {
				s.place(&l, sp, size, p.Edit)
			}
			b.Lines = append(b.Lines, l)
			b.W = max(b.W, l.W)
			if cut {
				b.finish(p)
				return b
			}
		}
		offset += len(para) + 1
	}
	b.finish(p)
	return b
}

// finish aligns the lines and totals the height.
func (b *Block) finish(p Params) {
	width := b.W
	if p.Width > 0 {
		width = p.Width
	}
	for i := range b.Lines {
		l := &b.Lines[i]
		b.H += l.H
		switch {
		case p.Align == Center:
			l.X = (width - l.W) / 2
		case (p.Align == End) != l.rtl:
			l.X = width - l.W
		}
		if p.Edit {
			l.X = max(l.X, 0)
		}
	}
}
