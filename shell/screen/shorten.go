package screen

import (
	"slices"
	"strings"
)

// fitting shortens a receipt's line to a width: what stands between its first part, which says what was done, and its last, which
// says what it cost, is left out part by part; what is still too long is cut.
func fitting(line string, room float64, width func(string) float64) string {
	const between = " · "
	parts := strings.Split(line, between)
	for len(parts) > 2 && width(line) > room {
		parts = slices.Delete(parts, len(parts)-2, len(parts)-1)
		line = strings.Join(parts, between)
	}
	return middle(line, room, width)
}

// middle shortens a line to a width where it is least missed: in the middle, as its beginning says what was done and its
// end what it cost.
func middle(line string, room float64, width func(string) float64) string {
	if width(line) <= room {
		return line
	}
	r := []rune(line)
	lo, hi := 0, len(r) // how many letters stay
	for lo < hi {
		n := (lo + hi + 1) / 2
		if width(cut(r, n)) <= room {
			lo = n
		} else {
			hi = n - 1
		}
	}
	return cut(r, lo)
}

// cut keeps n letters, three fifths of them from the beginning.
func cut(r []rune, n int) string {
	if n >= len(r) {
		return string(r)
	}
	head := n * 3 / 5
	return string(r[:head]) + "…" + string(r[len(r)-(n-head):])
}
