package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// table aligns columns: text to the left, columns named in right to the right.
type table struct {
	head  []string
	right map[int]bool
	rows  [][]string
	style []string // of each row, "" plain
}

func newTable(head ...string) *table { return &table{head: head, right: map[int]bool{}} }

// alignRight puts columns, counted from 0, to the right.
func (t *table) alignRight(columns ...int) *table {
	for _, c := range columns {
		t.right[c] = true
	}
	return t
}

func (t *table) add(style string, fields ...string) {
	for i, f := range fields {
		fields[i] = clean(f)
	}
	t.rows = append(t.rows, fields)
	t.style = append(t.style, style)
}

// print writes the table, its head only above rows.
func (t *table) print(a *app) { t.write(a, a.out) }

func (t *table) write(a *app, w io.Writer) {
	if len(t.rows) == 0 {
		return
	}
	widths := make([]int, len(t.head))
	for _, row := range append([][]string{t.head}, t.rows...) {
		for i, f := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(f))
		}
	}
	line := func(row []string) string {
		var b strings.Builder
		for i, f := range row {
			if i > 0 {
				b.WriteString("  ")
			}
			pad := strings.Repeat(" ", widths[i]-utf8.RuneCountInString(f))
			if t.right[i] {
				b.WriteString(pad + f)
			} else {
				b.WriteString(f + pad)
			}
		}
		return strings.TrimRight(b.String(), " ")
	}
	fmt.Fprintln(w, a.paint(dim, line(t.head)))
	for i, row := range t.rows {
		fmt.Fprintln(w, a.paint(t.style[i], line(row)))
	}
}

// trimFloat writes a number with at most the given decimals.
func trimFloat(v float64, decimals int) string {
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	if s == "-0" {
		return "0"
	}
	return s
}
