package build

import (
	"strconv"
	"strings"

	"cellshell/immune"
)

// Refusal says why a source may not run.
type Refusal struct {
	File     string
	Source   []byte
	Findings []immune.Finding // in order of their place; at least one
}

// Error is the first objection, and how many more there are.
func (r *Refusal) Error() string {
	s := r.Findings[0].String()
	switch n := len(r.Findings) - 1; {
	case n == 1:
		s += " (and 1 more)"
	case n > 1:
		s += " (and " + strconv.Itoa(n) + " more)"
	}
	return s
}

// String shows each objection with its line and a caret under the place, as a compiler would.
func (r *Refusal) String() string { return r.Show(len(r.Findings)) }

// Show is String for the first n objections.
func (r *Refusal) Show(n int) string {
	lines := strings.Split(string(r.Source), "\n")
	var b strings.Builder
	for i, f := range r.Findings {
		if i == n {
			break
		}
		b.WriteString(f.Pos + ": " + f.Message + "\n")
		if line, col, ok := place(f.Pos); ok && line <= len(lines) {
			text := strings.TrimRight(lines[line-1], "\r")
			b.WriteString("\t" + text + "\n\t" + pad(text, col) + "^\n")
		}
		if f.Hint != "" {
			b.WriteString("\thint: " + f.Hint + "\n")
		}
	}
	return b.String()
}

// place reads "main.go:3:5".
func place(pos string) (line, col int, ok bool) {
	parts := strings.Split(pos, ":")
	if len(parts) < 3 {
		return 0, 0, false
	}
	line, err := strconv.Atoi(parts[len(parts)-2])
	if err != nil {
		return 0, 0, false
	}
	col, err = strconv.Atoi(parts[len(parts)-1])
	return line, col, err == nil && line > 0 && col > 0
}

// pad is as wide as the first col-1 bytes of text; tabs stay tabs.
func pad(text string, col int) string {
	var b strings.Builder
	for _, r := range text[:min(col-1, len(text))] {
		if r == '\t' {
			b.WriteByte('\t')
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}
