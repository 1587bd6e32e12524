package text

import "strings"

// pieceKey says what the lines of one paragraph depend on.
type pieceKey struct {
	shapeKey
	size, width float64
	edit        bool
}

// lay breaks a paragraph into lines. They stand at no place yet and are shared: a text in which a letter is typed has but
// one paragraph that is another one. Read what they point to only.
func (e *engine) lay(key shapeKey, size, width float64, edit bool) []Line {
	k := pieceKey{key, size, width, edit}
	if lines, ok := e.pieces.get(k); ok {
		return lines
	}
	key.text = strings.Clone(key.text) // it is a part of the whole text, of which each letter makes another one
	k.text = key.text
	s := e.shape(key)
	spans := s.wrap(width / size)
	lines := make([]Line, len(spans))
	for i, sp := range spans {
		l := &lines[i]
		l.Start, l.End, l.Break, l.rtl = s.bytes[sp.from], s.bytes[sp.to], i == len(spans)-1, s.rtl
		s.place(l, sp, size, edit)
	}
	e.pieces.put(k, lines, 200+len(spans)*200+len(key.text)*60)
	return lines
}

// ellipsis is the line that begins at a byte of a paragraph and stands for all that follows.
func (e *engine) ellipsis(para string, p Params, size float64, from int) Line {
	s := e.shape(keyOf(para, p.Style))
	at := 0
	for at < s.runes && s.bytes[at] < from {
		at++
	}
	l := Line{Start: from, End: len(para), rtl: s.rtl}
	e.ellipsize(&l, s, span{at, s.runes}, p, size)
	return l
}
