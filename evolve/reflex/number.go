package reflex

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// readNumber reads digits with a decimal point or comma from s[i:]. It returns the word and where it ends.
func readNumber(s string, i int) (word, int) {
	var b strings.Builder
	end, comma := i, false
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if r >= '０' && r <= '９' {
			r -= '０' - '0'
		}
		switch {
		case r >= '0' && r <= '9':
			b.WriteRune(r)
		case (r == '.' || r == ',') && !comma && decimals(s[end+n:]):
			if end == i {
				b.WriteByte('0') // .4
			}
			b.WriteByte('.')
			comma = true
		default:
			v, err := strconv.ParseFloat(b.String(), 64)
			if err != nil || v > 1e9 {
				v = 1e9
			}
			return word{kind: number, num: v, text: b.String(), start: i, end: end}, end
		}
		end += n
	}
	v, err := strconv.ParseFloat(b.String(), 64)
	if err != nil || v > 1e9 {
		v = 1e9
	}
	return word{kind: number, num: v, text: b.String(), start: i, end: end}, end
}

// decimals reports whether s goes on with one or two digits: after a comma, three are a second number (900,120).
func decimals(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 1 || n == 2
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

// hexColor normalises #rgb, #rrggbb and #rrggbbaa; "" when s is none of them.
func hexColor(s string) string {
	s = strings.ToLower(s)
	switch len(s) {
	case 4:
		return string([]byte{'#', s[1], s[1], s[2], s[2], s[3], s[3]})
	case 7, 9:
		return s
	}
	return ""
}
