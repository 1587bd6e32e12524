package reflex

import (
	_ "embed"
	"strings"
)

// dictionary is common English words in order, one a line, so that a word that is spelt well is never taken for another.
//
//go:embed lexicon/words.txt
var dictionary string

// isWord reports whether w is a common English word or an easy inflection of one.
func isWord(w string) bool {
	lo, hi := 0, len(dictionary)
	for lo < hi {
		mid := (lo + hi) / 2
		start := strings.LastIndexByte(dictionary[:mid], '\n') + 1
		end := len(dictionary)
		if j := strings.IndexByte(dictionary[start:], '\n'); j >= 0 {
			end = start + j
		}
		switch line := dictionary[start:end]; {
		case line == w:
			return true
		case line < w:
			lo = end + 1
		default:
			hi = start
		}
	}
	return false
}

// correct returns the lexicon word that w most likely was meant to be; "" when there is none or when two fit as well.
func (l *lexicon) correct(w string) string {
	if len(w) < 3 || len(w) > 24 || w[0] >= 0x80 || isWord(w) {
		return ""
	}
	limit := 1
	if len(w) >= 7 {
		limit = 2
	}
	return l.nearest(w, limit, l.single)
}

// nearest returns the word of some lists by first letters that is at most limit slips from w, "" where two are as near.
func (l *lexicon) nearest(w string, limit int, lists ...map[byte][]string) string {
	best, found := 4*(limit+1), ""
	firsts := []byte{w[0]}
	if w[1] != w[0] {
		firsts = append(firsts, w[1]) // transposed or a letter too many in front
	}
	for at := range len(firsts) * len(lists) {
		for _, cand := range lists[at%len(lists)][firsts[at/len(lists)]] {
			if d := len(cand) - len(w); d > limit || d < -limit || len(cand) < 4 && cand != "the" && !doubled(w, cand) || len(w) == 3 && len(cand) != 4 && cand != "the" {
				continue
			}
			if limit > 1 && cand[1] != w[1] && (cand[0] != w[1] || cand[1] != w[0]) && (cand[1] != w[2] || cand[2] != w[1]) {
				continue // "minimise" is no slip of "maximise", but "cuonter" is one of "counter"
			}
			slips := distance(w, cand, limit)
			if slips > limit {
				continue
			}
			switch d := 4*slips + unlikely(w, cand); {
			case d < best:
				best, found = d, cand
			case d == best && cand != found && !l.same(cand, found):
				found = ""
			}
		}
	}
	if best >= 4*(limit+1) {
		return ""
	}
	return found
}

// unlikely is how much less likely than others a slip is, of the same distance: one of two equal letters is left out most
// easily, then two letters change places, then one is left out, and least of all another one is hit.
func unlikely(w, cand string) int {
	switch {
	case doubled(w, cand):
		return 0
	case anagram(w, cand):
		return 1
	case len(cand) > len(w):
		return 2
	}
	return 3
}

// doubled reports whether two words differ only in letters that stand twice.
func doubled(a, b string) bool { return singled(a) == singled(b) }

func singled(s string) string {
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		if i == 0 || s[i] != s[i-1] {
			out = append(out, s[i])
		}
	}
	return string(out)
}

// anagram reports whether two words have the same letters.
func anagram(a, b string) bool {
	var count [256]int
	for i := range len(a) {
		count[a[i]]++
	}
	for i := range len(b) {
		count[b[i]]--
	}
	return count == [256]int{}
}

// same reports whether two surfaces mean the same.
func (l *lexicon) same(a, b string) bool {
	x, _ := l.of(a)
	y, _ := l.of(b)
	return len(x) > 0 && len(y) > 0 && x[0].class == y[0].class && x[0].value == y[0].value
}

// distance counts insertions, deletions, substitutions and swaps of neighbours between a and b; above limit it may stop early.
func distance(a, b string, limit int) int {
	var rows [3][32]int
	prev2, prev, cur := &rows[0], &rows[1], &rows[2]
	if len(a) > 30 || len(b) > 30 {
		return limit + 1
	}
	for j := range len(b) + 1 {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		low := cur[0]
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			v := min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				v = min(v, prev2[j-2]+1)
			}
			cur[j] = v
			low = min(low, v)
		}
		if low > limit {
			return limit + 1
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
