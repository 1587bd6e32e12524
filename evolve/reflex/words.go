package reflex

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// kind is what a word is made of.
type kind byte

const (
	letters kind = iota
	number       // num holds its value
	quoted       // text holds what stands between the quotes
	hex          // text holds #rrggbb
	picture      // an emoji
	mark         // punctuation: text is one of , . ; : ! ? ( )
)

// word is the smallest piece of a sentence. start and end are byte offsets in it.
type word struct {
	kind       kind
	text       string // folded: lower case, no accents
	num        float64
	start, end int
	glued      bool // written as one with the word before
}

var closing = map[rune]string{'"': "\"", '“': "”\"", '„': "“”\"", '«': "»", '「': "」", '『': "』", '‘': "’", '\'': "'"}

// split cuts a sentence into words.
func split(s string) []word {
	out := make([]word, 0, strings.Count(s, " ")+1)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r):
			i += n
		case closing[r] != "" && quoteEnd(s, i, n, r) > 0:
			end := quoteEnd(s, i, n, r)
			_, last := utf8.DecodeRuneInString(s[end:])
			text := s[i+n : end]
			if r == '«' {
				text = strings.TrimSpace(text) // French leaves room inside: « Œuf »
			}
			out = append(out, word{kind: quoted, text: text, start: i, end: end + last})
			i = end + last
		case r == '#':
			end := i + 1
			for end < len(s) && isHex(s[end]) {
				end++
			}
			if c := hexColor(s[i:end]); c != "" {
				out = append(out, word{kind: hex, text: c, start: i, end: end})
				i = end
			} else {
				out = append(out, word{text: "number", start: i, end: i + 1})
				i++
			}
		case r >= '0' && r <= '9' || r >= '０' && r <= '９' || r == '.' && (i == 0 || s[i-1] == ' ') && i+1 < len(s) && decimals(s[i+1:]):
			w, end := readNumber(s, i)
			out = append(out, w)
			i = end
		case r == '+' && i > 0 && s[i-1] == ' ' && strings.HasPrefix(s[i+n:], " ") && letterAt(s, i+n+1):
			out = append(out, word{text: "and", start: i, end: i + n})
			i += n
		case r == '→' || strings.HasPrefix(s[i:], "->") || strings.HasPrefix(s[i:], "=>"):
			if r != '→' {
				n = len("->")
			}
			out = append(out, word{text: "to", start: i, end: i + n})
			i += n
		case r == '-' || r == '−' || r == '+':
			if d, _ := utf8.DecodeRuneInString(s[i+n:]); unicode.IsDigit(d) && (len(out) == 0 || out[len(out)-1].end < i) {
				out = append(out, word{text: map[bool]string{true: "plussign", false: "minus"}[r == '+'], start: i, end: i + n})
			}
			i += n
		case r == '%' || r == '％':
			out = append(out, word{text: "percent", start: i, end: i + n})
			i += n
		case r == '=':
			out = append(out, word{text: "to", start: i, end: i + n})
			i += n
		case r == '×':
			out = append(out, word{text: "x", start: i, end: i + n})
			i += n
		case r == '÷':
			out = append(out, word{text: "divided", start: i, end: i + n}, word{text: "by", start: i + n, end: i + n})
			i += n
		case r == '&':
			out = append(out, word{text: "and", start: i, end: i + n})
			i += n
		case wide(r):
			out = append(out, word{text: string(r), start: i, end: i + n})
			i += n
		case unicode.IsLetter(r):
			if c, k := cssColor(s[i:]); c != "" {
				out = append(out, word{kind: hex, text: c, start: i, end: i + k})
				i += k
				break
			}
			end := i
			for end < len(s) {
				r, n := utf8.DecodeRuneInString(s[end:])
				inner := (r == '\'' || r == '’') && end+n < len(s) && letterAt(s, end+n)
				if !inner && (!unicode.IsLetter(r) && !unicode.IsMark(r) || wide(r)) {
					break
				}
				end += n
			}
			out = apart(out, fold(s[i:end]), i, end)
			i = end
		case unicode.Is(unicode.So, r) && r > 0x2000:
			out = append(out, word{kind: picture, text: string(r), start: i, end: i + n})
			i += n
		case strings.ContainsRune(",.;:!?()", r):
			out = append(out, word{kind: mark, text: string(r), start: i, end: i + n})
			i += n
		case r == '、' && !strings.ContainsFunc(s, isKana):
			out = append(out, word{text: enumerates, start: i, end: i + n}) // "时钟、便签": between things of a list in Chinese
			i += n
		case strings.ContainsRune("，、", r):
			out = append(out, word{kind: mark, text: ",", start: i, end: i + n})
			i += n
		case r == '：':
			out = append(out, word{kind: mark, text: ":", start: i, end: i + n})
			i += n
		case strings.ContainsRune("。！", r):
			out = append(out, word{kind: mark, text: ".", start: i, end: i + n})
			i += n
		case r == '？' || r == '؟':
			out = append(out, word{kind: mark, text: "?", start: i, end: i + n})
			i += n
		case r == '-' || r == '_' || r == '/' || r == '*' || r == '¿' || r == '¡' || r == '—' || r == '–' || r == '…' || r == '\'' || r == '’' || r == '"' || unicode.IsMark(r) || r == 0xFE0F || r == 0x200D:
			i += n
		default:
			out = append(out, word{text: "\x00" + string(r), start: i, end: i + n})
			i += n
		}
	}
	return out
}

