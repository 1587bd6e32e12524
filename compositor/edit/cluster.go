package edit

import (
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// line is the stretch between line feeds around an offset. Clusters and words do not cross line feeds, so no more than it
// need be looked at.
func line(text string, at int) (from, to int) {
	from = strings.LastIndexByte(text[:at], '\n') + 1
	to = len(text)
	if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
		to = at + i
	}
	return from, to
}

// parts tells whether an offset surely lies between two clusters: both sides of it are plain ASCII.
func parts(text string, at int) bool {
	return at == 0 || at == len(text) || text[at-1] < utf8.RuneSelf && text[at] < utf8.RuneSelf && (text[at-1] != '\r' || text[at] != '\n')
}

// near is the stretch around an offset, not beyond its line, at whose ends clusters part: all that need be looked at to
// find those beside the offset.
func near(text string, at int) (from, to int) {
	from, to = at, at
	for from > 0 && text[from-1] != '\n' && (from == at || !parts(text, from)) {
		from--
	}
	for to < len(text) && text[to] != '\n' && (to == at || !parts(text, to)) {
		to++
	}
	return from, to
}

func inside(text string, at int) int { return min(max(at, 0), len(text)) }

// fit is the last place at or before an offset where a cursor may stand.
func fit(text string, at int) int {
	at = inside(text, at)
	if parts(text, at) {
		return at
	}
	from, to := near(text, at)
	if at == from || at == to {
		return at
	}
	best := from
	clusters(text[from:to], func(a, b int) bool {
		best = from + a
		return from+b <= at
	})
	if best > at {
		return from
	}
	return best
}

// clusters visits the grapheme clusters of a text without line feeds until visit returns false.
func clusters(text string, visit func(from, to int) bool) {
	var seg segmenter.Segmenter
	if err := seg.InitWithString(text); err != nil {
		for i := range text {
			if !visit(i, i+1) {
				return
			}
		}
		return
	}
	it := seg.GraphemeIterator()
	for it.Next() {
		g := it.Grapheme()
		if !visit(g.OffsetInBytes, g.OffsetInBytes+g.LengthInBytes) {
			return
		}
	}
}

// Next is the end of the cluster after an offset.
func Next(text string, at int) int {
	at = fit(text, at)
	from, to := near(text, at)
	if at == to {
		return min(to+1, len(text))
	}
	end := to
	clusters(text[from:to], func(a, b int) bool {
		end = from + b
		return from+a < at
	})
	return end
}

// Prev is the start of the cluster before an offset.
func Prev(text string, at int) int {
	at = fit(text, at)
	from, _ := near(text, at)
	if at == from {
		return max(from-1, 0)
	}
	start := from
	clusters(text[from:at], func(a, _ int) bool {
		start = from + a
		return true
	})
	return start
}

// words visits the words of a line.
func words(text string, visit func(from, to int)) {
	var seg segmenter.Segmenter
	if err := seg.InitWithString(text); err != nil {
		return
	}
	it := seg.WordIterator()
	for it.Next() {
		w := it.Word()
		visit(w.OffsetInBytes, w.OffsetInBytes+w.LengthInBytes)
	}
}

// NextWord is the end of the word at or after an offset; at a line's end the start of the next line.
func NextWord(text string, at int) int {
	at = fit(text, at)
	from, to := line(text, at)
	if at == to {
		return min(to+1, len(text))
	}
	best := to
	words(text[from:to], func(_, b int) {
		if from+b > at && from+b < best {
			best = from + b
		}
	})
	return best
}

// PrevWord is the start of the word before an offset; at a line's start the end of the line before.
func PrevWord(text string, at int) int {
	at = fit(text, at)
	from, to := line(text, at)
	if at == from {
		return max(from-1, 0)
	}
	best := from
	words(text[from:to], func(a, _ int) {
		if from+a < at {
			best = from + a
		}
	})
	return best
}
