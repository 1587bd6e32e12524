package edit

import "strings"

// Row is a line of two texts side by side; a line that one of them lacks is "".
type Row struct {
	Left, Right string
	Same        bool
}

// Beside sets two texts side by side: what differs, with a line before and after it. Where lines that are the same were left
// out in between, both sides are "…".
func Beside(left, right string) []Row {
	a, b := strings.Split(strings.TrimRight(left, "\n"), "\n"), strings.Split(strings.TrimRight(right, "\n"), "\n")
	hunks, ok := diff(a, b)
	if !ok { // too long to compare
		hunks = []hunk{{0, len(a), b}}
	}
	var out []Row
	same := func(lines ...string) {
		for _, l := range lines {
			out = append(out, Row{l, l, true})
		}
	}
	at := 0 // in a, not shown yet
	for i, h := range hunks {
		between := a[at:h.from]
		switch n := len(between); {
		case i == 0:
			same(between[max(0, n-1):]...)
		case n <= 3:
			same(between...)
		default:
			same(between[0], "…", between[n-1])
		}
		for k := range max(h.to-h.from, len(h.with)) {
			var r Row
			if h.from+k < h.to {
				r.Left = a[h.from+k]
			}
			if k < len(h.with) {
				r.Right = h.with[k]
			}
			out = append(out, r)
		}
		at = h.to
	}
	if at < len(a) {
		same(a[at])
	}
	return out
}
