package text

import (
	"slices"

	"cellshell/gpu/paint"
)

// span is a line as a range of runes of a paragraph.
type span struct{ from, to int }

// slack lets a text stand in exactly the width it was measured to have, em.
const slack = 1e-4

// wrap breaks a paragraph into lines of at most width em (0: unlimited). Spaces at a line's end hang over it. A piece
// wider than a line is cut between clusters.
func (s *shaped) wrap(width float64) []span {
	if width <= 0 || s.runes == 0 {
		return []span{{0, s.runes}}
	}
	width += slack
	var out []span
	from, fit := 0, 0 // the line's start, the last place it may break
	ink, pen := 0.0, 0.0
	for i := 0; i < s.runes; i++ {
		if s.breaks[i] && i > from {
			fit = i
		}
		if !s.starts[i] {
			continue
		}
		next := pen + s.adv[i]
		if !s.space[i] {
			ink = next
		}
		if ink > width && i > from && !s.space[i] {
			at := fit
			if at <= from {
				at = i
			}
			out = append(out, span{from, at})
			from, fit = at, at
			pen, ink = 0, 0
			i = at - 1
			continue
		}
		pen = next
	}
	return append(out, span{from, s.runes})
}

// place gives a line its glyphs in visual order, and its width. With edit, carets are kept too.
func (s *shaped) place(l *Line, sp span, size float64, edit bool) {
	end := sp.to
	if !edit {
		for end > sp.from && s.space[end-1] {
			end--
		}
	}
	if edit {
		l.carets = make([]caret, sp.to-sp.from+1)
		for i := range l.carets {
			l.carets[i] = caret{x: -1, at: s.bytes[sp.from+i] - s.bytes[sp.from]}
		}
	}
	pen := 0.0
	for _, i := range s.visual(sp.from, end) {
		pen = s.placeRun(l, &s.runs[i], sp.from, end, pen, size)
	}
	l.W = pen * size
	if edit {
		l.closeCarets(s.rtl, l.W)
	}
}

// visual lists the runs that touch a range of runes, from left to right.
func (s *shaped) visual(from, to int) []int {
	var idx []int
	for i, r := range s.runs {
		if r.start < to && r.end > from {
			idx = append(idx, i)
		}
	}
	if len(idx) < 2 {
		return idx
	}
	if s.rtl {
		slices.Reverse(idx)
	}
	for i := 0; i < len(idx); {
		j := i
		for j < len(idx) && s.runs[idx[j]].rtl != s.rtl {
			j++
		}
		if j > i {
			slices.Reverse(idx[i:j])
		}
		i = max(j, i+1)
	}
	return idx
}

func (s *shaped) placeRun(l *Line, r *run, from, to int, pen, size float64) float64 {
	out := Run{Font: r.font, Size: size}
	for _, g := range r.glyphs {
		if g.at < from || g.at >= to {
			continue
		}
		if g.clusters > 0 && l.carets != nil {
			for k := range g.clusters {
				x := pen + s.adv[g.at]*float64(k)/float64(g.clusters)
				if r.rtl {
					x = pen + s.adv[g.at]*(1-float64(k)/float64(g.clusters))
				}
				if i := g.at + k - from; i < len(l.carets) {
					l.carets[i].x, l.carets[i].rtl = x*size, r.rtl
					l.carets[i].end = (pen + s.adv[g.at]) * size
					if r.rtl {
						l.carets[i].end = pen * size
					}
				}
			}
		}
		out.Glyphs = append(out.Glyphs, paint.Glyph{ID: g.id, X: (pen + g.dx) * size, Y: -g.dy * size})
		pen += g.adv
	}
	if len(out.Glyphs) > 0 {
		l.Runs = append(l.Runs, out)
	}
	return pen
}

// ellipsize places as much of the paragraph from sp on as fits beside an ellipsis.
func (e *engine) ellipsize(l *Line, s *shaped, sp span, p Params, size float64) {
	dots := e.shape(keyOf("…", p.Style))
	room := p.Width/size - dots.adv[0] + slack
	to := sp.to
	if p.Width > 0 {
		w := 0.0
		for to = sp.from; to < s.runes; to++ {
			if w+s.adv[to] > room && s.starts[to] {
				break
			}
			w += s.adv[to]
		}
	}
	for to > sp.from && (s.space[to-1] || !s.starts[to]) {
		to--
	}
	s.place(l, span{sp.from, to}, size, false)
	l.End = l.Start + s.bytes[to] - s.bytes[sp.from]
	pen := l.W / size
	if s.rtl {
		shift := dots.adv[0] * size
		for i := range l.Runs {
			for j := range l.Runs[i].Glyphs {
				l.Runs[i].Glyphs[j].X += shift
			}
		}
		pen = 0
	}
	dots.placeRun(l, &dots.runs[0], 0, 1, pen, size)
	l.W += dots.adv[0] * size
}
