package prompts

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// Outline returns the source as it is when it is at most limit bytes long. Of a longer one it leaves out bodies of
// functions, written as { … }, the longest first, until it fits or nothing more can go: those that hold one of the lines
// (from 1) stay, and so does View as long as possible. Source that does not parse is returned whole.
func Outline(src []byte, limit int, keep ...int) (out []byte, outlined bool) {
	if len(src) <= limit {
		return src, false
	}
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, "main.go", src, parser.SkipObjectResolution)
	if err != nil {
		return src, false
	}
	type span struct {
		from, to int // offsets of the inside of the braces
		last     bool
	}
	var spans []span
	for _, d := range f.Decls {
		fn, ok := d.(*ast.FuncDecl)
		if !ok || fn.Body == nil {
			continue
		}
		first, last := set.Position(fn.Pos()).Line, set.Position(fn.End()).Line
		if slices.ContainsFunc(keep, func(line int) bool { return first <= line && line <= last }) {
			continue
		}
		from, to := set.Position(fn.Body.Lbrace).Offset+1, set.Position(fn.Body.Rbrace).Offset
		if to-from > len(" … ") {
			spans = append(spans, span{from, to, fn.Name.Name == "View"})
		}
	}
	slices.SortStableFunc(spans, func(a, b span) int {
		if a.last != b.last {
			if a.last {
				return 1
			}
			return -1
		}
		return (b.to - b.from) - (a.to - a.from)
	})
	size := len(src)
	n := 0
	for ; n < len(spans) && size > limit; n++ {
		size -= spans[n].to - spans[n].from - len(" … ")
	}
	gone := spans[:n]
	slices.SortFunc(gone, func(a, b span) int { return a.from - b.from })
	var b bytes.Buffer
	at := 0
	for _, s := range gone {
		b.Write(src[at:s.from])
		b.WriteString(" … ")
		at = s.to
	}
	b.Write(src[at:])
	return b.Bytes(), n > 0
}

// lines are the source lines a node was made by.
func lines(n *Node) []int {
	if n == nil {
		return nil
	}
	var out []int
	for _, pos := range append([]string{n.Source}, n.Via...) {
		if l := lineOf(pos); l > 0 {
			out = append(out, l)
		}
	}
	return out
}

// lineOf reads the line of a position like main.go:14:9; 0 when there is none.
func lineOf(pos string) int {
	parts := strings.Split(pos, ":")
	if len(parts) < 2 {
		return 0
	}
	n, err := strconv.Atoi(parts[len(parts)-2])
	if err != nil || n < 1 {
		return 0
	}
	return n
}

// lineAt returns the text of a position's line, trimmed and cut.
func lineAt(src []byte, pos string) string {
	all := strings.Split(string(src), "\n")
	if n := lineOf(pos); n > 0 && n <= len(all) {
		return cut(oneLine(all[n-1]), 200)
	}
	return ""
}
