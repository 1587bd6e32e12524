package eval

import (
	"bytes"
	"fmt"
	"io"
	"regexp"
)

// panicAt is what the interpreter writes to its error output for each of its frames while a panic unwinds, the innermost
// first: "main.go:14:9: panic: main.(*Clock).View(...)".
var panicAt = regexp.MustCompile(`(?m)^([\w./-]+\.go):(\d+):\d+: panic`)

// blame is the interpreter's error output. It passes everything on and remembers the newest panic's innermost place.
type blame struct {
	out   io.Writer
	place string
}

// Write implements io.Writer.
func (b *blame) Write(p []byte) (int, error) {
	if b.place == "" {
		if m := panicAt.FindSubmatch(p); m != nil {
			b.place = string(m[1]) + ":" + string(m[2])
		}
	}
	return b.out.Write(bytes.ToValidUTF8(p, []byte("?")))
}

// reason says what went wrong and where.
func (b *blame) reason(recovered any) string {
	s := fmt.Sprintf("panic: %v", recovered)
	if b.place != "" {
		s += " at " + b.place
	}
	b.place = ""
	return s
}
