package compositor

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"cellshell/compositor/text"
	"cellshell/gpu/paint"
	"cellshell/tissue"
)

// notice is a warning about a cell, laid out with an icon.
type notice struct {
	block           *text.Block
	w, h, icon, pad float64
	gap             float64 // between icon and words
}

// noticeOf lays a warning out in a width, in so many lines at most.
func noticeOf(why string, s, width float64, lines int) notice {
	n := notice{icon: 16 * s, pad: 12 * s, gap: 8 * s}
	st := text.Style{Size: 12 * s, Weight: 500, Leading: 1.4}
	n.block = text.Layout(text.Params{Text: sentence(why), Style: st, Width: max(width-2*n.pad-n.icon-n.gap, 1), Lines: lines})
	n.w, n.h = n.block.W+n.icon+n.gap+2*n.pad, max(n.block.H, n.icon)+16*s
	return n
}

// remark paints what somebody should know of a cell that runs: beside the cell where that covers nothing, else on it.
func (p *painter) remark(c *Placed, why string) {
	const gap, least = 8, 320
	r, s := c.Bounds, c.Scale
	n := noticeOf(why, s, max(r.W, least*s), 2)
	x := max(min(r.X+(r.W-n.w)/2, p.l.W-n.w-gap), gap)
	for _, y := range []float64{r.Y + r.H + gap*s, r.Y - n.h - gap*s} {
		if box := (paint.Rect{X: x, Y: y, W: n.w, H: n.h}); p.free(c, box) {
			p.boxed(n, p.snap(box), s)
			return
		}
	}
	p.add(paint.PushClip{Rect: p.snap(r), Radius: frameRadius(c)})
	p.notice(c, why, 1)
	p.add(paint.PopClip{})
}

// free says whether a place on the desktop is no other cell's.
func (p *painter) free(c *Placed, r paint.Rect) bool {
	if r.X < 0 || r.Y < 0 || r.X+r.W > p.l.W || r.Y+r.H > p.l.H {
		return false
	}
	for i := range p.l.Cells {
		if o := &p.l.Cells[i]; o.ID != c.ID && o.Kind != tissue.KindWallpaper && o.Bounds.Meets(r) {
			return false
		}
	}
	return true
}

// notice paints a warning at the foot of a cell, in so many lines at most: a strip from edge to edge, so that it cuts no word below
// it in two. In a cell as low as a panel it is no wider than its words.
func (p *painter) notice(c *Placed, why string, lines int) {
	s, r := c.Scale, p.snap(c.Body)
	n := noticeOf(why, s, r.W, lines)
	switch low := r.H < 2*n.h; {
	case n.w > r.W || low && n.h-8*s > r.H:
		p.icon("warning", r.X+(r.W-n.icon)/2, r.Y+(r.H-n.icon)/2, n.icon, p.th.Or("warning", ""))
	case low:
		p.boxed(n, p.snap(paint.Rect{X: r.X + (r.W-n.w)/2, Y: r.Y + (r.H-n.h)/2 + 4*s, W: n.w, H: n.h - 8*s}), s)
	default:
		strip := p.snap(paint.Rect{X: r.X, Y: r.Y + r.H - n.h, W: r.W, H: n.h})
		p.fill(strip, 0, p.th.Or("raised", ""))
		p.fill(paint.Rect{X: strip.X, Y: strip.Y, W: strip.W, H: p.hair(s)}, 0, p.th.Or("outline", ""))
		p.warning(n, strip)
	}
}

// boxed paints a notice in a box of its own.
func (p *painter) boxed(n notice, box paint.Rect, s float64) {
	p.shape(box, 10*s, p.th.Or("raised", ""), p.th.Or("outline", ""), p.hair(s))
	p.warning(n, box)
}

// warning paints the icon and the words of a notice.
func (p *painter) warning(n notice, r paint.Rect) {
	p.icon("warning", r.X+n.pad, r.Y+(r.H-n.icon)/2, n.icon, p.th.Or("warning", ""))
	p.block(n.block, r.X+n.pad+n.icon+n.gap, r.Y+(r.H-n.block.H)/2, p.th.Or("text", ""))
}

// sentence begins a text with a capital, but not the name of a file.
func sentence(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if word, _, _ := strings.Cut(s, " "); n == 0 || strings.ContainsAny(word, ".:/") {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}
