package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Escape sequences for terminals.
const (
	bold   = "\x1b[1m"
	dim    = "\x1b[2m"
	red    = "\x1b[31m"
	green  = "\x1b[32m"
	yellow = "\x1b[33m"
	cyan   = "\x1b[36m"
	reset  = "\x1b[0m"
)

// paint colours a text where colours are wanted.
func (a *app) paint(style, s string) string {
	if !a.color || style == "" || s == "" {
		return s
	}
	return style + s + reset
}

// firstLine is what of a text fits on a line: it comes from cells, so control characters are left out.
func firstLine(s string) string {
	line, rest, more := strings.Cut(strings.TrimSpace(s), "\n")
	line = clean(line)
	if more && strings.TrimSpace(rest) != "" {
		line += " …"
	}
	return shorten(line, 60)
}

// clean takes out what a terminal would obey.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' {
			return ' '
		}
		if unicode.IsControl(r) || r == utf8.RuneError || unicode.Is(unicode.Bidi_Control, r) {
			return -1
		}
		return r
	}, s)
}

// cleanLines is clean for a text of several lines, such as a compiler's complaint.
func cleanLines(s string) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	for i := range lines {
		lines[i] = clean(lines[i])
	}
	return strings.Join(lines, "\n")
}

// shorten cuts a text to n characters.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	return strings.TrimRight(string(r[:n-1]), " ") + "…"
}

// number is a size or position without needless decimals.
func number(v float64) string {
	return trimFloat(v, 1)
}
