package immune

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"sort"
	"strings"
	"unicode/utf8"
)

// The limits of one cell source. They keep the checker itself quick on hostile input.
const (
	MaxSource  = 64 << 10 // bytes
	MaxLines   = 1200     // lines
	MaxNesting = 400      // syntax nodes below one another
)

// Finding is one objection to a source. Its text is shown to people and handed to the model, so it says what to do.
type Finding struct {
	Pos     string `json:"pos"`            // main.go:3:5; the file name alone when the whole file is meant
	Rule    string `json:"rule"`           // short name of the rule: size, syntax, import, …
	Message string `json:"message"`        // what is wrong
	Hint    string `json:"hint,omitempty"` // what to write instead
}

// String renders the finding on one line.
func (f Finding) String() string {
	s := f.Pos + ": " + f.Message
	if f.Hint != "" {
		s += " (" + f.Hint + ")"
	}
	return s
}

// findings collects objections of one file.
type findings struct {
	fset *token.FileSet
	file string
	list []Finding
}

func (l *findings) add(pos token.Pos, rule, hint, format string, args ...any) {
	at := l.file
	if pos.IsValid() {
		p := l.fset.PositionFor(pos, false)
		at = fmt.Sprintf("%s:%d:%d", l.file, p.Line, p.Column)
	}
	l.list = append(l.list, Finding{Pos: at, Rule: rule, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// CheckSource judges what can be judged without types: size, encoding, syntax, imports and forbidden constructs. The
// file is nil when it does not parse or breaks a limit; a caller must type-check only a file without findings, because
// only then is its size, nesting and constant arithmetic bounded.
func CheckSource(file string, src []byte) ([]Finding, *ast.File, *token.FileSet) {
	l := &findings{fset: token.NewFileSet(), file: file}
	if !checkText(l, src) {
		return l.list, nil, l.fset
	}
	tree, err := parser.ParseFile(l.fset, file, src, parser.ParseComments|parser.SkipObjectResolution|parser.AllErrors)
	if err != nil {
		l.syntax(err)
		return l.list, nil, l.fset
	}
	if tree.Name.Name != "main" {
		l.add(tree.Name.Pos(), "package", "begin the file with: package main", "package is %s, not main", tree.Name.Name)
	}
	checkComments(l, tree)
	if !checkNesting(l, tree) {
		return l.list, nil, l.fset
	}
	checkImports(l, tree)
	checkSyntax(l, tree)
	checkConstants(l, tree)
	checkTypes(l, tree)
	Sort(l.list)
	return l.list, tree, l.fset
}

func (l *findings) syntax(err error) {
	list, ok := err.(scanner.ErrorList) //nolint:errorlint // the parser returns it bare
	if !ok {
		l.add(token.NoPos, "syntax", "", "%v", err)
		return
	}
	line := 0
	for _, e := range list {
		if e.Pos.Line == line { // what follows from the first is noise
			continue
		}
		line = e.Pos.Line
		at := fmt.Sprintf("%s:%d:%d", l.file, e.Pos.Line, e.Pos.Column)
		l.list = append(l.list, Finding{Pos: at, Rule: "syntax", Message: e.Msg})
	}
}

// checkText holds the bytes to the limits; nothing may look at them before.
func checkText(l *findings, src []byte) bool {
	if len(src) > MaxSource {
		l.add(token.NoPos, "size", "make the cell smaller", "source has %d bytes, limit %d", len(src), MaxSource)
		return false
	}
	if n := bytes.Count(src, []byte{'\n'}) + 1; n > MaxLines {
		l.add(token.NoPos, "size", "make the cell smaller", "source has %d lines, limit %d", n, MaxLines)
		return false
	}
	if !utf8.Valid(src) {
		l.add(token.NoPos, "text", "save the file as UTF-8", "source is not valid UTF-8")
		return false
	}
	for i, r := range string(src) {
		if !hidden(r) {
			continue
		}
		line := 1 + bytes.Count(src[:i], []byte{'\n'})
		l.list = append(l.list, Finding{
			Pos: fmt.Sprintf("%s:%d:%d", l.file, line, i-bytes.LastIndexByte(src[:i], '\n')), Rule: "text",
			Message: fmt.Sprintf("invisible character U+%04X", r), Hint: fmt.Sprintf("write it as \\u%04x", r),
		})
		return false
	}
	return true
}

// hidden reports characters that make code read differently from what it does: control codes and text direction marks.
func hidden(r rune) bool {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return false
	case r < 0x20 || r >= 0x7f && r < 0xa0:
		return true
	case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
		return true
	}
	return r == 0x200e || r == 0x200f || r == 0x061c || r == 0xfeff
}

// checkComments refuses directives: they change the meaning of code or of positions.
func checkComments(l *findings, tree *ast.File) {
	for _, group := range tree.Comments {
		for _, c := range group.List {
			text := strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(c.Text, "//"), "/*"))
			name, _, _ := strings.Cut(text, " ")
			direct := strings.HasPrefix(c.Text, "//go:") || strings.HasPrefix(c.Text, "//export ") ||
				strings.HasPrefix(c.Text, "//extern ") || strings.HasPrefix(c.Text, "//line ") || strings.HasPrefix(c.Text, "/*line ") ||
				strings.HasPrefix(c.Text, "//sys") || strings.HasPrefix(text, "+build ") || strings.HasPrefix(c.Text, "#cgo")
			if direct {
				l.add(c.Pos(), "directive", "remove the line", "compiler directive %s is not allowed", name)
			}
		}
	}
}

// checkNesting bounds the depth of the syntax tree, and with it the stack of everything that walks it later.
func checkNesting(l *findings, tree *ast.File) bool {
	depth, ok := 0, true
	ast.Inspect(tree, func(n ast.Node) bool {
		if n == nil {
			depth--
			return true
		}
		depth++
		if depth > MaxNesting {
			if ok {
				l.add(n.Pos(), "nesting", "split the expression", "code is nested deeper than %d", MaxNesting)
			}
			ok = false
			depth--
			return false
		}
		return true
	})
	return ok
}

// Sort orders findings by line and column; those of the whole file come first.
func Sort(list []Finding) {
	key := func(f Finding) (line, col int) {
		if i := strings.IndexByte(f.Pos, ':'); i >= 0 {
			_, _ = fmt.Sscanf(f.Pos[i:], ":%d:%d", &line, &col)
		}
		return line, col
	}
	sort.SliceStable(list, func(i, j int) bool {
		a, b := key(list[i])
		c, d := key(list[j])
		return a < c || a == c && b < d
	})
}
