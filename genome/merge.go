package genome

import (
	"bytes"
	"slices"
)

// maxCompare bounds the comparison, in pairs of lines; larger files that both sides changed are a conflict.
const maxCompare = 20_000_000

// MergeText merges three versions of a text line by line: what only one side changed is taken from it. It reports a
// conflict when both changed the same or neighbouring lines differently.
func MergeText(base, ours, theirs []byte) (merged []byte, conflict bool) {
	switch {
	case bytes.Equal(ours, theirs), bytes.Equal(theirs, base):
		return ours, false
	case bytes.Equal(ours, base):
		return theirs, false
	}
	b, o, t := lines(base), lines(ours), lines(theirs)
	if len(b)*max(len(o), len(t)) > maxCompare {
		return nil, true
	}
	oMatch, tMatch := match(b, o), match(b, t)
	var out [][]byte
	bi, oi, ti := 0, 0, 0
	for bi <= len(b) {
		// The next line of base that both sides kept ends the stretch in which they may differ.
		end := bi
		for end < len(b) && (oMatch[end] < 0 || tMatch[end] < 0) {
			end++
		}
		oEnd, tEnd := len(o), len(t)
		if end < len(b) {
			oEnd, tEnd = oMatch[end], tMatch[end]
		}
		was, mine, yours := b[bi:end], o[oi:oEnd], t[ti:tEnd]
		switch {
		case equal(mine, yours), equal(yours, was):
			out = append(out, mine...)
		case equal(mine, was):
			out = append(out, yours...)
		default:
			return nil, true
		}
		if end < len(b) {
			out = append(out, b[end])
		}
		bi, oi, ti = end+1, oEnd+1, tEnd+1
	}
	return bytes.Join(out, nil), false
}

// lines cuts text after each line break; joined they are the text again.
func lines(b []byte) [][]byte {
	return slices.Collect(func(yield func([]byte) bool) {
		for line := range bytes.Lines(b) {
			if !yield(line) {
				return
			}
		}
	})
}

func equal(a, b [][]byte) bool { return slices.EqualFunc(a, b, bytes.Equal) }

// match returns for each line of a its partner in b, −1 for none: a longest common subsequence. Equal heads and tails are
// taken off first, so that the quadratic part sees only what changed.
func match(a, b [][]byte) []int {
	out := make([]int, len(a))
	head := 0
	for head < len(a) && head < len(b) && bytes.Equal(a[head], b[head]) {
		out[head] = head
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && bytes.Equal(a[len(a)-1-tail], b[len(b)-1-tail]) {
		tail++
		out[len(a)-tail] = len(b) - tail
	}
	x, y := a[head:len(a)-tail], b[head:len(b)-tail]
	table := make([][]int32, len(x)+1)
	for i := range table {
		table[i] = make([]int32, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if bytes.Equal(x[i], y[j]) {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(x) {
		switch {
		case j < len(y) && bytes.Equal(x[i], y[j]):
			out[head+i] = head + j
			i, j = i+1, j+1
		case j < len(y) && table[i+1][j] < table[i][j+1]:
			j++
		default:
			out[head+i] = -1
			i++
		}
	}
	return out
}