// enumerates is what joins the things of a list in Chinese.
const enumerates = "和"

// quoteEnd returns where the quote that opens at i closes, 0 when it does not. A single quote counts only around words.
func quoteEnd(s string, i, n int, r rune) int {
	if r == '\'' || r == '‘' {
		if i > 0 && s[i-1] != ' ' {
			return 0
		}
		for j := i + n; j < len(s); j++ {
			if (s[j] == '\'' || strings.HasPrefix(s[j:], "’")) && !letterAt(s, j+len("'")) && j > i+n {
				return j
			}
		}
		return 0
	}
	j := strings.IndexAny(s[i+n:], closing[r])
	if j < 0 {
		return 0
	}
	return i + n + j
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[min(i, len(s)):])
	return unicode.IsLetter(r)
}

// wide reports whether r belongs to a script written without spaces: each such rune is a word.
func wide(r rune) bool {
	return r >= 0x2E80 && r <= 0x9FFF && unicode.IsLetter(r) || r == '々' || r == 'ー' || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000 && r <= 0x3FFFF
}

// contractions are what stands behind an apostrophe, in full.
var contractions = map[string]string{"d": "would", "ll": "will", "m": "am", "re": "are", "ve": "have"}

// apart adds a word to others, English contractions taken apart: it's = it + is, clock's = clock (of).
func apart(out []word, t string, start, end int) []word {
	t = strings.ReplaceAll(t, "’", "'")
	head, tail, found := strings.Cut(t, "'")
	if !found {
		return append(out, word{text: t, start: start, end: end})
	}
	if tail == "s" {
		switch head {
		case "it", "that", "there", "here", "he", "she":
			return append(out, word{text: head, start: start, end: end}, word{text: "is", start: end, end: end})
		case "what", "who", "where", "how", "let":
			return append(out, word{text: head + "s", start: start, end: end})
		}
		return append(out, word{text: head, start: start, end: end}, word{text: "of", start: end, end: end})
	}
	if head == "qu" || len(head) == 1 && (head == "l" || head == "d" || head == "c" || head == "j" || head == "s" || head == "n" || head == "m" || head == "t") && tail != "" {
		return append(out, word{text: head, start: start, end: end}, word{text: tail, start: start, end: end}) // French l'horloge
	}
	if full := contractions[tail]; full != "" {
		return append(out, word{text: head, start: start, end: end}, word{text: full, start: end, end: end})
	}
	return append(out, word{text: head + tail, start: start, end: end})
}
