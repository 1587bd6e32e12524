package text

import (
	"strings"
	"unicode/utf8"

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

// Run is a stretch of glyphs of one font, ready to paint: from the left of their line, and from its baseline.
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
	shared.blocks.put(p, b, 400+len(p.Text)+len(b.Lines)*200)
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

// RightToLeft says that reading starts at the right: the first letter is of such a script.
func (b *Block) RightToLeft() bool { return b.Lines[0].rtl }

func keyOf(line string, s Style) shapeKey {
	return shapeKey{strings.TrimSuffix(line, "\r"), s.Font(), s.Tabular && !s.Mono, s.Tracking}
}

func (e *engine) layout(p Params) *Block {
	most := strings.Count(p.Text, "\n")*5/4 + 2
	if p.Lines > 0 {
		most = min(most, p.Lines)
	}
	b := &Block{text: p.Text, Lines: make([]Line, 0, most)}
	size := p.Style.Size
	if !(size > 0) {
		size = 1
	}
	m := fonts.Metrics(string(p.Style.Font()))
	lineH := p.Style.Leading * size
	base := (lineH-(m.Ascent+m.Descent)*size)/2 + m.Ascent*size
	offset := 0
	for para := range strings.SplitSeq(p.Text, "\n") {
		seen := p.seen(para)
		piece, from := e.lay(keyOf(seen, p.Style), size, p.Width, p.Edit), len(b.Lines)
		whole := len(seen) == len(para)
		if n := from + len(piece); p.Lines == 0 || whole && (n < p.Lines || n == p.Lines && offset+len(para) == len(p.Text)) {
			b.Lines = append(b.Lines, piece...)
		} else {
			at := min(p.Lines-from, len(piece)) - 1
			b.Lines = append(b.Lines, piece[:at]...)
			b.Lines = append(b.Lines, e.ellipsis(seen, p, size, piece[at].Start))
			b.Truncated = true
		}
		for i := from; i < len(b.Lines); i++ {
			l := &b.Lines[i]
			l.Top, l.H = float64(i)*lineH, lineH
			l.Baseline = l.Top + base
			l.Start, l.End = l.Start+offset, l.End+offset
			b.W = max(b.W, l.W)
		}
		if b.Truncated {
			break
		}
		offset += len(para) + 1
	}
	b.finish(p)
	return b
}

// narrow is how many bytes a line may hold for each em of its width: more than any text that can be read.
const narrow = 32

// seen is the part of a paragraph that can be seen when the lines are counted: the rest need not be shaped.
func (p Params) seen(para string) string {
	if p.Lines == 0 || !(p.Width > 0) || !(p.Style.Size > 0) {
		return para
	}
	most := float64(p.Lines) * (p.Width/p.Style.Size*narrow + 64)
	if most >= float64(len(para)) {
		return para
	}
	at := int(most)
	for at > 0 && !utf8.RuneStart(para[at]) {
		at--
	}
	return para[:at]
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
