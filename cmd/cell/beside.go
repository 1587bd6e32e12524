package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"cellshell/evolve/act"
)

// narrow is the width below which two versions stand one above the other, letters.
const narrow = 72

// beside shows both versions of what a question is about: under the number of its choice each, side by side where there is
// room, with colours of a diff.
func (a *app) beside(versions []act.Version) {
	width := a.width
	if width == 0 {
		width = 100
	}
	for _, v := range versions {
		fmt.Fprintln(a.err, "\n  "+a.paint(bold, clean(v.What)))
		room := width - 4
		if width >= narrow {
			room = (width - 9) / 2
			fmt.Fprintf(a.err, "  %s │ %s\n", a.paint(dim, pad("1", room+2)), a.paint(dim, "2"))
		}
		for _, r := range v.Rows {
			back, now := fitted(r.Back, r.Now, room)
			if r.Same {
				now = back
			}
			switch {
			case width >= narrow:
				left, right := pad("  "+back, room+2), "  "+now
				if !r.Same {
					left, right = a.side(red, "- ", back, room), a.side(green, "+ ", now, 0)
				}
				fmt.Fprintf(a.err, "  %s │ %s\n", left, strings.TrimRight(right, " "))
			case r.Same:
				fmt.Fprintln(a.err, strings.TrimRight("    "+back, " "))
			default:
				for _, line := range []string{a.side(red, "1 ", back, 0), a.side(green, "2 ", now, 0)} {
					if strings.TrimSpace(line) != "" {
						fmt.Fprintln(a.err, "  "+line)
					}
				}
			}
		}
	}
	if len(versions) > 0 {
		fmt.Fprintln(a.err)
	}
}

// side is a line of one version with its mark, padded to room; a version that has no such line shows neither.
func (a *app) side(style, mark, line string, room int) string {
	if line == "" {
		return strings.Repeat(" ", room+2*min(room, 1))
	}
	return a.paint(style, pad(mark+line, room+2))
}

func pad(s string, n int) string { return s + strings.Repeat(" ", max(0, n-utf8.RuneCountInString(s))) }

// fitted cuts two lines to a width, so that what differs is seen: what both begin with goes first.
func fitted(back, now string, room int) (string, string) {
	x, y := []rune(clean(back)), []rune(clean(now))
	if longest := max(len(x), len(y)); longest > room {
		alike := 0
		for alike < len(x) && alike < len(y) && x[alike] == y[alike] {
			alike++
		}
		if from := min(alike-room/3, longest-room+1); from > 0 && alike < longest {
			x, y = append([]rune("…"), x[min(from, len(x)):]...), append([]rune("…"), y[min(from, len(y)):]...)
		}
	}
	cut := func(r []rune) string {
		if len(r) > room {
			r = append(r[:room-1:room-1], '…')
		}
		return string(r)
	}
	return cut(x), cut(y)
}
