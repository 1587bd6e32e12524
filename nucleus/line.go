package nucleus

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Line is one line of a cell's log.
type Line struct {
	At         time.Time
	Generation int    // 0 when the line is about the cell as a whole
	Body       bool   // said by the supervisor about the cell, not by the cell
	Text       string // printable UTF-8, no newline, at most maxLine bytes
}

// maxLine bounds one line in bytes; the rest is cut.
const maxLine = 4096

// cleanLine makes what a cell printed safe to show on a terminal: control characters become visible dots.
func cleanLine(b []byte) string {
	cut := len(b) > maxLine
	if cut {
		b = b[:maxLine]
		for len(b) > 0 && !utf8.RuneStart(b[len(b)-1]) {
			b = b[:len(b)-1]
		}
		if len(b) > 0 && b[len(b)-1] >= utf8.RuneSelf {
			b = b[:len(b)-1]
		}
	}
	s := strings.TrimRight(string(b), "\r\n")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == utf8.RuneError:
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r):
			return '·'
		}
		return r
	}, s)
	if cut {
		s += " …"
	}
	return s
}

// String renders the line as it is written to the log file.
func (l Line) String() string {
	var b strings.Builder
	b.WriteString(l.At.UTC().Format("2006-01-02T15:04:05.000Z"))
	if l.Generation > 0 {
		b.WriteString(" g")
		b.WriteString(itoa(l.Generation))
	} else {
		b.WriteString(" -")
	}
	if l.Body {
		b.WriteString(" ! ")
	} else {
		b.WriteString("   ")
	}
	b.WriteString(l.Text)
	return b.String()
}
