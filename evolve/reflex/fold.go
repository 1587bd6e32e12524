package reflex

import (
	"strings"
	"unicode"
)

var folded = map[rune]string{
	'ä': "ae", 'ö': "oe", 'ü': "ue", 'ß': "ss", 'æ': "ae", 'ø': "o", 'å': "a", 'á': "a", 'à': "a", 'â': "a", 'ã': "a",
	'é': "e", 'è': "e", 'ê': "e", 'ë': "e", 'í': "i", 'ì': "i", 'î': "i", 'ï': "i", 'ó': "o", 'ò': "o", 'ô': "o", 'õ': "o",
	'ú': "u", 'ù': "u", 'û': "u", 'ñ': "n", 'ç': "c", 'ÿ': "y", 'œ': "oe", 'ﬁ': "fi", 'ﬂ': "fl",
}

// fold writes a word as the lexicons are compared: lower case, umlauts spelt out, accents dropped, full-width as plain.
func fold(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] >= 0x80 || s[i] >= 'A' && s[i] <= 'Z' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if r >= 0xFF01 && r <= 0xFF5E {
			r -= 0xFEE0
		}
		r = unicode.ToLower(r)
		switch f, ok := folded[r]; {
		case ok:
			b.WriteString(f)
		case r == 0x308: // a combining umlaut
			b.WriteByte('e')
		case unicode.IsMark(r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
