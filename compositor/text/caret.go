package text

import (
	"math"

	"cellshell/gpu/paint"
)

// caret is where the insertion point stands before one rune of a line; lengths are logical pixels from the line's left.
type caret struct {
	at  int     // bytes from the line's start
	x   float64 // its leading edge
	end float64 // its trailing edge
	rtl bool
}

// closeCarets fills in the position after the last rune, and of runes without a glyph.
func (l *Line) closeCarets(rtl bool, width float64) {
	n := len(l.carets) - 1
	first, last := 0.0, width
	if rtl {
		first, last = width, 0
	}
	for i := range n {
		if l.carets[i].x < 0 {
			l.carets[i].x = first
			if i > 0 {
				l.carets[i].x = l.carets[i-1].end
			}
			l.carets[i].end = l.carets[i].x
		}
	}
	l.carets[n].x, l.carets[n].end = last, last
	if n > 0 {
		l.carets[n].x, l.carets[n].end = l.carets[n-1].end, l.carets[n-1].end
	}
}

func (l *Line) caretX(offset int) float64 {
	for _, c := range l.carets {
		if c.at >= offset {
			return c.x
		}
	}
	return l.W
}

// line is the index of the line a byte offset stands on; at a soft break it is the later line.
func (b *Block) line(offset int) int {
	for i := range b.Lines {
		l := &b.Lines[i]
		if offset < l.End || offset == l.End && (l.Break || i == len(b.Lines)-1) {
			return i
		}
	}
	return len(b.Lines) - 1
}

// Caret is where the insertion point stands before a byte of the text: its left end, top and height. The block must have
// been laid out with Edit.
func (b *Block) Caret(offset int) (x, top, height float64) {
	l := &b.Lines[b.line(offset)]
	return l.X + l.caretX(offset-l.Start), l.Top, l.H
}

// Index is the byte offset nearest to a point. The block must have been laid out with Edit.
func (b *Block) Index(x, y float64) int {
	i := 0
	for i < len(b.Lines)-1 && y >= b.Lines[i].Top+b.Lines[i].H {
		i++
	}
	return b.indexIn(i, x)
}

func (b *Block) indexIn(i int, x float64) int {
	l := &b.Lines[i]
	best, dist := l.Start, math.Inf(1)
	for k, c := range l.carets {
		if k == len(l.carets)-1 && k > 0 && !l.Break && i < len(b.Lines)-1 {
			break // that place belongs to the next line
		}
		if d := math.Abs(l.X + c.x - x); d < dist {
			best, dist = l.Start+c.at, d
		}
	}
	return best
}

// Up is the offset one line above, near x (the caret's own, or the one it had when the motion began); the start of the
// text on the first line.
func (b *Block) Up(offset int, x float64) int {
	if i := b.line(offset); i > 0 {
		return b.indexIn(i-1, x)
	}
	return 0
}

// Down is the offset one line below, near x; the end of the text on the last line.
func (b *Block) Down(offset int, x float64) int {
	if i := b.line(offset); i < len(b.Lines)-1 {
		return b.indexIn(i+1, x)
	}
	return len(b.text)
}

// LineBounds are the offsets of the first and the last place on the line of an offset.
func (b *Block) LineBounds(offset int) (start, end int) {
	i := b.line(offset)
	l := &b.Lines[i]
	end = l.End
	if !l.Break && i < len(b.Lines)-1 && len(l.carets) > 1 {
		end = l.Start + l.carets[len(l.carets)-2].at
	}
	return l.Start, end
}

// Select lists the rectangles that cover the bytes from to to; to a line feed it gives a narrow strip.
func (b *Block) Select(from, to int) []paint.Rect {
	var out []paint.Rect
	for i := range b.Lines {
		l := &b.Lines[i]
		if to < l.Start || from > l.End || from == to {
			continue
		}
		var r paint.Rect
		open := false
		for _, c := range l.carets[:max(len(l.carets)-1, 0)] {
			if at := l.Start + c.at; at < from || at >= to {
				continue
			}
			lo, hi := l.X+min(c.x, c.end), l.X+max(c.x, c.end)
			if open && lo <= r.X+r.W+0.01 && hi >= r.X-0.01 {
				r.X, r.W = min(r.X, lo), max(r.X+r.W, hi)-min(r.X, lo)
				continue
			}
			if open {
				out = append(out, r)
			}
			r, open = paint.Rect{X: lo, Y: l.Top, W: hi - lo, H: l.H}, true
		}
		if l.Break && to > l.End && from <= l.End {
			x := l.X + l.caretX(l.End-l.Start)
			if !open {
				r, open = paint.Rect{X: x, Y: l.Top, H: l.H}, true
			}
			r.W = max(r.W, x+l.H*0.25-r.X)
		}
		if open {
			out = append(out, r)
		}
	}
	return out
}
